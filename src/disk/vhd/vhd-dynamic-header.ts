/** The header of a dynamic VHD (specification version 1.0, "Dynamic Disk Header Format"). */

import { FormatError } from '../../errors.ts';
import { vhdChecksum } from './vhd-footer.ts';

export const VHD_DYNAMIC_HEADER_BYTES = 1024;
/** A block that is not stored, in the block allocation table. */
export const VHD_BLOCK_ABSENT = 0xffffffff;
const COOKIE = 'cxsparse';
const VERSION = 0x00010000;
const SECTOR = 512;
/** Windows writes 512 KiB or 2 MiB; a larger one than this is a damaged header. */
const MAX_BLOCK_BYTES = 256 * 2 ** 20;

export interface VhdDynamicHeader {
  /** Offset of the block allocation table, bytes. */
  readonly tableOffset: number;
  /** Entries of the block allocation table. */
  readonly tableEntries: number;
  /** Guest bytes in a block. */
  readonly blockSize: number;
}

/** @throws FormatError for a wrong cookie, checksum, version or block size */
export function decodeVhdDynamicHeader(bytes: Buffer, file: string, offset: number): VhdDynamicHeader {
  const fail = (at: number, expected: string, found: string | number): FormatError =>
    new FormatError(file, offset + at, expected, String(found));
  const cookie = bytes.toString('latin1', 0, 8);
  if (cookie !== COOKIE) throw fail(0, `dynamic disk header "${COOKIE}"`, JSON.stringify(cookie));
  const stored = bytes.readUInt32BE(36);
  const computed = vhdChecksum(bytes.subarray(0, VHD_DYNAMIC_HEADER_BYTES), 36);
  if (stored !== computed) throw fail(36, `header checksum ${computed}`, stored);
  if (bytes.readUInt32BE(24) !== VERSION) throw fail(24, `header version ${VERSION}`, bytes.readUInt32BE(24));
  const blockSize = bytes.readUInt32BE(32);
  const powerOfTwo = (blockSize & (blockSize - 1)) === 0;
  if (blockSize < SECTOR || blockSize > MAX_BLOCK_BYTES || !powerOfTwo) {
    throw fail(32, 'a block size that is a power of two from 512 bytes to 256 MiB', blockSize);
  }
  const tableOffset = Number(bytes.readBigUInt64BE(16));
  if (!Number.isSafeInteger(tableOffset)) throw fail(16, 'the offset of the block allocation table', tableOffset);
  return { tableOffset, tableEntries: bytes.readUInt32BE(28), blockSize };
}

export function encodeVhdDynamicHeader(header: VhdDynamicHeader): Buffer {
  const bytes = Buffer.alloc(VHD_DYNAMIC_HEADER_BYTES);
  bytes.write(COOKIE, 0, 'latin1');
  bytes.fill(0xff, 8, 16);
  bytes.writeBigUInt64BE(BigInt(header.tableOffset), 16);
  bytes.writeUInt32BE(VERSION, 24);
  bytes.writeUInt32BE(header.tableEntries, 28);
  bytes.writeUInt32BE(header.blockSize, 32);
  bytes.writeUInt32BE(vhdChecksum(bytes, 36), 36);
  return bytes;
}

/** Bytes of the sector bitmap in front of each block's data, padded to whole sectors. */
export function vhdBitmapBytes(blockSize: number): number {
  return Math.ceil(blockSize / SECTOR / 8 / SECTOR) * SECTOR;
}
