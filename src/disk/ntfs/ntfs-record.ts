/** File records of NTFS: multi-sector protection, attributes and data runs (Linux-NTFS project, "FILE Record", "Data Runs"). */

import { FormatError } from '../../errors.ts';

export const NTFS_ATTRIBUTE_LIST = 0x20;
export const NTFS_VOLUME_INFORMATION = 0x70;
export const NTFS_DATA = 0x80;
export const NTFS_INDEX_ROOT = 0x90;
export const NTFS_INDEX_ALLOCATION = 0xa0;
const END_OF_ATTRIBUTES = 0xffffffff;
const FIXUP_STRIDE = 512;
const RECORD_IN_USE = 1;

/** A stretch of clusters. */
interface NtfsRun {
  readonly cluster: number;
  readonly count: number;
}

export interface NtfsAttribute {
  readonly type: number;
  readonly name: string;
  /** Compressed, sparse, encrypted. */
  readonly flags: number;
  /** The value of a resident attribute. */
  readonly value?: Buffer;
  /** The clusters of a non-resident one. */
  readonly runs?: readonly NtfsRun[];
  /** Clusters of the value before these, where this is a later part of it; its sizes then mean nothing. */
  readonly clustersBefore?: number;
  /** Bytes of the value. */
  readonly size: number;
  /** Bytes up to which the clusters hold what was written; beyond it reads as zeros. */
  readonly initialized: number;
}

/**
 * Undoes the multi-sector protection: the last two bytes of each 512 are swapped for a check number while on disk.
 * @returns a copy. @throws FormatError for another signature, or a torn write
 */
export function unprotect(bytes: Buffer, signature: string, file: string, offset: number): Buffer {
  const found = bytes.toString('latin1', 0, 4);
  if (found !== signature) throw new FormatError(file, offset, `NTFS "${signature}"`, JSON.stringify(found));
  const copy = Buffer.from(bytes);
  const arrayOffset = bytes.readUInt16LE(4);
  const strides = bytes.length / FIXUP_STRIDE;
  if (bytes.readUInt16LE(6) !== strides + 1 || arrayOffset + 2 * (strides + 1) > FIXUP_STRIDE - 2) {
    throw new FormatError(file, offset + 4, `update sequence of ${strides + 1} numbers`, `${bytes.readUInt16LE(6)}`);
  }
  const check = bytes.readUInt16LE(arrayOffset);
  for (let stride = 1; stride <= strides; stride++) {
    const at = stride * FIXUP_STRIDE - 2;
    if (bytes.readUInt16LE(at) !== check) throw new FormatError(file, offset + at, 'an intact sector', 'a torn write');
    copy.writeUInt16LE(bytes.readUInt16LE(arrayOffset + 2 * stride), at);
  }
  return copy;
}

/** The attributes of a file record that is in use. @throws FormatError for a damaged record */
export function decodeNtfsRecord(bytes: Buffer, file: string, offset: number): readonly NtfsAttribute[] {
  const record = unprotect(bytes, 'FILE', file, offset);
  if ((record.readUInt16LE(22) & RECORD_IN_USE) === 0)
    throw new FormatError(file, offset + 22, 'a record in use', 'a free one');
  const attributes: NtfsAttribute[] = [];
  for (let at = record.readUInt16LE(20); ; ) {
    const fail = (expected: string, found: string | number): FormatError =>
      new FormatError(file, offset + at, expected, String(found));
    if (at + 8 > record.length) throw fail('an attribute within the record', at);
    if (record.readUInt32LE(at) === END_OF_ATTRIBUTES) return attributes;
    const length = record.readUInt32LE(at + 4);
    if (length < 24 || at + length > record.length) throw fail('an attribute within the record', `${length} bytes`);
    const attribute = decodeAttribute(record.subarray(at, at + length));
    if (!attribute) throw fail('an attribute whose parts lie within it', record.toString('hex', at, at + 16));
    attributes.push(attribute);
    at += length;
  }
}

/** Undefined when a part lies outside the attribute. */
function decodeAttribute(bytes: Buffer): NtfsAttribute | undefined {
  const nameLength = bytes.readUInt8(9) * 2;
  const nameOffset = bytes.readUInt16LE(10);
  if (nameOffset + nameLength > bytes.length) return undefined;
  const common = {
    type: bytes.readUInt32LE(0),
    name: bytes.toString('utf16le', nameOffset, nameOffset + nameLength),
    flags: bytes.readUInt16LE(12),
  };
  if (bytes.readUInt8(8) === 0) {
    const size = bytes.readUInt32LE(16);
    const start = bytes.readUInt16LE(20);
    if (start + size > bytes.length) return undefined;
    return { ...common, value: bytes.subarray(start, start + size), size, initialized: size };
  }
  if (bytes.length < 64) return undefined;
  const runs = decodeRuns(bytes.subarray(Math.min(bytes.readUInt16LE(32), bytes.length)));
  const size = Number(bytes.readBigUInt64LE(48));
  const initialized = Number(bytes.readBigUInt64LE(56));
  const clustersBefore = Number(bytes.readBigUInt64LE(16));
  if (!runs || ![size, initialized, clustersBefore].every(Number.isSafeInteger)) return undefined;
  if (clustersBefore > 0) return { ...common, runs, clustersBefore, size: 0, initialized: 0 };
  return { ...common, runs, size, initialized };
}

/** Each run: a byte with the lengths of two numbers, the count of clusters, and the signed distance from the run before. */
function decodeRuns(bytes: Buffer): NtfsRun[] | undefined {
  const runs: NtfsRun[] = [];
  let cluster = 0;
  for (let at = 0; at < bytes.length; ) {
    const head = bytes.readUInt8(at);
    if (head === 0) return runs;
    const countBytes = head & 15;
    const distanceBytes = head >> 4;
    const end = at + 1 + countBytes + distanceBytes;
    if (countBytes < 1 || countBytes > 6 || distanceBytes > 6 || end > bytes.length) return undefined;
    const count = bytes.readUIntLE(at + 1, countBytes);
    // A run without a distance is a hole, which none of the system files has.
    if (distanceBytes === 0 || count === 0) return undefined;
    cluster += bytes.readIntLE(at + 1 + countBytes, distanceBytes);
    if (cluster < 0) return undefined;
    runs.push({ cluster, count });
    at = end;
  }
  return undefined;
}
