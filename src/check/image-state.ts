/** How far Setup of Windows has come on a disk, by the file in which Setup itself writes it down. */

import type { Disk } from '../disk/disk.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { readNtfsFile } from '../disk/ntfs/ntfs-file.ts';
import { findNtfsPath } from '../disk/ntfs/ntfs-path.ts';
import { NtfsVolume } from '../disk/ntfs/ntfs-volume.ts';
import { unlessDamaged } from '../errors.ts';

/** Microsoft, "Windows Setup States": the same stands in the registry. */
const STATE_FILE = 'Windows\\Setup\\State\\State.ini';
/** It has some fifty. */
const MOST_BYTES = 4096;

/** @returns such as IMAGE_STATE_COMPLETE; undefined where there is no Windows, or it does not say */
export async function readImageState(disk: Disk, { partitions }: DiskLayout): Promise<string | undefined> {
  const windows = partitions.find(({ type }) => type === 'windows');
  if (windows?.fileSystem !== 'ntfs') return undefined;
  return unlessDamaged(async () => {
    const volume = await NtfsVolume.open(disk, windows.offset, windows.size);
    const record = await findNtfsPath(volume, STATE_FILE);
    if (record === undefined) return undefined;
    return parseImageState(await readNtfsFile(volume, record, MOST_BYTES));
  });
}

/** ANSI or UTF-16: the words are ASCII in both. */
export function parseImageState(file: Buffer): string | undefined {
  return /IMAGE_STATE_[A-Z_]+/.exec(file.toString('latin1').replaceAll('\0', ''))?.[0];
}
