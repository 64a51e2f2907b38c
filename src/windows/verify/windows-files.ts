/** Files of the Windows volume of a finished disk, read by our own reader. */

import { createHash } from 'node:crypto';
import type { Disk } from '../../disk/disk.ts';
import type { PlacedPartition } from '../../disk/gpt/gpt-writer.ts';
import { readNtfsFile } from '../../disk/ntfs/ntfs-file.ts';
import { namesInDirectory } from '../../disk/ntfs/ntfs-index.ts';
import { findNtfsPath } from '../../disk/ntfs/ntfs-path.ts';
import { NtfsVolume } from '../../disk/ntfs/ntfs-volume.ts';

const PIECE = 4 * 2 ** 20;

export interface WindowsFiles {
  /** For messages. */
  readonly place: string;
  /** The content of a file of at most so many bytes, undefined when there is none; `path` from the root of the volume, with `/`. */
  read(path: string, maxBytes: number): Promise<Buffer | undefined>;
  /** Names in a folder, in no order; none when there is no such folder. */
  names(path: string): Promise<readonly string[]>;
}

export interface WindowsVolume extends WindowsFiles {
  /** SHA-256 of a file of any size; undefined when there is none. */
  digest(path: string): Promise<string | undefined>;
}

/** @throws FormatError when there is no NTFS volume */
export async function openWindowsFiles(
  disk: Disk,
  { offset, size }: Pick<PlacedPartition, 'offset' | 'size'>,
): Promise<WindowsVolume> {
  const volume = await NtfsVolume.open(disk, offset, size);
  return {
    place: disk.path,
    read: async (path, maxBytes) => {
      const record = await findNtfsPath(volume, path);
      return record === undefined ? undefined : readNtfsFile(volume, record, maxBytes);
    },
    digest: async (path) => {
      const record = await findNtfsPath(volume, path);
      if (record === undefined) return undefined;
      const data = volume.data(await volume.wholeRecord(record), path);
      const hash = createHash('sha256');
      for (let at = 0; at < data.size; at += PIECE) {
        hash.update(await volume.readAttribute(data, at, Math.min(PIECE, data.size - at)));
      }
      return hash.digest('hex');
    },
    names: async (path) => {
      const record = await findNtfsPath(volume, path);
      const names: string[] = [];
      if (record === undefined) return names;
      for await (const { name } of namesInDirectory(volume, record)) names.push(name);
      return names;
    },
  };
}
