/** The layout of a disk as reports show it: which partition is what, and where. */

import type { Disk } from './disk.ts';
import { detectFileSystem, type FileSystem } from './file-system.ts';
import { type GptPartition, readGpt, type SectorSize } from './gpt/gpt.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE, RECOVERY_TYPE } from './gpt/partition-types.ts';
import { MBR_TYPE_NTFS, MBR_TYPE_RECOVERY, type MbrPartition, readMbrPartitions } from './mbr.ts';

/**
 * `recovery` goes by the type, wherever it stands. `windows` is the largest basic data partition that holds NTFS until somebody knows
 * better: the boot store says which one is started (`readSystemLayout`).
 */
export type PartitionKind = 'esp' | 'msr' | 'windows' | 'recovery' | 'basic-data' | 'other';

export interface LayoutPartition {
  /** Number of the entry in the table, from 1. */
  readonly index: number;
  readonly type: PartitionKind;
  /** Empty on a disk with a master boot record. */
  readonly typeGuid: string;
  /** The type byte such as `0x27`, on a disk with a master boot record only. */
  readonly mbrType?: string;
  /** Empty on a disk with a master boot record. */
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
  /** `none`: no table that can be used, and so no partitions. */
  readonly table: 'gpt' | 'mbr' | 'none';
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
  for (const partition of gpt.partitions) partitions.push(await describeGpt(disk, gpt.sectorSize, partition));
  return arrange({ table: 'gpt', diskSize: disk.size, sectorSize: gpt.sectorSize, partitions });
}

/** As `readLayout`, of a disk with a master boot record. @throws FormatError when it has none, or a damaged one */
export async function readMbrLayout(disk: Disk): Promise<DiskLayout> {
  const partitions: LayoutPartition[] = [];
  for (const partition of await readMbrPartitions(disk)) partitions.push(await describeMbr(disk, partition));
  return arrange({ table: 'mbr', diskSize: disk.size, sectorSize: 512, partitions });
}

/** The layout with this partition as the one of Windows. */
export function withWindows(layout: DiskLayout, windows: LayoutPartition | undefined): DiskLayout {
  const partitions = layout.partitions.map((partition): LayoutPartition => {
    if (partition.index === windows?.index) return { ...partition, type: 'windows' };
    return partition.type === 'windows' ? { ...partition, type: 'basic-data' } : partition;
  });
  return { ...layout, partitions };
}

/** What could hold Windows: NTFS in a partition for data. */
export function windowsCandidates({ partitions }: DiskLayout): LayoutPartition[] {
  return partitions.filter(
    ({ type, fileSystem }) => (type === 'basic-data' || type === 'windows') && fileSystem === 'ntfs',
  );
}

/** The number of a blank entry of a GPT in front of that of the partition; undefined where there is none. */
export function blankEntryBefore({ table, partitions }: DiskLayout, { index }: LayoutPartition): number | undefined {
  if (table !== 'gpt') return undefined;
  const used = new Set(partitions.map((partition) => partition.index));
  for (let number = 1; number < index; number++) if (!used.has(number)) return number;
  return undefined;
}

function arrange(layout: DiskLayout): DiskLayout {
  const sorted = { ...layout, partitions: [...layout.partitions].sort((a, b) => a.offset - b.offset) };
  const largest = windowsCandidates(sorted).reduce<LayoutPartition | undefined>(
    (best, one) => (best && best.size >= one.size ? best : one),
    undefined,
  );
  return withWindows(sorted, largest);
}

/** By the type GUID in lower case, before anybody knows which partition is that of Windows. */
export function partitionKind(typeGuid: string): PartitionKind {
  return KINDS[typeGuid] ?? 'other';
}

async function describeGpt(disk: Disk, sectorSize: SectorSize, partition: GptPartition): Promise<LayoutPartition> {
  const offset = partition.firstLba * sectorSize;
  const fileSystem = await detectFileSystem(disk, offset);
  return {
    index: partition.index,
    type: partitionKind(partition.typeGuid),
    typeGuid: partition.typeGuid,
    guid: partition.guid,
    name: partition.name,
    attributes: `0x${partition.attributes.toString(16).padStart(16, '0')}`,
    offset,
    size: (partition.lastLba - partition.firstLba + 1) * sectorSize,
    ...(fileSystem && { fileSystem }),
  };
}

async function describeMbr(disk: Disk, { index, type, offset, size }: MbrPartition): Promise<LayoutPartition> {
  const fileSystem = await detectFileSystem(disk, offset);
  return {
    index,
    type: type === MBR_TYPE_NTFS ? 'basic-data' : type === MBR_TYPE_RECOVERY ? 'recovery' : 'other',
    typeGuid: '',
    mbrType: `0x${type.toString(16).padStart(2, '0')}`,
    guid: '',
    name: '',
    attributes: '0x0000000000000000',
    offset,
    size,
    ...(fileSystem && { fileSystem }),
  };
}
