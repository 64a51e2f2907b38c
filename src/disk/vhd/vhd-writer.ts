/** Writes any disk as a VHD. The same content, type and time give the same bytes. */

import { UserError } from '../../errors.ts';
import { formatSize } from '../../units.ts';
import { type ContentGuid, contentGuid } from '../content-guid.ts';
import { dataBlocks } from '../data-blocks.ts';
import type { Disk } from '../disk.ts';
import { type WriteImageOptions, writeImageFile } from '../write-image-file.ts';
import type { WriteQueue } from '../write-queue.ts';
import {
  encodeVhdDynamicHeader,
  VHD_BLOCK_ABSENT,
  VHD_DYNAMIC_HEADER_BYTES,
  vhdBitmapBytes,
} from './vhd-dynamic-header.ts';
import { encodeVhdFooter, VHD_FOOTER_BYTES } from './vhd-footer.ts';

const SECTOR = 512;
/** The block size of the specification; also the unit of reading for a fixed disk. */
const BLOCK_BYTES = 2 * 2 ** 20;
const FILE_ALIGNMENT = 4096;
/** Windows mounts no larger VHD ("Virtual Hard Disks in Windows 7"); beyond it only VHDX. */
const MAX_VHD_BYTES = 2040 * 2 ** 30;
/** What Windows writes, so that every reader takes the exact size. */
const CREATOR = 'win ';

export interface WriteVhdOptions extends WriteImageOptions {
  /** Seconds since 1970 (default: 2000-01-01, the epoch of the format). */
  readonly timestamp?: number;
}

/**
 * Writes `source` to `path` as a VHD of exactly its size, reading no more of it than `dataBlocks` does. Of a dynamic disk only blocks
 * that are not all zeros are stored; zeros within them, as in a fixed disk, stay holes. The file appears under its name only when it
 * is whole.
 * @throws UserError disk-format-unsupported for a disk that a VHD cannot hold, cancelled through the signal
 */
export async function writeVhd(source: Disk, path: string, options: WriteVhdOptions): Promise<void> {
  assertVhdHolds(source.size);
  const write = options.type === 'fixed' ? writeFixed : writeDynamic;
  await writeImageFile(path, options, (file) => write(source, file, options));
}

/** @param size of a disk, bytes @throws UserError disk-format-unsupported */
export function assertVhdHolds(size: number): void {
  if (size > 0 && size <= MAX_VHD_BYTES && size % SECTOR === 0) return;
  throw new UserError(
    'disk-format-unsupported',
    `A disk of ${size} bytes (${formatSize(size)}) cannot be written as VHD`,
    'A VHD holds whole sectors of 512 bytes, up to 2040 GiB; choose another size.',
  );
}

async function writeFixed(source: Disk, file: WriteQueue, options: WriteVhdOptions): Promise<number> {
  const id = contentGuid(options.uuid);
  for await (const { runs, release } of dataBlocks(source, { ...options, blockSize: BLOCK_BYTES })) {
    for (const { offset, data } of runs) {
      id.add(offset, data);
      await file.write(offset, data);
    }
    void file.settle().then(release);
  }
  await file.write(source.size, encodeVhdFooter(footer(source, options, id, undefined)));
  return source.size + VHD_FOOTER_BYTES;
}

async function writeDynamic(source: Disk, file: WriteQueue, options: WriteVhdOptions): Promise<number> {
  const id = contentGuid(options.uuid);
  const tableOffset = VHD_FOOTER_BYTES + VHD_DYNAMIC_HEADER_BYTES;
  const tableEntries = Math.ceil(source.size / BLOCK_BYTES);
  const tableBytes = Math.ceil((tableEntries * 4) / SECTOR) * SECTOR;
  const table = Buffer.alloc(tableBytes, 0xff);
  const bitmap = Buffer.alloc(vhdBitmapBytes(BLOCK_BYTES), 0xff);
  let end = tableOffset + tableBytes;
  for await (const { offset, runs, release } of dataBlocks(source, { ...options, blockSize: BLOCK_BYTES })) {
    // The bitmap goes right before a page boundary: data aligned to pages is faster to reach, and its zeros can be holes.
    const dataOffset = Math.ceil((end + bitmap.length) / FILE_ALIGNMENT) * FILE_ALIGNMENT;
    const bitmapSector = (dataOffset - bitmap.length) / SECTOR;
    if (bitmapSector >= VHD_BLOCK_ABSENT) throw new RangeError('The block allocation table cannot reach this far');
    table.writeUInt32BE(bitmapSector, (offset / BLOCK_BYTES) * 4);
    await file.write(dataOffset - bitmap.length, bitmap);
    for (const run of runs) {
      id.add(run.offset, run.data);
      await file.write(dataOffset + run.offset - offset, run.data);
    }
    void file.settle().then(release);
    end = dataOffset + BLOCK_BYTES;
  }
  const closing = encodeVhdFooter(footer(source, options, id, VHD_FOOTER_BYTES));
  const header = encodeVhdDynamicHeader({ tableOffset, tableEntries, blockSize: BLOCK_BYTES });
  await file.write(0, Buffer.concat([closing, header, table]));
  await file.write(end, closing);
  return end + closing.length;
}

function footer(source: Disk, options: WriteVhdOptions, id: ContentGuid, headerOffset: number | undefined) {
  return {
    type: options.type,
    size: source.size,
    headerOffset,
    timestamp: options.timestamp ?? 0,
    creator: CREATOR,
    uuid: Buffer.from(id.finish(source.size).replaceAll('-', ''), 'hex'),
  };
}
