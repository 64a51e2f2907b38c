/** Grows an NTFS volume inside a disk: ntfsresize works on a sparse copy, and what it changed is written back in a safe order. */

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { Disk, WritableDisk } from '../disk/disk.ts';
import { findFreeSpace } from '../disk/free-space.ts';
import { decodeNtfsBootSector, NTFS_BOOT_BYTES } from '../disk/ntfs/ntfs-boot-sector.ts';
import { isZero } from '../disk/zero-bytes.ts';
import { openNamed } from '../files/open-named.ts';

const CHUNK = 2 ** 20;
const PAGE = 4096;
/** Where the boot sector has the first cluster of the mirror, and how many records that holds. */
const NTFS_BOOT_MIRROR = 56;
const MIRRORED_RECORDS = 4;

/** Bytes that the volume at `offset` uses of its partition. @throws FormatError when it is not NTFS */
export async function ntfsSize(disk: Disk, offset: number): Promise<number> {
  const sector = await disk.read(offset, NTFS_BOOT_BYTES);
  const { sectorSize } = decodeNtfsBootSector(sector, disk.path, offset);
  // The last sector of the partition holds the copy of the boot sector and is not counted in the volume.
  return (Number(sector.readBigUInt64LE(40)) + 1) * sectorSize;
}

/**
 * Grows the volume to `size` bytes; its partition has that size already. A volume that is larger than before in its partition
 * entry and not in its boot sector is valid, so a crash before the boot sector is written leaves the old volume.
 * @throws ToolError when ntfsresize refuses, for example because the volume needs chkdsk, or finds its own work wrong; nothing
 *   was written then
 */
export async function extendNtfs(
  disk: WritableDisk,
  offset: number,
  size: number,
  context: Pick<Context, 'tools' | 'temp' | 'signal'>,
): Promise<void> {
  const copy = join(context.temp, 'windows-volume.ntfs');
  const file = await openNamed(copy, 'w+');
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
    await restoreMirroredRecords(disk, offset, file);
    await context.tools.run('ntfsresize', ['--info', '--force', '--no-progress-bar', copy]);
    await writeBack(disk, offset, size, file, context.signal);
  } finally {
    await file.close();
    // Run-long temporary, but as large as the data of Windows: not kept until the end of the run.
    await open(copy, 'w').then((handle) => handle.close());
  }
}

/**
 * ntfsresize marks the volume for chkdsk, in the fourth file record and in its mirror: no crash changes both or neither, and a
 * volume whose mirror differs is not mounted by ntfs-3g. These records stay as they were; the check afterwards, which goes
 * through every cluster, stands in for chkdsk.
 */
async function restoreMirroredRecords(
  disk: WritableDisk,
  offset: number,
  file: Awaited<ReturnType<typeof open>>,
): Promise<void> {
  const boot = await disk.read(offset, NTFS_BOOT_BYTES);
  const { clusterSize, recordSize, mftCluster } = decodeNtfsBootSector(boot, disk.path, offset);
  const mirrorCluster = Number(boot.readBigUInt64LE(NTFS_BOOT_MIRROR));
  for (const cluster of [mftCluster, mirrorCluster]) {
    const records = await disk.read(offset + cluster * clusterSize, MIRRORED_RECORDS * recordSize);
    await file.write(records, 0, records.length, cluster * clusterSize);
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
      if (!isZero(data)) await take(data, at - offset);
    }
  }
}

/**
 * Puts what ntfsresize changed into the disk, in three steps with a flush after each: what the old volume has free or does not
 * reach, which nothing refers to yet; then the metadata; then the boot sector with the new size. Until that is written, the old
 * volume stands.
 */
async function writeBack(
  disk: WritableDisk,
  offset: number,
  size: number,
  file: Awaited<ReturnType<typeof open>>,
  signal: AbortSignal,
): Promise<void> {
  const oldEnd = await ntfsSize(disk, offset);
  const { extents: free } = await findFreeSpace(disk);
  const isUnseen = (at: number, length: number): boolean => {
    const unused = [...free.within(offset + at, offset + at + length)];
    return at >= oldEnd || unused.reduce((sum, { start, end }) => sum + end - start, 0) === length;
  };

  const unseen: number[] = [];
  const metadata: number[] = [];
  for await (const { at, length } of changedPages(disk, offset, size, file, signal)) {
    if (at > 0) (isUnseen(at, length) ? unseen : metadata).push(at);
  }
  for (const pages of [unseen, metadata, [0]]) {
    for (const at of pages) {
      const page = Buffer.alloc(Math.min(PAGE, size - at));
      await file.read(page, 0, page.length, at);
      await disk.write(offset + at, page);
    }
    await disk.flush();
  }
}

/** The pages of the volume in which the file differs from the disk, ascending. */
async function* changedPages(
  disk: WritableDisk,
  offset: number,
  size: number,
  file: Awaited<ReturnType<typeof open>>,
  signal: AbortSignal,
): AsyncGenerator<{ at: number; length: number }, void, undefined> {
  const after = Buffer.alloc(CHUNK);
  for (let start = 0; start < size; start += CHUNK) {
    signal.throwIfAborted();
    const length = Math.min(CHUNK, size - start);
    await file.read(after, 0, length, start);
    const before = await disk.read(offset + start, length);
    if (before.equals(after.subarray(0, length))) continue;
    for (let at = 0; at < length; at += PAGE) {
      const end = Math.min(at + PAGE, length);
      if (!before.subarray(at, end).equals(after.subarray(at, end))) yield { at: start + at, length: end - at };
    }
  }
}
