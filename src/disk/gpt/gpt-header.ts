/** GPT header and partition entries, decode and encode (UEFI 2.10, sections 5.3.2 and 5.3.3). */

import { FormatError } from '../../errors.ts';
import { crc32 } from '../crc32.ts';
import { formatGuid, parseGuid } from '../guid.ts';

const GPT_HEADER_BYTES = 92;
export const GPT_ENTRY_BYTES = 128;
/** What every tool writes; UEFI wants at least 16 KiB for the entries. */
export const GPT_ENTRY_COUNT = 128;
const SIGNATURE = 'EFI PART';
const REVISION = 0x00010000;
const NAME_BYTES = 72;
/** Far above what any tool writes: a larger array is a damaged header. */
const MAX_ENTRIES_BYTES = 2 ** 20;

/** Positions are in logical blocks (LBA). */
export interface GptHeader {
  readonly currentLba: number;
  readonly alternateLba: number;
  readonly firstUsableLba: number;
  readonly lastUsableLba: number;
  readonly diskGuid: string;
  readonly entriesLba: number;
  readonly entryCount: number;
  readonly entryBytes: number;
  readonly entriesCrc: number;
}

export interface GptPartition {
  /** Number of the entry, from 1, as every partitioning tool counts. */
  readonly index: number;
  readonly typeGuid: string;
  readonly guid: string;
  readonly name: string;
  readonly attributes: bigint;
  readonly firstLba: number;
  /** Inclusive. */
  readonly lastLba: number;
}

/**
 * @param bytes the header's block
 * @param file and offset where it was read, for the message
 * @throws FormatError for a wrong signature, CRC, revision or field
 */
export function decodeGptHeader(bytes: Buffer, file: string, offset: number): GptHeader {
  const fail = (at: number, expected: string, found: string | number): FormatError =>
    new FormatError(file, offset + at, expected, String(found));
  const signature = bytes.toString('latin1', 0, 8);
  if (signature !== SIGNATURE) throw fail(0, `GPT header "${SIGNATURE}"`, JSON.stringify(signature));
  const revision = bytes.readUInt32LE(8);
  if (revision !== REVISION) throw fail(8, 'GPT revision 1.0', `0x${revision.toString(16)}`);
  const headerBytes = bytes.readUInt32LE(12);
  if (headerBytes < GPT_HEADER_BYTES || headerBytes > bytes.length) throw fail(12, 'a header of 92 bytes', headerBytes);
  const computed = headerCrc(bytes.subarray(0, headerBytes));
  if (bytes.readUInt32LE(16) !== computed) throw fail(16, `header CRC ${computed}`, bytes.readUInt32LE(16));

  const lba = (at: number, what: string): number => {
    const value = Number(bytes.readBigUInt64LE(at));
    if (!Number.isSafeInteger(value * bytes.length)) throw fail(at, what, `block ${value}`);
    return value;
  };
  const entryCount = bytes.readUInt32LE(80);
  const entryBytes = bytes.readUInt32LE(84);
  if (entryBytes < GPT_ENTRY_BYTES || entryBytes % 8 !== 0) throw fail(84, 'entries of 128 bytes', entryBytes);
  if (entryCount * entryBytes > MAX_ENTRIES_BYTES) throw fail(80, 'a table of at most 1 MiB', entryCount * entryBytes);
  return {
    currentLba: lba(24, 'the place of this header'),
    alternateLba: lba(32, 'the place of the other header'),
    firstUsableLba: lba(40, 'the first usable block'),
    lastUsableLba: lba(48, 'the last usable block'),
    diskGuid: formatGuid(bytes, 56),
    entriesLba: lba(72, 'the place of the entries'),
    entryCount,
    entryBytes,
    entriesCrc: bytes.readUInt32LE(88),
  };
}

/** One block with the header in it. */
export function encodeGptHeader(header: GptHeader, sectorSize: number): Buffer {
  const bytes = Buffer.alloc(sectorSize);
  bytes.write(SIGNATURE, 0, 'latin1');
  bytes.writeUInt32LE(REVISION, 8);
  bytes.writeUInt32LE(GPT_HEADER_BYTES, 12);
  bytes.writeBigUInt64LE(BigInt(header.currentLba), 24);
  bytes.writeBigUInt64LE(BigInt(header.alternateLba), 32);
  bytes.writeBigUInt64LE(BigInt(header.firstUsableLba), 40);
  bytes.writeBigUInt64LE(BigInt(header.lastUsableLba), 48);
  bytes.set(parseGuid(header.diskGuid), 56);
  bytes.writeBigUInt64LE(BigInt(header.entriesLba), 72);
  bytes.writeUInt32LE(header.entryCount, 80);
  bytes.writeUInt32LE(header.entryBytes, 84);
  bytes.writeUInt32LE(header.entriesCrc, 88);
  bytes.writeUInt32LE(headerCrc(bytes.subarray(0, GPT_HEADER_BYTES)), 16);
  return bytes;
}

/** The entry numbered `index` (from 1) of the array, or undefined when it is empty. @throws FormatError for an LBA no disk has */
export function decodeGptEntry(
  entries: Buffer,
  index: number,
  entryBytes: number,
  file: string,
  offset: number,
): GptPartition | undefined {
  const at = (index - 1) * entryBytes;
  // Most of the 128 are empty, and each disk is asked for all of them several times.
  if (isNoGuid(entries, at)) return undefined;
  const entry = entries.subarray(at, at + GPT_ENTRY_BYTES);
  const firstLba = Number(entry.readBigUInt64LE(32));
  const lastLba = Number(entry.readBigUInt64LE(40));
  if (!Number.isSafeInteger(lastLba) || firstLba > lastLba) {
    throw new FormatError(file, offset + at + 32, 'a first block before the last', `${firstLba} to ${lastLba}`);
  }
  return {
    index,
    typeGuid: formatGuid(entry, 0),
    guid: formatGuid(entry, 16),
    name: entry.toString('utf16le', 56, 56 + NAME_BYTES).replace(/\0.*$/s, ''),
    attributes: entry.readBigUInt64LE(48),
    firstLba,
    lastLba,
  };
}

function isNoGuid(bytes: Buffer, at: number): boolean {
  for (let place = at; place < at + 16; place++) if (bytes[place] !== 0) return false;
  return true;
}

/** @throws RangeError for a name of more than 36 UTF-16 units */
export function encodeGptEntry(partition: Omit<GptPartition, 'index'>): Buffer {
  const name = Buffer.from(partition.name, 'utf16le');
  if (name.length > NAME_BYTES)
    throw new RangeError(`The partition name "${partition.name}" is longer than 36 characters`);
  const entry = Buffer.alloc(GPT_ENTRY_BYTES);
  entry.set(parseGuid(partition.typeGuid), 0);
  entry.set(parseGuid(partition.guid), 16);
  entry.writeBigUInt64LE(BigInt(partition.firstLba), 32);
  entry.writeBigUInt64LE(BigInt(partition.lastLba), 40);
  entry.writeBigUInt64LE(partition.attributes, 48);
  entry.set(name, 56);
  return entry;
}

/** The CRC is computed over the header with the CRC field itself zero. */
function headerCrc(header: Buffer): number {
  const copy = Buffer.from(header);
  copy.writeUInt32LE(0, 16);
  return crc32(copy);
}
