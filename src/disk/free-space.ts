/** Shows the free space of a disk's file systems as free, so that deleted data is neither converted nor leaked. */

import { FormatError } from '../errors.ts';
import type { Disk, DiskRange } from './disk.ts';
import { ExtentList } from './extent-list.ts';
import { fatFreeSpace } from './fat/fat-free-space.ts';
import { detectFileSystem, type FileSystem } from './file-system.ts';
import { type Gpt, readGpt } from './gpt/gpt.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, RECOVERY_TYPE } from './gpt/partition-types.ts';
import { reasonNotClean } from './ntfs/ntfs-clean.ts';
import { ntfsFreeSpace } from './ntfs/ntfs-free-space.ts';
import { NtfsVolume } from './ntfs/ntfs-volume.ts';
import { mergeRanges } from './ranges.ts';
import { readInto } from './read-into.ts';

/** Partitions of other types may be parts of a volume that is put together elsewhere (dynamic disks, Storage Spaces). */
const PLAIN_TYPES: readonly string[] = [BASIC_DATA_TYPE, ESP_TYPE, RECOVERY_TYPE];

export interface VolumeFreeSpace {
  /** Number of the partition, from 1. */
  readonly index: number;
  readonly fileSystem: FileSystem;
  readonly freeBytes: number;
  /** Why nothing of this volume counts as free. */
  readonly kept?: string;
}

export interface FreeSpace {
  readonly extents: ExtentList;
  readonly volumes: readonly VolumeFreeSpace[];
  /** Bytes among the extents that lie in no partition. */
  readonly unallocated: number;
}

/**
 * Finds what holds nothing on a GPT disk: the free clusters of every clean NTFS and FAT volume, and what lies in no partition (a
 * partition that was removed leaves its content there). Whatever gives rise to doubt counts as used: a damaged table, overlapping
 * partitions, a dirty, hibernated or damaged volume, shadow copies.
 */
export async function findFreeSpace(disk: Disk): Promise<FreeSpace> {
  const extents = new ExtentList();
  const volumes: VolumeFreeSpace[] = [];
  let unallocated = 0;
  const { partitions, usable } = await readPlaces(disk);
  let at = usable?.start ?? 0;
  const addGap = (until: number): void => {
    const end = Math.min(until, usable?.end ?? 0);
    if (end <= at) return;
    extents.add(at, end);
    unallocated += end - at;
  };
  for (const { index, offset, size, isPlain } of partitions) {
    addGap(offset);
    at = Math.max(at, offset + size);
    const fileSystem = isPlain ? await detectFileSystem(disk, offset) : undefined;
    if (fileSystem === undefined) continue;
    const { free, kept } = await volumeFreeSpace(disk, fileSystem, offset, size);
    let freeBytes = 0;
    for (const { start, end } of free.within(offset, offset + size)) {
      extents.add(start, end);
      freeBytes += end - start;
    }
    volumes.push({ index, fileSystem, freeBytes, ...(kept !== undefined && { kept }) });
  }
  addGap(Number.POSITIVE_INFINITY);
  return { extents, volumes, unallocated };
}

/**
 * The same disk with free space told apart: `ranges()` yields it as `free`, and it reads as zeros, so that a block that is
 * only free in part carries nothing of what was deleted. Looks for the free space at the first read, unless it is given.
 * Closing it closes the disk.
 */
export function skipFreeSpace(disk: Disk, freeSpace?: FreeSpace): Disk {
  let found: Promise<FreeSpace> | undefined = freeSpace && Promise.resolve(freeSpace);
  const extents = async (): Promise<ExtentList> => {
    found ??= findFreeSpace(disk);
    return (await found).extents;
  };
  return {
    size: disk.size,
    format: disk.format,
    path: disk.path,
    read: async (offset, length) => {
      const free = await extents();
      const bytes = await disk.read(offset, length);
      wipe(free, bytes, offset);
      return bytes;
    },
    readInto: async (target, offset) => {
      const free = await extents();
      await readInto(disk, target, offset);
      wipe(free, target, offset);
    },
    ranges: () => mergeRanges(splitByFree()),
    close: () => disk.close(),
  };

  async function* splitByFree(): AsyncGenerator<DiskRange, void, undefined> {
    const free = await extents();
    for await (const range of disk.ranges()) {
      if (range.kind === 'zero') {
        yield range;
        continue;
      }
      let at = range.offset;
      const rangeEnd = range.offset + range.length;
      for (const { start, end } of free.within(range.offset, rangeEnd)) {
        yield { kind: range.kind, offset: at, length: start - at };
        yield { kind: 'free', offset: start, length: end - start };
        at = end;
      }
      yield { kind: range.kind, offset: at, length: rangeEnd - at };
    }
  }
}

