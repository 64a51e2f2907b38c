/** What an image must look like so that its VMs boot and their quiesced snapshots succeed. */

import { ATTRIBUTE_REQUIRED } from '../disk/gpt/partition-types.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { formatSize } from '../units.ts';
import type { ImageEvidence } from './image-evidence.ts';
import type { Rule } from './rule.ts';

type Partition = DiskLayout['partitions'][number];

const REPAIR =
  'Run the action repair-template on this image; or, in the guest: "reagentc /disable", then in diskpart "select disk 0", ' +
  '"select partition <number>", "gpt attributes=0x8000000000000000", "delete partition".';

/** Logical Disk Manager (dynamic disks) and Storage Spaces (Microsoft, PARTITION_INFORMATION_GPT). */
const VOLUME_MANAGER_TYPES: Readonly<Record<string, string>> = {
  '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3': 'metadata of a dynamic disk',
  'af9b60a0-1431-4f62-bc68-3311714a69ad': 'data of a dynamic disk',
  'e75caf8f-f680-4cee-afa3-b001e56efc2d': 'Storage Spaces',
};

export const IMAGE_RULES: readonly Rule<ImageEvidence>[] = [
  {
    // VMware KB60395 as the field describes it; Windows Setup writes these attributes, the snapshot provider fails on them.
    code: 'recovery-partition-protected',
    severity: 'error',
    predicts: 'failed',
    remedy: REPAIR,
    see: ({ layout }) => recoveryPartitions(layout).filter(isProtected).map(describe),
  },
  {
    // VMware's own guest tests pass with an unprotected one, so its presence alone proves nothing.
    code: 'recovery-partition',
    severity: 'warning',
    remedy: `A VM has no use for it, and some builds fail to quiesce with it. ${REPAIR}`,
    see: ({ layout }) =>
      recoveryPartitions(layout)
        .filter((partition) => !isProtected(partition))
        .map(describe),
  },
  {
    code: 'disk-unpartitioned',
    severity: 'error',
    remedy: 'Check that this is the system disk, and that it was written completely.',
    see: ({ path, table }) => (table === 'none' ? `${path} has no partition table` : undefined),
  },
  {
    code: 'disk-not-gpt',
    severity: 'warning',
    remedy: 'Build the image with GPT (build-vhd does); a disk with a master boot record starts on BIOS machines only.',
    see: ({ path, table }) => (table === 'mbr' ? `${path} is partitioned by a master boot record, not GPT` : undefined),
  },
  {
    code: 'gpt-primary-damaged',
    severity: 'error',
    remedy:
      'Restore it from the backup at the end of the disk (sgdisk -e, or gdisk: recovery menu), or build the image again.',
    see: ({ primaryDamage }) =>
      primaryDamage === undefined ? undefined : `The primary GPT is damaged: ${primaryDamage}`,
  },
  {
    code: 'gpt-backup-damaged',
    severity: 'warning',
    remedy:
      'Write it again from the primary (sgdisk -e); it is missing typically after the disk file was enlarged or cut.',
    see: ({ backupDamage }) => (backupDamage === undefined ? undefined : `The backup GPT is damaged: ${backupDamage}`),
  },
  {
    // VDDK guide: dynamic disks fall back to file-system quiescing, Storage Spaces are not supported.
    code: 'dynamic-disk',
    severity: 'error',
    predicts: 'filesystem',
    remedy: 'Install Windows on a basic disk: application-consistent snapshots need one.',
    see: ({ layout }) =>
      layout.partitions.flatMap((partition) => {
        const what = VOLUME_MANAGER_TYPES[partition.typeGuid.toLowerCase()];
        return what === undefined ? [] : [`Partition ${partition.index} holds ${what}`];
      }),
  },
  {
    code: 'windows-partition-missing',
    severity: 'error',
    remedy: 'Check that this is the system disk; build it again if it is.',
    see: ({ table, layout }) =>
      table === 'none' || layout.partitions.some(({ type }) => type === 'windows' || type === 'basic-data')
        ? undefined
        : 'No partition can hold Windows (none is of type basic data)',
  },
  {
    code: 'esp-missing',
    severity: 'error',
    remedy: 'Build the image again with an EFI system partition (build-vhd makes one of 260 MiB).',
    see: ({ table, layout }) =>
      table === 'gpt' && !layout.partitions.some(({ type }) => type === 'esp')
        ? 'There is no EFI system partition, so EFI firmware cannot start this disk'
        : undefined,
  },
  {
    code: 'esp-unreadable',
    severity: 'warning',
    remedy: 'Check the partition with "fsck.fat -n" or chkdsk, and write the boot files again with bcdboot.',
    see: ({ esp }) =>
      esp?.problem === undefined ? undefined : `The EFI system partition cannot be read: ${esp.problem}`,
  },
  {
    // virt-v2v does the same repair; packer-examples issues 964 and 1045 show the failure.
    code: 'esp-fallback-loader-missing',
    severity: 'error',
    remedy: 'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi to \\EFI\\Boot\\bootx64.efi on the EFI system partition.',
    see: ({ esp }) =>
      esp !== undefined && esp.problem === undefined && !esp.fallbackLoader
        ? 'The fallback loader \\EFI\\Boot\\bootx64.efi is missing: a VM made from an OVA has no firmware entry and would not start'
        : undefined,
  },
  {
    code: 'msr-missing',
    severity: 'warning',
    remedy:
      'Build the image again with a Microsoft reserved partition of 16 MiB; Windows expects one on every GPT disk.',
    see: ({ table, layout }) =>
      table === 'gpt' && !layout.partitions.some(({ type }) => type === 'msr')
        ? 'There is no Microsoft reserved partition'
        : undefined,
  },
  {
    code: 'bcd-missing',
    severity: 'error',
    remedy: 'Write the boot files with bcdboot, or build the image again.',
    see: ({ bcd }) => (bcd?.missing === true ? 'The boot store \\EFI\\Microsoft\\Boot\\BCD is missing' : undefined),
  },
  {
    code: 'bcd-unreadable',
    severity: 'warning',
    remedy: 'Write it again with bcdboot; a store copied from a running Windows needs its log and is incomplete.',
    see: ({ bcd }) => (bcd?.problem === undefined ? undefined : `The boot store cannot be read: ${bcd.problem}`),
  },
  {
    code: 'bcd-loader-dangling',
    severity: 'error',
    remedy: 'Write the store again with bcdboot, or build the image again.',
    see: ({ bcd }) =>
      bcd?.danglingLoader.map(
        (guid) => `The boot store starts Windows from partition ${guid}, which is not on this disk`,
      ),
  },
  {
    // Left by a Recovery partition deleted without "reagentc /disable": harmless until Windows fails to start.
    code: 'bcd-recovery-dangling',
    severity: 'warning',
    remedy: 'In the guest run "reagentc /disable" and "reagentc /enable": WinRE then lives on C:.',
    see: ({ bcd }) =>
      bcd?.danglingRecovery.map(
        (guid) => `The boot store's recovery sequence names partition ${guid}, which is not on this disk`,
      ),
  },
];

export function recoveryPartitions(layout: DiskLayout): Partition[] {
  return layout.partitions.filter(({ type }) => type === 'recovery');
}

/** Windows refuses to delete or freeze what the platform is said to need (GPT attribute bit 0). */
export function isProtected(partition: Partition): boolean {
  return (BigInt(partition.attributes) & ATTRIBUTE_REQUIRED) !== 0n;
}

function describe(partition: Partition): string {
  const { index, offset, size, attributes } = partition;
  return (
    `Partition ${index} is a ${isProtected(partition) ? 'protected ' : ''}Recovery partition ` +
    `(offset ${formatSize(offset)}, size ${formatSize(size)}, attributes ${attributes})`
  );
}
