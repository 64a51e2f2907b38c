/** What is true of a disk that starts the machine: it has what firmware and the boot manager of Windows look for. */

import type { PartitionKind } from '../disk/layout.ts';
import type { ImageEvidence } from './image-evidence.ts';
import type { Rule } from './rule.ts';

export const START_RULES: readonly Rule<ImageEvidence>[] = [
  {
    code: 'windows-partition-missing',
    severity: 'error',
    source: 'Microsoft, "UEFI/GPT-based hard drive partitions"',
    remedy: 'Check that this is the system disk; build it again if it is.',
    see: ({ layout, bcd }) => {
      const holds = (...types: readonly PartitionKind[]): boolean =>
        layout.partitions.some(({ type }) => types.includes(type));
      if (layout.table === 'none' || holds('windows')) return undefined;
      if (!holds('basic-data')) return 'No partition can hold Windows (none is of type basic data)';
      const isEncrypted = layout.partitions.some(({ fileSystem }) => fileSystem === 'bitlocker');
      return bcd?.loaderLocated === true && !isEncrypted
        ? 'No partition holds NTFS, where the boot store looks for Windows (locate)'
        : undefined;
    },
  },
  {
    // What its boot sector says of a volume decides whether Windows takes it for one (omarchy issue 7903: UNMOUNTABLE_BOOT_VOLUME).
    code: 'windows-unmountable',
    severity: 'error',
    source: 'Microsoft, stop 0xED UNMOUNTABLE_BOOT_VOLUME; omarchy issue 7903; ntfs-3g issue 95',
    remedy:
      'Copy the image again from its source. A partition that was made smaller than its volume must get its size back; then shrink C: in Windows (diskpart: shrink).',
    see: ({ layout, volumes, bcd }) => {
      const windows = layout.partitions.find(({ type }) => type === 'windows');
      if (windows === undefined) return undefined;
      const { index, fileSystem } = windows;
      const volume = volumes.find((one) => one.index === index);
      if (volume?.unmountable)
        return `Windows (partition ${index}) is on a volume that it does not mount: ${volume.problem}`;
      return bcd === undefined || fileSystem === 'ntfs' || fileSystem === 'bitlocker'
        ? undefined
        : `The boot store starts Windows from partition ${index}, which holds ${fileSystem ?? 'no file system'}, not NTFS`;
    },
  },
  {
    code: 'esp-missing',
    severity: 'error',
    source: 'UEFI specification 2.10, section 13.3',
    remedy: 'Build the image again with an EFI system partition (build-vhd makes one of 260 MiB).',
    see: ({ layout }) =>
      layout.table === 'gpt' && !layout.partitions.some(({ type }) => type === 'esp')
        ? 'There is no EFI system partition, so EFI firmware cannot start this disk'
        : undefined,
  },
  {
    // Firmware reads no more of it than is read here: EDK2 (FatPkg) refuses a FAT32 of too few clusters as well (its pull request 12761).
    code: 'esp-unreadable',
    severity: 'error',
    source: 'UEFI specification 2.10, section 13.3 (FAT); edk2 pull request 12761',
    remedy: 'Check the partition with "fsck.fat -n" or chkdsk, and write the boot files again with bcdboot.',
    see: ({ esp }) =>
      esp?.problem === undefined ? undefined : `The EFI system partition cannot be read: ${esp.problem.message}`,
  },
  {
    // virt-v2v does the same repair; packer-examples issues 964 and 1045 show the failure.
    code: 'esp-fallback-loader-missing',
    severity: 'error',
    source: 'UEFI specification 2.10, section 3.5.1.1; packer-examples issues 964 and 1045',
    remedy: 'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi to \\EFI\\Boot\\bootx64.efi on the EFI system partition.',
    see: ({ esp }) => {
      if (esp === undefined || esp.problem !== undefined) return undefined;
      const loader = 'The fallback loader \\EFI\\Boot\\bootx64.efi';
      if (!esp.fallbackLoader) {
        return `${loader} is missing: a VM made from an OVA has no firmware entry and would not start`;
      }
      return esp.loaderFault === undefined ? undefined : `${loader} ${esp.loaderFault}, so firmware does not start it`;
    },
  },
  {
    code: 'msr-missing',
    severity: 'warning',
    source: 'Microsoft, "UEFI/GPT-based hard drive partitions"',
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
    source: 'Microsoft, bcdboot',
    remedy: 'Write the boot files with bcdboot, or build the image again.',
    see: ({ bcd }) => (bcd?.missing === true ? 'The boot store \\EFI\\Microsoft\\Boot\\BCD is missing' : undefined),
  },
  {
    code: 'bcd-unreadable',
    severity: 'warning',
    source: 'Microsoft, bcdboot; the store is a hive of the registry',
    remedy: 'Write it again with bcdboot; a store copied from a running Windows needs its log and is incomplete.',
    see: ({ bcd }) => (bcd?.problem === undefined ? undefined : `The boot store cannot be read: ${bcd.problem}`),
  },
  {
    code: 'bcd-loader-dangling',
    severity: 'error',
    source: 'Microsoft, Boot Configuration Data: device elements',
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
    source: 'Microsoft, Boot Configuration Data: locate devices; Convert-WindowsImage leaves such stores',
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
    source: 'Microsoft, reagentc',
    remedy: 'In the guest run "reagentc /disable" and "reagentc /enable": WinRE then lives on C:.',
    see: ({ bcd }) =>
      bcd?.danglingRecovery.map(
        (guid) => `The boot store's recovery sequence names partition ${guid}, which is not on this disk`,
      ),
  },
];