/** Makes zeros of what is free in `bytes`, which were read at `offset`. */
function wipe(free: ExtentList, bytes: Uint8Array, offset: number): void {
  for (const { start, end } of free.within(offset, offset + bytes.length)) bytes.fill(0, start - offset, end - offset);
}

interface Places {
  /** In the order on the disk; none when the table is not beyond doubt. */
  readonly partitions: readonly {
    readonly index: number;
    /** Bytes. */
    readonly offset: number;
    /** Bytes. */
    readonly size: number;
    /** Its file system is all there is in it. */
    readonly isPlain: boolean;
  }[];
  /** Where partitions may lie, bytes; only when both copies of the table say so. */
  readonly usable?: { readonly start: number; readonly end: number };
}

async function readPlaces(disk: Disk): Promise<Places> {
  let gpt: Gpt;
  try {
    gpt = await readGpt(disk);
  } catch (error) {
    if (error instanceof FormatError) return { partitions: [] };
    throw error;
  }
  if (gpt.mbr !== 'protective' || (gpt.primary.valid && gpt.backup.valid && !gpt.copiesAgree)) {
    return { partitions: [] };
  }
  const all = [...gpt.partitions].sort((a, b) => a.firstLba - b.firstLba);
  if (all.some(({ firstLba }, position) => firstLba <= (all[position - 1]?.lastLba ?? 0))) return { partitions: [] };
  const { sectorSize, firstUsableLba, lastUsableLba } = gpt;
  return {
    partitions: all.map(({ index, firstLba, lastLba, typeGuid }) => ({
      index,
      offset: firstLba * sectorSize,
      size: (lastLba - firstLba + 1) * sectorSize,
      isPlain: PLAIN_TYPES.includes(typeGuid),
    })),
    ...(isBetweenTables(gpt) && {
      usable: { start: firstUsableLba * sectorSize, end: (lastUsableLba + 1) * sectorSize },
    }),
  };
}

/** Both copies are valid, and what they call usable lies between them. */
function isBetweenTables({ primary, backup, copiesAgree, sectorSize, firstUsableLba, lastUsableLba }: Gpt): boolean {
  if (!copiesAgree || !primary.valid || !backup.valid) return false;
  const entriesEnd = primary.header.entriesLba + Math.ceil(primary.entries.length / sectorSize);
  return (
    primary.header.entriesLba > primary.header.currentLba &&
    entriesEnd <= firstUsableLba &&
    lastUsableLba < Math.min(backup.header.entriesLba, backup.header.currentLba)
  );
}

async function volumeFreeSpace(
  disk: Disk,
  fileSystem: FileSystem,
  offset: number,
  size: number,
): Promise<{ free: ExtentList; kept?: string }> {
  const nothing = new ExtentList();
  try {
    if (fileSystem === 'ntfs') {
      const volume = await NtfsVolume.open(disk, offset, size);
      const kept = await reasonNotClean(volume);
      return kept === undefined ? { free: await ntfsFreeSpace(volume) } : { free: nothing, kept };
    }
    if (fileSystem === 'fat32' || fileSystem === 'fat16') return await fatFreeSpace(disk, offset, size);
    return { free: nothing, kept: `the free space of ${fileSystem} is not known here` };
  } catch (error) {
    // Damage is the volume's own business; here it only means that nothing of it can be called free.
    if (error instanceof FormatError) return { free: nothing, kept: `it is damaged (${error.message})` };
    throw error;
  }
}
