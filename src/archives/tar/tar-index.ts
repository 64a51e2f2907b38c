/** Lists the members of a tar archive by seeking from header to header, never through the data. */

import { FormatError } from '../../errors.ts';
import type { ByteSource } from '../../files/byte-source.ts';
import { TAR_BLOCK } from './tar-header.ts';

/** An OVA holds a handful; this bounds the time on a hostile file. */
const MAX_MEMBERS = 4096;
/** A PAX header or GNU long name larger than this is no name of ours. */
const MAX_EXTENSION_BYTES = 64 * 1024;

export interface TarMember {
  readonly name: string;
  /** Where the data begins, bytes from the start of the archive. */
  readonly offset: number;
  readonly size: number;
}

/**
 * Regular files in their order. Reads ustar, GNU (long names, base-256 sizes) and PAX (path, size).
 * @throws FormatError for a damaged header or a member that reaches past the end, and for one that is packed without its holes or is a part of one:
 *   what lies in the archive is not its content
 */
export async function readTarIndex(source: ByteSource): Promise<readonly TarMember[]> {
  const members: TarMember[] = [];
  let extended: Partial<Pick<TarMember, 'name' | 'size'>> = {};
  let offset = 0;
  for (let headers = 0; offset + TAR_BLOCK <= source.size; headers++) {
    const header = await source.read(offset, TAR_BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (headers >= MAX_MEMBERS) throw new FormatError(source.path, offset, `at most ${MAX_MEMBERS} members`, 'more');
    assertChecksum(source, header, offset);
    const type = String.fromCharCode(header[156] ?? 0);
    const isExtension = type === 'x' || type === 'L';
    const size = (isExtension ? undefined : extended.size) ?? readSize(source, header, offset);
    const data = offset + TAR_BLOCK;
    if (type === 'S' || type === 'M') throw notWhole(source, offset, `one of type ${type}`);
    if (data + size > source.size) {
      throw new FormatError(
        source.path,
        offset,
        `a member of ${size} bytes`,
        `the end of the archive at ${source.size}`,
      );
    }
    if (isExtension) {
      if (size > MAX_EXTENSION_BYTES) throw new FormatError(source.path, offset, 'an extended header', `${size} bytes`);
      const bytes = await source.read(data, size);
      extended =
        type === 'x'
          ? { ...extended, ...readPaxRecords(source, bytes, data) }
          : { ...extended, name: bytes.toString('utf8').replace(/\0.*$/s, '') };
    } else {
      if (type === '0' || type === '\0' || type === '7') {
        members.push({ name: extended.name ?? readName(header), offset: data, size });
      }
      // A global PAX header ('g') carries comments, and what it sets is set by nobody for names or sizes.
      if (type !== 'g') extended = {};
    }
    offset = data + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  return members;
}

function notWhole(source: ByteSource, offset: number, found: string): FormatError {
  return new FormatError(source.path, offset, 'a member that is stored whole (tar without --sparse)', found);
}

function assertChecksum(source: ByteSource, header: Buffer, offset: number): void {
  const stored = Number.parseInt(text(header, 148, 156).trim(), 8);
  let sum = 0;
  header.forEach((byte, index) => {
    sum += index >= 148 && index < 156 ? 0x20 : byte;
  });
  if (stored !== sum) throw new FormatError(source.path, offset + 148, `tar header checksum ${sum}`, String(stored));
}

/** Octal digits, or big-endian base-256 when the top bit is set (GNU, for 8 GiB and more). */
function readSize(source: ByteSource, header: Buffer, offset: number): number {
  const first = header[124] ?? 0;
  const digits = text(header, 124, 136).trim();
  let size: number;
  if ((first & 0x80) !== 0) {
    size = header.subarray(125, 136).reduce((value, byte) => value * 256 + byte, first & 0x7f);
  } else {
    size = /^[0-7]*$/.test(digits) ? Number.parseInt(digits === '' ? '0' : digits, 8) : Number.NaN;
  }
  if (!Number.isSafeInteger(size)) {
    throw new FormatError(source.path, offset + 124, 'the size of a member', JSON.stringify(digits));
  }
  return size;
}

function readName(header: Buffer): string {
  const name = text(header, 0, 100);
  const prefix = text(header, 257, 263) === 'ustar' ? text(header, 345, 500) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Records of the form `<length> <key>=<value>\n`, the length counting the whole record. */
function readPaxRecords(source: ByteSource, bytes: Buffer, offset: number): Partial<Pick<TarMember, 'name' | 'size'>> {
  let found: Partial<Pick<TarMember, 'name' | 'size'>> = {};
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, Math.max(at, space)));
    const record = bytes.toString('utf8', space + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (!Number.isInteger(length) || length < 5 || at + length > bytes.length || equals < 1) {
      throw new FormatError(
        source.path,
        offset + at,
        'a PAX record',
        JSON.stringify(bytes.toString('latin1', at, at + 20)),
      );
    }
    const value = record.slice(equals + 1);
    // The formats 0.0, 0.1 and 1.0 of GNU tar (its manual, "Storing Sparse Files").
    if (record.startsWith('GNU.sparse.')) throw notWhole(source, offset + at, 'one without its holes');
    if (record.startsWith('path=')) found = { ...found, name: value };
    if (record.startsWith('size=')) {
      if (!/^\d{1,15}$/.test(value))
        throw new FormatError(source.path, offset + at, 'a PAX size', JSON.stringify(value));
      found = { ...found, size: Number(value) };
    }
    at += length;
  }
  return found;
}

function text(header: Buffer, start: number, end: number): string {
  return header.toString('utf8', start, end).replace(/\0.*$/s, '');
}
