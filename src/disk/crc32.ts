/** The two CRC-32s of disk formats: the common one (GPT) from zlib, and Castagnoli's (VHDX). */

import { crc32 as zlibCrc32 } from 'node:zlib';

/** CRC-32 of ISO-HDLC, as GPT uses it. */
export function crc32(bytes: Uint8Array): number {
  return zlibCrc32(bytes);
}

/** Reflected polynomial 0x1EDC6F41. */
const CASTAGNOLI = 0x82f63b78;
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CASTAGNOLI : value >>> 1;
  return value;
});

/** CRC-32C, as VHDX uses it. */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
