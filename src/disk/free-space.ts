/** Finds what of a disk holds nothing: free clusters of its file systems, and what lies in no partition. */

import { FormatError } from '../errors.ts';
import { ExtentList } from '../files/extent-list.ts';
import type { Disk } from './disk.ts';
import { fatFreeSpace } from './fat/fat-free-space.ts';
import { detectFileSystem, type FileSystem } from './file-system.ts';
import { type Gpt, readGpt } from './gpt/gpt.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, RECOVERY_TYPE } from './gpt/partition-types.ts';
import { ntfsFreeSpace } from './ntfs/ntfs-free-space.ts';
import { NTFS_STATE_REASONS, readNtfsState } from './ntfs/ntfs-state.ts';
import { NtfsVolume } from './ntfs/ntfs-volume.ts';

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
      const state = await readNtfsState(volume);
      if (state !== 'clean') return { free: nothing, kept: NTFS_STATE_REASONS[state] };
      return { free: await ntfsFreeSpace(volume) };
    }
    if (fileSystem === 'fat32' || fileSystem === 'fat16') return await fatFreeSpace(disk, offset, size);
    return { free: nothing, kept: `the free space of ${fileSystem} is not known here` };
  } catch (error) {
    // Damage is the volume's own business; here it only means that nothing of it can be called free.
    if (error instanceof FormatError) return { free: nothing, kept: `it is damaged (${error.message})` };
    throw error;
  }
}
