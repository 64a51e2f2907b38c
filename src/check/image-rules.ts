/** What an image must look like so that its VMs boot and their quiesced snapshots succeed. */

import { ATTRIBUTE_REQUIRED } from '../disk/gpt/partition-types.ts';
import type { DiskLayout } from '../disk/layout.ts';
import type { FindingCode } from '../report/finding-codes.ts';
import { formatSize } from '../units.ts';
import type { ImageEvidence, VolumeEvidence } from './image-evidence.ts';
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
    see: ({ path, layout, primaryDamage, tableProblem }) =>
      layout.table === 'none' && primaryDamage === undefined
        ? `${path} has no partition table that can be used: ${tableProblem?.message}`
        : undefined,
  },
  {
    code: 'disk-not-gpt',
    severity: 'warning',
    remedy: 'Build the image with GPT (build-vhd does); a disk with a master boot record starts on BIOS machines only.',
    see: ({ path, layout }) =>
      layout.table === 'mbr'
        ? `${path} is partitioned by a master boot record, not GPT: ${layout.partitions.map(describeMbr).join(', ')}`
        : undefined,
  },
  {
    // Firmware starts from the GPT, Windows goes by the MBR: the two may say different things (Microsoft, "Windows and GPT FAQ").
    code: 'mbr-hybrid',
    severity: 'warning',
    remedy: 'Make the MBR purely protective, for example with gdisk (x, n, w).',
    see: ({ path, hybrid }) =>
      hybrid ? `${path} has a hybrid MBR: it lists partitions beside the protective entry of a GPT disk` : undefined,
  },
  {
    // vSphere shows every guest sectors of 512 bytes; a table written for others is not found there (understack issue 2069).
    code: 'sector-size-4096',
    severity: 'error',
    remedy:
      'Build the image again with sectors of 512 bytes (New-VHD -LogicalSectorSizeBytes 512; build-vhd makes no others).',
    see: ({ path, sectorSize }) =>
      sectorSize === 512
        ? undefined
        : `${path} is a disk of ${sectorSize}-byte sectors; a VM in vSphere has 512-byte sectors`,
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
    // The disk was enlarged: firmware and Windows look for the backup in the last sector.
    code: 'gpt-backup-not-at-end',
    severity: 'warning',
    remedy: 'Run repair-template with extend: true, which moves it and grows Windows, or move it with sgdisk -e.',
    see: ({ backupShort }) =>
      backupShort === undefined
        ? undefined
        : `The backup GPT is not at the end of the disk: ${formatSize(backupShort)} behind it belong to nobody`,
  },
  {
    // Windows freezes no volume whose partition the platform is said to need; seen with Recovery (KB60395), true of any.
    code: 'partition-protected',
    severity: 'warning',
    predicts: 'failed',
    remedy:
      'Take the attribute away unless the platform needs it: in diskpart "select partition <number>", "gpt attributes=0x8000000000000000".',
    see: ({ layout }) =>
      layout.partitions
        .filter((partition) => partition.type !== 'recovery' && isProtected(partition))
        .map(
          ({ index, type, attributes }) =>
            `Partition ${index} (${type}) is marked as required by the platform (GPT attribute bit 0, attributes ${attributes})`,
        ),
  },
  {
    // Its key protector is bound to the machine it was made on; sysprep refuses it (0x80310039).
    code: 'bitlocker-volume',
    severity: 'error',
    remedy:
      'Decrypt it in the guest (manage-bde -off C:) and wait until it is done; then shut Windows down and check again.',
    see: ({ volumes }) =>
      volumes
        .filter(({ fileSystem }) => fileSystem === 'bitlocker')
        .map(({ index }) => `Partition ${index} is encrypted by BitLocker`),
  },
  {
    // Every VM would resume the same memory, and what was changed on the disk meanwhile is lost or torn (cloudstack issue 11561).
    code: 'windows-hibernated',
    severity: 'error',
    remedy: 'Start Windows, run "powercfg /h off", and shut it down with "shutdown /s /t 0".',
    see: ({ volumes }) => inState(volumes, 'hibernated').map((index) => `Windows is hibernated on partition ${index}`),
  },
  {
    code: 'ntfs-dirty',
    severity: 'warning',
    remedy: 'Start Windows, let it check the volume (chkdsk /f), and shut it down cleanly.',
    see: ({ volumes }) => [
      ...inState(volumes, 'dirty').map((index) => `The NTFS volume of partition ${index} is marked dirty`),
      ...inState(volumes, 'unfinished').map(
        (index) =>
          `The NTFS volume of partition ${index} was not dismounted cleanly: its journal holds unfinished changes`,
      ),
    ],
  },
  {
    code: 'ntfs-unreadable',
    severity: 'warning',
    remedy: 'Check the volume with chkdsk in the guest, or with ntfsfix -n on a copy.',
    see: ({ volumes }) => [
      ...volumes.flatMap(({ index, problem }) =>
        problem === undefined ? [] : [`The NTFS volume of partition ${index} cannot be read: ${problem}`],
      ),
      ...inState(volumes, 'no-information').map(
        (index) => `The NTFS volume of partition ${index} has no volume information`,
      ),
    ],
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
    see: ({ layout }) =>
      layout.table === 'none' || layout.partitions.some(({ type }) => type === 'windows' || type === 'basic-data')
        ? undefined
        : 'No partition can hold Windows (none is of type basic data)',
  },
  {
    code: 'esp-missing',
    severity: 'error',
    remedy: 'Build the image again with an EFI system partition (build-vhd makes one of 260 MiB).',
    see: ({ layout }) =>
      layout.table === 'gpt' && !layout.partitions.some(({ type }) => type === 'esp')
        ? 'There is no EFI system partition, so EFI firmware cannot start this disk'
        : undefined,
  },
  {
    code: 'esp-unreadable',
    severity: 'warning',
    remedy: 'Check the partition with "fsck.fat -n" or chkdsk, and write the boot files again with bcdboot.',
    see: ({ esp }) =>
      esp?.problem === undefined ? undefined : `The EFI system partition cannot be read: ${esp.problem.message}`,
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
    see: ({ layout }) =>
      layout.table === 'gpt' && !layout.partitions.some(({ type }) => type === 'msr')
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
    // Convert-WindowsImage leaves stores like that: sound, as long as one volume alone has a Windows.
    code: 'bcd-loader-located',
    severity: 'info',
    remedy: 'Nothing to do as long as the machine has no second disk with Windows on it.',
    see: ({ bcd }) =>
      bcd?.loaderLocated === true
        ? 'The boot store names no partition for Windows but looks for it (locate): the first volume with \\Windows\\system32\\winload.efi starts'
        : undefined,
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

/** What is true or false of a disk that starts the machine, and of no other. */
const SYSTEM_DISK_CODES: readonly FindingCode[] = [
  'disk-unpartitioned',
  'disk-not-gpt',
  'windows-partition-missing',
  'esp-missing',
  'esp-unreadable',
  'esp-fallback-loader-missing',
  'msr-missing',
  'bcd-missing',
  'bcd-unreadable',
  'bcd-loader-dangling',
  'bcd-loader-located',
  'bcd-recovery-dangling',
];

/** The rules for the other disks of a machine. */
export const DATA_DISK_RULES = IMAGE_RULES.filter(({ code }) => !SYSTEM_DISK_CODES.includes(code));

/** Of GPT disks: with a master boot record no attribute protects the partition, and the snapshot provider does not mind it. */
function recoveryPartitions({ table, partitions }: DiskLayout): Partition[] {
  return table === 'gpt' ? partitions.filter(({ type }) => type === 'recovery') : [];
}

function inState(volumes: readonly VolumeEvidence[], wanted: VolumeEvidence['state']): number[] {
  return volumes.filter(({ state }) => state === wanted).map(({ index }) => index);
}

function describeMbr({ index, type, mbrType, fileSystem }: Partition): string {
  const what = type === 'recovery' ? 'Windows recovery' : fileSystem;
  return `partition ${index} of type ${mbrType}${what === undefined ? '' : ` (${what})`}`;
}

/** Windows refuses to delete or freeze what the platform is said to need (GPT attribute bit 0). */
function isProtected(partition: Partition): boolean {
  return (BigInt(partition.attributes) & ATTRIBUTE_REQUIRED) !== 0n;
}

function describe(partition: Partition): string {
  const { index, offset, size, attributes } = partition;
  return (
    `Partition ${index} is a ${isProtected(partition) ? 'protected ' : ''}Recovery partition ` +
    `(offset ${formatSize(offset)}, size ${formatSize(size)}, attributes ${attributes})`
  );
}
