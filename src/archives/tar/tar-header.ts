/**
 * Headers of tar members in the GNU format, which is what VMware's own OVA tools are fed with. Source: GNU tar manual,
 * "Basic Tar Format" and "GNU Extensions". Everything that differs between machines (owner, times) is fixed.
 */

export const TAR_BLOCK = 512;
/** GNU tar writes whole records of 20 blocks; some readers read whole records. */
const RECORD = 20 * TAR_BLOCK;
/** The largest size 11 octal digits hold: 8 GiB - 1. */
const MAX_OCTAL_SIZE = 0o77777777777;
const MAX_NAME = 100;

export interface TarEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly modified: number;
}

/** The header block of a regular file, preceded by a long-name member where the name has more than 100 bytes. */
export function encodeTarHeader(member: TarEntry): Buffer {
  const name = Buffer.from(member.name, 'utf8');
  const header = encodeBlock(name.subarray(0, MAX_NAME), member.size, member.modified, '0');
  if (name.length <= MAX_NAME) return header;
  const longName = Buffer.alloc(roundToBlocks(name.length + 1));
  name.copy(longName);
  return Buffer.concat([encodeBlock(Buffer.from('././@LongLink'), name.length + 1, 0, 'L'), longName, header]);
}

/** Zero bytes that follow a member of `size` bytes. */
export function tarPadding(size: number): number {
  return roundToBlocks(size) - size;
}

/** Zero bytes that end an archive whose members take `size` bytes: two blocks at least, up to a whole record. */
export function tarTrailer(size: number): number {
  const end = size + 2 * TAR_BLOCK;
  return Math.ceil(end / RECORD) * RECORD - size;
}

function roundToBlocks(size: number): number {
  return Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
}

function encodeBlock(name: Uint8Array, size: number, modified: number, type: '0' | 'L'): Buffer {
  const block = Buffer.alloc(TAR_BLOCK);
  block.set(name, 0);
  block.write('0000644\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  writeSize(block, size);
  block.write(`${modified.toString(8).padStart(11, '0')}\0`, 136, 'latin1');
  block.write(type, 156, 'latin1');
  block.write('ustar  \0', 257, 'latin1');
  // The checksum is taken with its own field as spaces.
  block.fill(' ', 148, 156);
  const checksum = block.reduce((sum, byte) => sum + byte, 0);
  block.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function writeSize(block: Buffer, size: number): void {
  if (size <= MAX_OCTAL_SIZE) {
    block.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    return;
  }
  // Base 256: the top bit set, then the number big-endian in the rest of the 12 bytes.
  block.writeUInt8(0x80, 124);
  block.writeBigUInt64BE(BigInt(size), 128);
}
