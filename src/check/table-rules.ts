/** What is true of a disk's partition table. */

import { blankEntryBefore, type DiskLayout } from '../disk/layout.ts';
import { formatSize } from '../units.ts';
import type { ImageEvidence } from './image-evidence.ts';
import type { Rule } from './rule.ts';
import { UNIQUE_GUIDS } from './unique-guids.ts';

/** Of a disk that starts the machine, and of no other. */
export const SYSTEM_TABLE_RULES: readonly Rule<ImageEvidence>[] = [
  {
    code: 'disk-unpartitioned',
    severity: 'error',
    source: 'UEFI specification 2.10, section 5.3 (GUID partition table)',
    remedy: 'Check that this is the system disk, and that it was written completely.',
    see: ({ path, layout, primaryDamage, tableProblem }) =>
      layout.table === 'none' && primaryDamage === undefined
        ? `${path} has no partition table that can be used: ${tableProblem?.message}`
        : undefined,
  },
  {
    code: 'disk-not-gpt',
    severity: 'warning',
    source: 'Microsoft, "Windows and GPT FAQ"',
    remedy: 'Build the image with GPT (build-vhd does); a disk with a master boot record starts on BIOS machines only.',
    see: ({ path, layout }) =>
      layout.table === 'mbr'
        ? `${path} is partitioned by a master boot record, not GPT: ${layout.partitions.map(describeMbr).join(', ')}`
        : undefined,
  },
  {
    // Windows counts the entries in use, its loader counts all: behind a blank one it does not find the partition it was started from.
    code: 'gpt-entry-blank',
    severity: 'error',
    source: 'Microsoft, "Stop error 7B or Inaccessible_Boot_Device troubleshooting" (windows-itpro-docs issue 9145)',
    remedy:
      'Run repair-template on the image, which numbers the partitions without gaps, or do it with sgdisk --sort. Tools other than those of Windows leave such an entry where they delete a partition.',
    see: ({ layout }) => {
      const windows = layout.partitions.find(({ type }) => type === 'windows');
      const blank = windows && blankEntryBefore(layout, windows);
      return blank === undefined
        ? undefined
        : `Entry ${blank} of the partition table is blank and stands in front of that of Windows (partition ${windows?.index}): Windows ends with INACCESSIBLE_BOOT_DEVICE (0x7B)`;
    },
  },
];

/** Of every disk. */
export const TABLE_RULES: readonly Rule<ImageEvidence>[] = [
  {
    // Firmware starts from the GPT, Windows goes by the MBR: the two may say different things (Microsoft, "Windows and GPT FAQ").
    code: 'mbr-hybrid',
    severity: 'warning',
    source: 'Microsoft, "Windows and GPT FAQ": firmware starts from the GPT, Windows goes by the MBR',
    remedy: 'Make the MBR purely protective, for example with gdisk (x, n, w).',
    see: ({ path, hybrid }) =>
      hybrid ? `${path} has a hybrid MBR: it lists partitions beside the protective entry of a GPT disk` : undefined,
  },
  {
    // vSphere shows every guest sectors of 512 bytes; a table written for others is not found there (understack issue 2069).
    code: 'sector-size-4096',
    severity: 'error',
    source: 'understack issue 2069: vSphere shows every guest sectors of 512 bytes',
    remedy:
      'Build the image again with sectors of 512 bytes (New-VHD -LogicalSectorSizeBytes 512; build-vhd makes no others).',
    see: ({ path, sectorSize }) =>
      sectorSize === 512
        ? undefined
        : `${path} is a disk of ${sectorSize}-byte sectors; a VM in vSphere has 512-byte sectors`,
  },
  {
    // A copy or a download that broke off leaves the first table whole, and Windows without its last files.
    code: 'image-cut-off',
    severity: 'error',
    source: 'UEFI specification 2.10, section 5.3.2 (the header names the last block)',
    remedy: 'Copy the image again, and compare its size or its hash with the original.',
    see: ({ path, cutOff }) => (cutOff === undefined ? undefined : `The end of ${path} is missing: ${cutOff}`),
  },
  {
    // Firmware passes over such entries (EDK2, PartitionDxe): it finds no ESP there, and Windows no volume.
    code: 'gpt-partition-misplaced',
    severity: 'error',
    source: 'UEFI specification 2.10, section 5.3.3; EDK2, PartitionDxe (entries that overlap or are out of range)',
    remedy: 'Find out with gdisk (v) which entry is wrong and correct it, or build the image again.',
    see: ({ misplaced }) => misplaced,
  },
  UNIQUE_GUIDS,
  {
    code: 'gpt-primary-damaged',
    severity: 'error',
    source: 'UEFI specification 2.10, section 5.3.2 (checksums of header and entries)',
    remedy:
      'Run repair-template on the image, which writes it again from the backup at the end of the disk (or gdisk does, recovery menu), or build the image again.',
    see: ({ primaryDamage }) =>
      primaryDamage === undefined ? undefined : `The primary GPT is damaged: ${primaryDamage}`,
  },
  {
    code: 'gpt-backup-damaged',
    severity: 'warning',
    source: 'UEFI specification 2.10, section 5.3.2',
    remedy:
      'Run repair-template on the image, which writes it again from the primary (or sgdisk -e does); it is missing typically after the disk file was enlarged or cut.',
    see: ({ backupDamage, cutOff }) =>
      backupDamage === undefined || cutOff !== undefined ? undefined : `The backup GPT is damaged: ${backupDamage}`,
  },
  {
    // The disk was enlarged: firmware and Windows look for the backup in the last sector.
    code: 'gpt-backup-not-at-end',
    severity: 'warning',
    source: 'UEFI specification 2.10, section 5.3.1; winpodx issue 324, bottlerocket issue 333',
    remedy: 'Run repair-template with extend: true, which moves it and grows Windows, or move it with sgdisk -e.',
    see: ({ backupShort }) =>
      backupShort === undefined
        ? undefined
        : `The backup GPT is not at the end of the disk: ${formatSize(backupShort)} behind it belong to nobody`,
  },
];

function describeMbr({ index, type, mbrType, fileSystem }: DiskLayout['partitions'][number]): string {
  const what = type === 'recovery' ? 'Windows recovery' : fileSystem;
  return `partition ${index} of type ${mbrType}${what === undefined ? '' : ` (${what})`}`;
}
