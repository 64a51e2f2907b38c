/** Looks a path up on an NTFS volume. */

import { findInDirectory } from './ntfs-index.ts';
import { NTFS_RECORD_ROOT, type NtfsVolume } from './ntfs-volume.ts';

/**
 * Whether there is a file or folder of that path, such as `Windows\System32` or with `/`; upper and lower case are alike.
 * @throws FormatError for a file in the place of a folder, and for a folder whose index is damaged or larger than 64 MiB
 */
export async function hasNtfsPath(volume: NtfsVolume, path: string): Promise<boolean> {
  return (await findNtfsPath(volume, path)) !== undefined;
}

/** As `hasNtfsPath`: the number of its file record. */
export async function findNtfsPath(volume: NtfsVolume, path: string): Promise<number | undefined> {
  let record: number | undefined = NTFS_RECORD_ROOT;
  for (const name of path.split(/[\\/]+/).filter((part) => part !== '')) {
    record = await findInDirectory(volume, record, name);
    if (record === undefined) return undefined;
  }
  return record;
}
