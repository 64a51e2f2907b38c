/**
 * Reads the directory of a cabinet: which members it has, without unpacking anything.
 * Source: [MS-CAB] sections 2.1 (CFHEADER), 2.2 (CFFOLDER), 2.3 (CFFILE).
 */

import { open } from 'node:fs/promises';
import { FormatError } from '../../errors.ts';

export interface CabMember {
  /** As stored; may hold backslashes. */
  readonly name: string;
  /** Bytes when unpacked. */
  readonly size: number;
}

const HEADER_SIZE = 36;
const FLAG_RESERVE_PRESENT = 0x0004;
/** Longest name [MS-CAB] allows, with its zero byte. */
const MAX_NAME = 257;
/** All of a directory has to fit here: 65535 members of 16 bytes and their names are far below. */
const MAX_DIRECTORY = 32 * 2 ** 20;

/** @throws FormatError for anything that is not a whole cabinet directory */
export async function readCabDirectory(path: string): Promise<CabMember[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const header = Buffer.alloc(Math.min(HEADER_SIZE, size));
    await file.read(header, 0, header.length, 0);
    const { filesOffset, files } = parseCabHeader(header, size, path);
    const directory = Buffer.alloc(Math.min(size - filesOffset, MAX_DIRECTORY, files * (16 + MAX_NAME)));
    await file.read(directory, 0, directory.length, filesOffset);
    return parseCabFiles(directory, files, filesOffset, path);
  } finally {
    await file.close();
  }
}

export interface CabHeader {
  /** Offset of the first CFFILE. */
  readonly filesOffset: number;
  readonly files: number;
  readonly folders: number;
  /** Bytes of the cabinet as its header says. */
  readonly size: number;
  readonly hasReserve: boolean;
}

/** @param fileSize bytes of the file, which the header may not exceed */
export function parseCabHeader(bytes: Buffer, fileSize: number, path: string): CabHeader {
  if (bytes.length < HEADER_SIZE)
    throw new FormatError(path, 0, `a cabinet header of ${HEADER_SIZE} bytes`, `${bytes.length} bytes`);
  const magic = bytes.toString('latin1', 0, 4);
  if (magic !== 'MSCF') throw new FormatError(path, 0, 'MSCF', JSON.stringify(magic));
  const size = bytes.readUInt32LE(8);
  // A signed cabinet goes on behind cbCabinet with its signature.
  if (size > fileSize)
    throw new FormatError(path, 8, `at most the ${fileSize} bytes of the file`, `a cabinet of ${size} bytes`);
  const version = bytes.readUInt16LE(24);
  if (version !== 0x0103) throw new FormatError(path, 24, 'cabinet version 1.3', `${version >> 8}.${version & 0xff}`);
  const filesOffset = bytes.readUInt32LE(16);
  if (filesOffset < HEADER_SIZE || filesOffset >= size) {
    throw new FormatError(path, 16, `an offset of the members inside the ${size} bytes`, String(filesOffset));
  }
  return {
    filesOffset,
    folders: bytes.readUInt16LE(26),
    files: bytes.readUInt16LE(28),
    size,
    hasReserve: (bytes.readUInt16LE(30) & FLAG_RESERVE_PRESENT) !== 0,
  };
}

/** @param base offset of `bytes` in the file, for messages */
export function parseCabFiles(bytes: Buffer, count: number, base: number, path: string): CabMember[] {
  const members: CabMember[] = [];
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    if (offset + 16 > bytes.length) {
      throw new FormatError(path, base + offset, `member ${index + 1} of ${count}`, 'the end of the directory');
    }
    const size = bytes.readUInt32LE(offset);
    const isUtf8 = (bytes.readUInt16LE(offset + 14) & 0x80) !== 0; // _A_NAME_IS_UTF
    const end = bytes.indexOf(0, offset + 16);
    if (end < 0 || end - offset - 16 >= MAX_NAME || end === offset + 16) {
      throw new FormatError(
        path,
        base + offset + 16,
        `a name of 1 to ${MAX_NAME - 1} bytes`,
        end < 0 ? 'no end of it' : `${end - offset - 16} bytes`,
      );
    }
    members.push({ name: bytes.toString(isUtf8 ? 'utf8' : 'latin1', offset + 16, end), size });
    offset = end + 1;
  }
  return members;
}
