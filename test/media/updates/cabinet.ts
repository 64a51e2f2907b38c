/**
 * Writes Microsoft cabinets without an external program, the same bytes for the same members.
 * Source: [MS-CAB] sections 2.1 to 2.6 (CFHEADER, CFFOLDER, CFFILE, CFDATA, checksum) and MSZIP: "CK" and a raw deflate block
 * of at most 32 KiB, each with the 32 KiB before it as dictionary.
 */

import { deflateRawSync } from 'node:zlib';

export interface CabinetMember {
  /** One name or a path with backslashes. */
  readonly name: string;
  readonly data: Uint8Array;
}

export interface CabinetOptions {
  readonly compression?: 'none' | 'mszip';
  /** Time of all members (default 2026-01-13 18:00, a Patch Tuesday). */
  readonly time?: Date;
}

const BLOCK = 0x8000;
const HEADER_SIZE = 36;
const FOLDER_SIZE = 8;

export function writeCabinet(members: readonly CabinetMember[], options: CabinetOptions = {}): Buffer {
  const compression = options.compression ?? 'mszip';
  const content = Buffer.concat(members.map((member) => member.data));
  const blocks = compressBlocks(content, compression);
  const files = fileEntries(members, options.time ?? new Date(Date.UTC(2026, 0, 13, 18)));
  const filesOffset = HEADER_SIZE + FOLDER_SIZE;
  const dataOffset = filesOffset + files.length;
  const data = Buffer.concat(blocks);

  const header = Buffer.alloc(HEADER_SIZE);
  header.write('MSCF', 0, 'latin1');
  header.writeUInt32LE(dataOffset + data.length, 8); // cbCabinet
  header.writeUInt32LE(filesOffset, 16); // coffFiles
  header.writeUInt8(3, 24); // versionMinor
  header.writeUInt8(1, 25); // versionMajor
  header.writeUInt16LE(1, 26); // cFolders
  header.writeUInt16LE(members.length, 28); // cFiles

  const folder = Buffer.alloc(FOLDER_SIZE);
  folder.writeUInt32LE(dataOffset, 0); // coffCabStart
  folder.writeUInt16LE(blocks.length, 4); // cCFData
  folder.writeUInt16LE(compression === 'mszip' ? 1 : 0, 6); // typeCompress
  return Buffer.concat([header, folder, files, data]);
}

function fileEntries(members: readonly CabinetMember[], time: Date): Buffer {
  let position = 0;
  const entries = members.map(({ name, data }) => {
    const text = Buffer.from(`${name}\0`, 'utf8');
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(data.length, 0); // cbFile
    entry.writeUInt32LE(position, 4); // uoffFolderStart
    entry.writeUInt16LE(dosDate(time), 10);
    entry.writeUInt16LE(dosTime(time), 12);
    // ARCHIVE, and NAME_IS_UTF where a byte is not ASCII
    entry.writeUInt16LE(0x20 | (text.some((byte) => byte > 0x7f) ? 0x80 : 0), 14);
    position += data.length;
    return Buffer.concat([entry, text]);
  });
  return Buffer.concat(entries);
}

function compressBlocks(content: Buffer, compression: 'none' | 'mszip'): Buffer[] {
  const blocks: Buffer[] = [];
  for (let start = 0; start < content.length; start += BLOCK) {
    const plain = content.subarray(start, start + BLOCK);
    const payload =
      compression === 'none'
        ? plain
        : Buffer.concat([
            Buffer.from('CK', 'latin1'),
            // A whole number of deflate blocks that end here; the 32 KiB before them may be referred to.
            deflateRawSync(
              plain,
              start === 0 ? {} : { dictionary: content.subarray(Math.max(0, start - BLOCK), start) },
            ),
          ]);
    const sizes = Buffer.alloc(4);
    sizes.writeUInt16LE(payload.length, 0);
    sizes.writeUInt16LE(plain.length, 2);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(checksum(sizes, checksum(payload, 0)), 0);
    blocks.push(Buffer.concat([sum, sizes, payload]));
  }
  return blocks;
}

/** CSUMCompute of [MS-CAB] section 3.1: XOR of little-endian words, the odd bytes at the end most significant first. */
function checksum(bytes: Buffer, seed: number): number {
  let sum = seed;
  const whole = bytes.length - (bytes.length % 4);
  for (let offset = 0; offset < whole; offset += 4) sum ^= bytes.readUInt32LE(offset);
  let rest = 0;
  for (const byte of bytes.subarray(whole)) rest = (rest << 8) | byte;
  return (sum ^ rest) >>> 0;
}

function dosDate(time: Date): number {
  return ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
}

function dosTime(time: Date): number {
  return (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
}
