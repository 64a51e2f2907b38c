/** The two CRC-32s of disk formats: the common one (GPT) from zlib, and Castagnoli's (VHDX). */

import { crc32 as zlibCrc32 } from 'node:zlib';

/** CRC-32 of ISO-HDLC, as GPT uses it. */
export function crc32(bytes: Uint8Array): number {
  return zlibCrc32(bytes);
}

/** Reflected polynomial 0x1EDC6F41. */
const CASTAGNOLI = 0x82f63b78;
/** Steps of eight bytes ("slicing by eight"): row n, of 256, carries a byte past the n bytes that follow it. */
const STEP = 8;
const TABLES = new Uint32Array(STEP * 256);
for (let index = 0; index < 256; index++) {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CASTAGNOLI : value >>> 1;
  TABLES[index] = value;
}
for (let index = 256; index < TABLES.length; index++) {
  const before = TABLES[index - 256] ?? 0;
  TABLES[index] = (TABLES[before & 0xff] ?? 0) ^ (before >>> 8);
}

/** CRC-32C, as VHDX uses it. */
export function crc32c(bytes: Uint8Array): number {
  const row = (n: number, byte: number): number => TABLES[n * 256 + (byte & 0xff)] ?? 0;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = 0xffffffff;
  let at = 0;
  for (const end = bytes.length - STEP; at <= end; at += STEP) {
    const low = crc ^ words.getUint32(at, true);
    const high = words.getUint32(at + 4, true);
    crc =
      row(7, low) ^
      row(6, low >>> 8) ^
      row(5, low >>> 16) ^
      row(4, low >>> 24) ^
      row(3, high) ^
      row(2, high >>> 8) ^
      row(1, high >>> 16) ^
      row(0, high >>> 24);
  }
  for (; at < bytes.length; at++) crc = row(0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
