/** Grows an NTFS volume inside a disk: ntfsresize works on a sparse copy, and what it changed is written back in a safe order. */

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { WritableDisk } from '../disk/disk.ts';
import { decodeNtfsBootSector, NTFS_BOOT_BYTES } from '../disk/ntfs-boot-sector.ts';

const CHUNK = 2 ** 20;
const PAGE = 4096;

/** Bytes that the volume at `offset` uses of its partition. @throws FormatError when it is not NTFS */
export async function ntfsSize(disk: WritableDisk, offset: number): Promise<number> {
  const sector = await disk.read(offset, NTFS_BOOT_BYTES);
  const { sectorSize } = decodeNtfsBootSector(sector, disk.path, offset);
  // The last sector of the partition holds the copy of the boot sector and is not counted in the volume.
  return (Number(sector.readBigUInt64LE(40)) + 1) * sectorSize;
}

/**
 * Grows the volume to `size` bytes; its partition has that size already. A volume that is larger than before in its partition
 * entry and not in its boot sector is valid, so a crash before the boot sector is written leaves the old volume.
 * @throws ToolError when ntfsresize refuses, for example because the volume needs chkdsk; nothing was written then
 */
export async function extendNtfs(
  disk: WritableDisk,
  offset: number,
  size: number,
  context: Pick<Context, 'tools' | 'temp' | 'signal'>,
): Promise<void> {
  const copy = join(context.temp, 'windows-volume.ntfs');
  const file = await open(copy, 'w+');
  try {
    await file.truncate(size);
    await copyData(
      disk,
      offset,
      size,
      context.signal,
      async (data, at) => void (await file.write(data, 0, data.length, at)),
    );
    await context.tools.run('ntfsresize', ['--force', '--no-progress-bar', copy], { input: 'y\n' });
    await writeBack(disk, offset, size, file, context.signal);
  } finally {
    await file.close();
    // Run-long temporary, but as large as the data of Windows: not kept until the end of the run.
    await open(copy, 'w').then((handle) => handle.close());
  }
}

/** Hands on what is stored of the volume, leaving zeros and free space out. */
async function copyData(
  disk: WritableDisk,
  offset: number,
  size: number,
  signal: AbortSignal,
  take: (data: Buffer, at: number) => Promise<void>,
): Promise<void> {
  for await (const range of disk.ranges()) {
    const end = Math.min(range.offset + range.length, offset + size);
    if (range.kind !== 'data') continue;
    for (let at = Math.max(range.offset, offset); at < end; at += CHUNK) {
      signal.throwIfAborted();
      const data = await disk.read(at, Math.min(CHUNK, end - at));
      if (data.some((byte) => byte !== 0)) await take(data, at - offset);
    }
  }
}

/** The end of the volume first and its boot sector last: until that is written, the old volume stands. */
async function writeBack(
  disk: WritableDisk,
  offset: number,
  size: number,
  file: Awaited<ReturnType<typeof open>>,
  signal: AbortSignal,
): Promise<void> {
  const chunks = Math.ceil(size / CHUNK);
  for (let index = chunks - 1; index >= 0; index--) {
    signal.throwIfAborted();
    const start = index * CHUNK;
    const length = Math.min(CHUNK, size - start);
    const after = Buffer.alloc(length);
    await file.read(after, 0, length, start);
    const before = await disk.read(offset + start, length);
    if (before.equals(after)) continue;
    for (let at = Math.floor((length - 1) / PAGE) * PAGE; at >= 0; at -= PAGE) {
      const page = after.subarray(at, at + PAGE);
      if (page.equals(before.subarray(at, at + PAGE))) continue;
      if (start + at === 0) await disk.flush();
      await disk.write(offset + start + at, page);
    }
  }
  await disk.flush();
}
