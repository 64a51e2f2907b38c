/** The block allocation table of a VHDX (MS-VHDX, section 2.2.5): an entry of eight bytes a block, little-endian. */

export const VHDX_ENTRY_BYTES = 8;
/** Payload blocks, regions and the log lie on multiples of it. */
export const VHDX_ALIGNMENT = 2 ** 20;
/** A payload block that is in the file (2.2.5.1). */
export const VHDX_FULLY_PRESENT = 6;
/** Sectors that one block of sector bitmaps covers, 1 MiB of bits; the payload blocks of so many sectors make a chunk. */
const CHUNK_SECTORS = 2 ** 23;

/** Index of a payload block's entry: after every chunk stands the entry of a sector bitmap, which only differencing disks have. */
export function vhdxEntryIndex(block: number, { blockSize, sectorSize }: { blockSize: number; sectorSize: number }) {
  return block + Math.floor(block / ((CHUNK_SECTORS * sectorSize) / blockSize));
}

/** @param offset of the block in the file, a multiple of 1 MiB */
export function encodeVhdxEntry(offset: number): Buffer {
  const entry = Buffer.alloc(VHDX_ENTRY_BYTES);
  entry.writeBigUInt64LE((BigInt(offset / VHDX_ALIGNMENT) << 20n) | BigInt(VHDX_FULLY_PRESENT));
  return entry;
}
