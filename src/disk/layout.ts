/** The layout of a disk as reports show it: which partition is what, and where. */

import type { Disk } from './disk.ts';
import { detectFileSystem, type FileSystem } from './file-system.ts';
import { type GptPartition, readGpt, type SectorSize } from './gpt/gpt.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE, RECOVERY_TYPE } from './gpt/partition-types.ts';

/** `windows` is the largest basic data partition that holds NTFS; `recovery` goes by the type GUID, wherever it stands. */
export type PartitionKind = 'esp' | 'msr' | 'windows' | 'recovery' | 'basic-data' | 'other';

export interface LayoutPartition {
  /** Number of the entry in the table, from 1. */
  readonly index: number;
  readonly type: PartitionKind;
  readonly typeGuid: string;
  readonly guid: string;
  readonly name: string;
  /** All 64 bits, `0x` and 16 hexadecimal digits. */
  readonly attributes: string;
  /** Bytes from the start of the disk. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
  readonly fileSystem?: FileSystem;
}

export interface DiskLayout {
  readonly diskSize: number;
  readonly sectorSize: SectorSize;
  /** In the order in which they lie on the disk. */
  readonly partitions: readonly LayoutPartition[];
}

const KINDS: Readonly<Record<string, PartitionKind>> = {
  [ESP_TYPE]: 'esp',
  [MSR_TYPE]: 'msr',
  [RECOVERY_TYPE]: 'recovery',
  [BASIC_DATA_TYPE]: 'basic-data',
};

/** Reads some 40 KiB whatever the size of the disk. @throws FormatError when the disk has no valid GPT */
export async function readLayout(disk: Disk): Promise<DiskLayout> {
  const gpt = await readGpt(disk);
  const partitions: LayoutPartition[] = [];
  for (const partition of gpt.partitions) partitions.push(await describe(disk, gpt.sectorSize, partition));
  partitions.sort((a, b) => a.offset - b.offset);
  const windows = partitions
    .filter(({ type, fileSystem }) => type === 'basic-data' && fileSystem === 'ntfs')
    .reduce<LayoutPartition | undefined>(
      (largest, one) => (largest && largest.size >= one.size ? largest : one),
      undefined,
    );
  return {
    diskSize: disk.size,
    sectorSize: gpt.sectorSize,
    partitions: partitions.map((partition) => (partition === windows ? { ...partition, type: 'windows' } : partition)),
  };
}

async function describe(disk: Disk, sectorSize: SectorSize, partition: GptPartition): Promise<LayoutPartition> {
  const offset = partition.firstLba * sectorSize;
  const fileSystem = await detectFileSystem(disk, offset);
  return {
    index: partition.index,
    type: KINDS[partition.typeGuid] ?? 'other',
    typeGuid: partition.typeGuid,
    guid: partition.guid,
    name: partition.name,
    attributes: `0x${partition.attributes.toString(16).padStart(16, '0')}`,
    offset,
    size: (partition.lastLba - partition.firstLba + 1) * sectorSize,
    ...(fileSystem && { fileSystem }),
  };
}
