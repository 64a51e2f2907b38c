/** Files of the Windows volume of a finished disk, read by our own reader. */

import { createHash } from 'node:crypto';
import type { Disk } from '../../disk/disk.ts';
import type { PlacedPartition } from '../../disk/gpt/gpt-writer.ts';
import { readNtfsFile } from '../../disk/ntfs/ntfs-file.ts';
import { namesInDirectory } from '../../disk/ntfs/ntfs-index.ts';
import { findNtfsPath } from '../../disk/ntfs/ntfs-path.ts';
import { NtfsVolume } from '../../disk/ntfs/ntfs-volume.ts';
import { fromFileTime } from '../../files/file-time.ts';

const PIECE = 4 * 2 ** 20;
/** $STANDARD_INFORMATION, and where in it the time of the last change stands (Linux-NTFS project). */
const STANDARD_INFORMATION = 0x10;
const MODIFIED_OFFSET = 8;

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
  /** Paths of all files below a folder, by their long names, in no order; none when there is no such folder. */
  files(folder: string): Promise<readonly string[]>;
  /** When the content of a file was last changed; undefined when there is none. */
  modified(path: string): Promise<Date | undefined>;
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
      const data = volume.data(await volume.record(record), path);
      const hash = createHash('sha256');
      for (let at = 0; at < data.size; at += PIECE) {
        hash.update(await volume.readAttribute(data, at, Math.min(PIECE, data.size - at)));
      }
      return hash.digest('hex');
    },
    files: async (folder) => {
      const record = await findNtfsPath(volume, folder);
      return record === undefined ? [] : filesBelow(volume, folder, record);
    },
    modified: async (path) => {
      const record = await findNtfsPath(volume, path);
      if (record === undefined) return undefined;
      const standard = (await volume.record(record)).find(({ type }) => type === STANDARD_INFORMATION)?.value;
      return standard && new Date(fromFileTime(standard.readBigUInt64LE(MODIFIED_OFFSET)));
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

async function filesBelow(volume: NtfsVolume, folder: string, record: number): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of namesInDirectory(volume, record)) {
    if (entry.isShort) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFolder) found.push(...(await filesBelow(volume, path, entry.record)));
    else found.push(path);
  }
  return found;
}
