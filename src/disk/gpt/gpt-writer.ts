/** Builds the partition table of a GPT disk: protective MBR and both copies, from nothing but its arguments. */

import type { DiskPiece } from '../composed-disk.ts';
import { crc32 } from '../crc32.ts';
import { encodeProtectiveMbr } from '../mbr.ts';
import type { SectorSize } from './gpt.ts';
import {
  encodeGptEntry,
  encodeGptHeader,
  GPT_ENTRY_BYTES,
  GPT_ENTRY_COUNT,
  type GptHeader,
  type GptPartition,
} from './gpt-header.ts';

/** Where partitions begin: what Windows and every current tool use. */
const ALIGNMENT = 2 ** 20;

export interface PartitionSpec {
  readonly typeGuid: string;
  readonly guid: string;
  readonly name: string;
  readonly attributes?: bigint;
  /** Bytes, or `rest` for all that the others leave (one at most). */
  readonly size: number | 'rest';
}

/** A partition with its place on the disk, bytes. */
export interface PlacedPartition extends PartitionSpec {
  readonly offset: number;
  readonly size: number;
}

export interface GptSpec {
  readonly diskSize: number;
  readonly sectorSize?: SectorSize;
  readonly diskGuid: string;
  /** In the order of the entries; offsets and sizes are multiples of the sector size. */
  readonly partitions: readonly PlacedPartition[];
}

/**
 * Places partitions one after the other from 1 MiB on, each beginning on a multiple of 1 MiB.
 * @throws RangeError when they do not fit
 */
export function placePartitions(
  diskSize: number,
  specs: readonly PartitionSpec[],
  sectorSize: SectorSize = 512,
): PlacedPartition[] {
  const end = (lastUsableLba(diskSize, sectorSize) + 1) * sectorSize;
  const aligned = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT;
  const fixed = specs.reduce((sum, { size }) => sum + (size === 'rest' ? 0 : aligned(size)), ALIGNMENT);
  const rest = Math.floor((end - fixed) / ALIGNMENT) * ALIGNMENT;
  let offset = ALIGNMENT;
  return specs.map((spec) => {
    const size = spec.size === 'rest' ? rest : spec.size;
    if (size <= 0 || size % sectorSize !== 0 || offset + size > end) {
      throw new RangeError(
        `The partition "${spec.name}" of ${size} bytes does not fit at ${offset} on a disk of ${diskSize} bytes`,
      );
    }
    const placed = { ...spec, offset, size };
    offset += aligned(size);
    return placed;
  });
}

/**
 * The bytes to lay over an otherwise empty disk: MBR with primary copy at the start, backup copy at the end.
 * @throws RangeError when a partition overlaps another or the table
 */
export function buildGpt(spec: GptSpec): (DiskPiece & { readonly content: Uint8Array })[] {
  const { diskSize, sectorSize = 512, diskGuid } = spec;
  if (diskSize % sectorSize !== 0) throw new RangeError(`The disk size ${diskSize} is no multiple of ${sectorSize}`);
  assertApart(spec, sectorSize);
  const entries = encodeEntries(
    spec.partitions.map((partition, position) => ({
      index: position + 1,
      typeGuid: partition.typeGuid,
      guid: partition.guid,
      name: partition.name,
      attributes: partition.attributes ?? 0n,
      firstLba: partition.offset / sectorSize,
      lastLba: (partition.offset + partition.size) / sectorSize - 1,
    })),
  );
  const lastLba = diskSize / sectorSize - 1;
  const entryBlocks = entryBlockCount(sectorSize);
  const primary: GptHeader = {
    currentLba: 1,
    alternateLba: lastLba,
    firstUsableLba: 2 + entryBlocks,
    lastUsableLba: lastUsableLba(diskSize, sectorSize),
    diskGuid,
    entriesLba: 2,
    entryCount: GPT_ENTRY_COUNT,
    entryBytes: GPT_ENTRY_BYTES,
    entriesCrc: crc32(entries),
  };
  const backup = { ...primary, currentLba: lastLba, alternateLba: 1, entriesLba: lastLba - entryBlocks };
  const mbr = Buffer.alloc(sectorSize);
  mbr.set(encodeProtectiveMbr(diskSize, sectorSize));
  return [
    { offset: 0, content: Buffer.concat([mbr, encodeGptHeader(primary, sectorSize), entries]) },
    {
      offset: backup.entriesLba * sectorSize,
      content: Buffer.concat([entries, encodeGptHeader(backup, sectorSize)]),
    },
  ];
}

/** The whole array of entries, each at the place of its index. */
function encodeEntries(
  partitions: readonly GptPartition[],
  entryCount = GPT_ENTRY_COUNT,
  entryBytes = GPT_ENTRY_BYTES,
): Buffer {
  const entries = Buffer.alloc(entryCount * entryBytes);
  for (const partition of partitions) entries.set(encodeGptEntry(partition), (partition.index - 1) * entryBytes);
  return entries;
}

function entryBlockCount(sectorSize: number): number {
  return Math.ceil((GPT_ENTRY_COUNT * GPT_ENTRY_BYTES) / sectorSize);
}

/** The last block before the backup copy. */
function lastUsableLba(diskSize: number, sectorSize: number): number {
  return Math.floor(diskSize / sectorSize) - 2 - entryBlockCount(sectorSize);
}

function assertApart({ diskSize, partitions }: GptSpec, sectorSize: number): void {
  let end = (2 + entryBlockCount(sectorSize)) * sectorSize;
  const limit = (lastUsableLba(diskSize, sectorSize) + 1) * sectorSize;
  for (const { name, offset, size } of [...partitions].sort((a, b) => a.offset - b.offset)) {
    if (offset % sectorSize !== 0 || size % sectorSize !== 0 || size <= 0) {
      throw new RangeError(`The partition "${name}" is not made of whole sectors`);
    }
    if (offset < end || offset + size > limit) throw new RangeError(`The partition "${name}" at ${offset} overlaps`);
    end = offset + size;
  }
}
