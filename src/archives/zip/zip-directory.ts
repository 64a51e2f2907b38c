/** Lists and opens the members of a zip file held in memory (PKWARE APPNOTE 6.3.10): what a quiesce manifest needs, bounded. */

import { inflateRawSync } from 'node:zlib';
import { FormatError } from '../../errors.ts';

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const MEMBER_SIGNATURE = 0x02014b50;
const MEMBER_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;
/** The name is UTF-8 (appendix D); otherwise it is in code page 437, whose ASCII half is all that manifests use. */
const FLAG_UTF8 = 0x800;

export interface ZipMember {
  readonly name: string;
  /** Bytes once decompressed, as the directory states it. */
  readonly size: number;
  readonly compressedSize: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header stands. */
  readonly offset: number;
}

/**
 * Members of the zip in the order of its central directory, folders left out.
 * @throws FormatError when the end record or the directory is damaged, or in Zip64 form (over 4 GiB or 65535 members)
 */
export function readZipDirectory(bytes: Buffer, file: string): ZipMember[] {
  const end = findEnd(bytes, file);
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    throw new FormatError(file, end, 'a zip of less than 65535 members and 4 GiB', 'Zip64');
  }
  if (start + size > end) {
    throw new FormatError(file, end + 12, 'a central directory before its end record', `${size} bytes at ${start}`);
  }
  const members: ZipMember[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + MEMBER_SIZE > start + size || bytes.readUInt32LE(at) !== MEMBER_SIGNATURE) {
      throw new FormatError(file, at, `member ${index + 1} of ${count} in the central directory`, 'something else');
    }
    const flags = bytes.readUInt16LE(at + 8);
    const nameLength = bytes.readUInt16LE(at + 28);
    const next = at + MEMBER_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > start + size)
      throw new FormatError(file, at + 28, 'a name inside the central directory', `${nameLength}`);
    const encoding = (flags & FLAG_UTF8) === 0 ? 'latin1' : 'utf8';
    const name = bytes.toString(encoding, at + MEMBER_SIZE, at + MEMBER_SIZE + nameLength);
    if (!name.endsWith('/')) {
      members.push({
        name,
        size: bytes.readUInt32LE(at + 24),
        compressedSize: bytes.readUInt32LE(at + 20),
        method: bytes.readUInt16LE(at + 10),
        encrypted: (flags & FLAG_ENCRYPTED) !== 0,
        offset: bytes.readUInt32LE(at + 42),
      });
    }
    at = next;
  }
  return members;
}

/**
 * The content of one member.
 * @param limit most bytes to decompress, whatever the directory states
 * @throws FormatError when it is damaged, encrypted, larger than `limit` or compressed in another way than deflate
 */
export function readZipMember(bytes: Buffer, member: ZipMember, limit: number, file: string): Buffer {
  const at = member.offset;
  if (at + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) {
    throw new FormatError(file, Math.min(at, bytes.length), `the local header of ${member.name}`, 'something else');
  }
  const start = at + LOCAL_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(start, start + member.compressedSize);
  if (data.length !== member.compressedSize) {
    throw new FormatError(file, start, `${member.compressedSize} bytes of ${member.name}`, `${data.length}`);
  }
  if (member.encrypted) throw new FormatError(file, at, 'a member that is not encrypted', member.name);
  if (member.size > limit)
    throw new FormatError(file, at, `at most ${limit} bytes in ${member.name}`, `${member.size}`);
  if (member.method === STORED) return Buffer.from(data);
  if (member.method !== DEFLATED)
    throw new FormatError(file, at + 8, 'compression by deflate', `method ${member.method}`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError(file, start, `${member.name} as deflate`, reason, { cause: error });
  }
}

/** The end record is the last thing in the file but for a comment of at most 64 KiB. */
function findEnd(bytes: Buffer, file: string): number {
  const first = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE && at + END_SIZE + bytes.readUInt16LE(at + 20) <= bytes.length)
      return at;
  }
  throw new FormatError(file, bytes.length, 'the end record of a zip file', `${bytes.length} bytes without one`);
}
