/** A partition of a disk as a disk of its own, told where on the disk it lies. */

import { open } from 'node:fs/promises';
import type { Disk, DiskRange } from '../../../src/disk/disk.ts';
import { isZero } from '../../../src/disk/zero-bytes.ts';

const SECTOR = 512;
/** Sectors before the partition, in the boot sector of FAT and NTFS alike. */
const HIDDEN_SECTORS = 0x1c;
const CHUNK = 4 * 2 ** 20;
/** Zero stretches of this size stay holes: the blocks of a dynamic disk are mostly empty. */
const HOLE = 64 * 1024;

export interface Window {
  readonly offset: number;
  readonly size: number;
}

/** Closing it leaves the disk open. */
export function volumeWindow(disk: Disk, { offset, size }: Window): Disk {
  return {
    size,
    format: 'partition',
    path: disk.path,
    read: (at, length) => disk.read(offset + at, length),
    ranges: () => windowRanges(disk, offset, size),
    close: () => Promise.resolve(),
  };
}

/** Says the new place of an NTFS volume in its boot sector and in the copy at its end. */
export function movedNtfs(volume: Disk, newOffset: number): Disk {
  const copies = [0, volume.size - SECTOR];
  return {
    ...volume,
    read: async (at, length) => {
      const bytes = await volume.read(at, length);
      for (const copy of copies) setHiddenSectors(bytes, copy - at, newOffset);
      return bytes;
    },
  };
}

/** Says the new place of a FAT32 volume file in its boot sector and in the copy in sector 6. */
export async function moveFat(file: string, newOffset: number): Promise<void> {
  const handle = await open(file, 'r+');
  const start = Buffer.alloc(7 * SECTOR);
  await handle.read(start, 0, start.length, 0);
  for (const copy of [0, 6 * SECTOR]) setHiddenSectors(start, copy, newOffset);
  await handle.write(start, 0, start.length, 0);
  await handle.close();
}

/** Copies a volume into a sparse file. */
export async function writeVolume(volume: Disk, path: string): Promise<void> {
  const file = await open(path, 'wx');
  await file.truncate(volume.size);
  for await (const { kind, offset, length } of volume.ranges()) {
    if (kind !== 'data') continue;
    for (let done = 0; done < length; done += CHUNK) {
      const bytes = await volume.read(offset + done, Math.min(CHUNK, length - done));
      for (let at = 0; at < bytes.length; at += HOLE) {
        const piece = bytes.subarray(at, at + HOLE);
        if (!isZero(piece)) await file.write(piece, 0, piece.length, offset + done + at);
      }
    }
  }
  await file.close();
}

function setHiddenSectors(bytes: Buffer, sector: number, offset: number): void {
  if (sector < 0 || sector + HIDDEN_SECTORS + 4 > bytes.length) return;
  bytes.writeUInt32LE(offset / SECTOR, sector + HIDDEN_SECTORS);
}

async function* windowRanges(disk: Disk, offset: number, size: number): AsyncGenerator<DiskRange, void, undefined> {
  for await (const range of disk.ranges()) {
    const start = Math.max(range.offset, offset);
    const end = Math.min(range.offset + range.length, offset + size);
    if (start < end) yield { kind: range.kind, offset: start - offset, length: end - start };
  }
}
