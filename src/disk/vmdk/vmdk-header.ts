/**
 * The binary structures of a VMDK sparse extent: the 512-byte header (also the footer) and the markers of a
 * streamOptimized extent. Source: VMware "Virtual Disk Format 5.0", sections "Hosted Sparse Extents" and
 * "Stream-Optimized Compressed Sparse Extents". All numbers are little-endian, all addresses count 512-byte sectors.
 */

import { FormatError } from '../../errors.ts';

export const VMDK_SECTOR = 512;
/** "KDMV" on disk. */
const VMDK_MAGIC = 0x564d444b;
/** ESXi refuses streamOptimized extents of version 1 and writes 3 itself. */
export const VMDK_STREAM_VERSION = 3;

export const VMDK_FLAG_NEWLINE_TEST = 1 << 0;
export const VMDK_FLAG_REDUNDANT_GRAIN_TABLE = 1 << 1;
export const VMDK_FLAG_COMPRESSED = 1 << 16;
export const VMDK_FLAG_MARKERS = 1 << 17;

export const VMDK_COMPRESSION_NONE = 0;
/** RFC 1950 (zlib) streams, one for each grain. */
export const VMDK_COMPRESSION_DEFLATE = 1;

/** `gdOffset` of a stream whose grain directory is only known from the footer. */
const VMDK_DIRECTORY_AT_END = 0xffff_ffff_ffff_ffffn;
/** VMware's disk library knows no other number. */
export const VMDK_ENTRIES_PER_TABLE = 512;

export const VMDK_MARKER_END_OF_STREAM = 0;
export const VMDK_MARKER_GRAIN_TABLE = 1;
export const VMDK_MARKER_GRAIN_DIRECTORY = 2;
export const VMDK_MARKER_FOOTER = 3;

/** Bytes in front of a grain's compressed data: its LBA (8) and the size of that data (4). */
export const VMDK_GRAIN_MARKER_SIZE = 12;

/** The header of a sparse extent; sizes and offsets in sectors. */
export interface VmdkHeader {
  readonly version: number;
  readonly flags: number;
  readonly capacity: number;
  readonly grainSize: number;
  readonly descriptorOffset: number;
  readonly descriptorSize: number;
  readonly entriesPerTable: number;
  readonly redundantDirectoryOffset: number;
  /** 'end': look into the footer, 1024 bytes before the end of the file. */
  readonly directoryOffset: number | 'end';
  readonly overHead: number;
  readonly uncleanShutdown: boolean;
  readonly compression: number;
}

/** One sector: a header or, with the directory's place filled in, a footer. */
export function encodeVmdkHeader(header: VmdkHeader): Buffer {
  const sector = Buffer.alloc(VMDK_SECTOR);
  sector.writeUInt32LE(VMDK_MAGIC, 0);
  sector.writeUInt32LE(header.version, 4);
  sector.writeUInt32LE(header.flags, 8);
  sector.writeBigUInt64LE(BigInt(header.capacity), 12);
  sector.writeBigUInt64LE(BigInt(header.grainSize), 20);
  sector.writeBigUInt64LE(BigInt(header.descriptorOffset), 28);
  sector.writeBigUInt64LE(BigInt(header.descriptorSize), 36);
  sector.writeUInt32LE(header.entriesPerTable, 44);
  sector.writeBigUInt64LE(BigInt(header.redundantDirectoryOffset), 48);
  sector.writeBigUInt64LE(
    header.directoryOffset === 'end' ? VMDK_DIRECTORY_AT_END : BigInt(header.directoryOffset),
    56,
  );
  sector.writeBigUInt64LE(BigInt(header.overHead), 64);
  sector.writeUInt8(header.uncleanShutdown ? 1 : 0, 72);
  // Line ends that a text-mode transfer would have damaged.
  sector.write('\n \r\n', 73, 'latin1');
  sector.writeUInt16LE(header.compression, 77);
  return sector;
}

/** True when the bytes begin as a VMDK sparse extent does. */
function isVmdkHeader(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32LE(0) === VMDK_MAGIC;
}

/**
 * Reads a header or footer sector. Checks what would make every later number meaningless; whether the combination of
 * flags, compression and version is one the reader supports is the reader's business.
 * @param offset where in the file the sector stands, for the messages
 * @throws FormatError
 */
export function decodeVmdkHeader(sector: Buffer, file: string, offset: number): VmdkHeader {
  if (sector.length < VMDK_SECTOR) {
    throw new FormatError(file, offset, 'a VMDK header of 512 bytes', `${sector.length} bytes`);
  }
  if (!isVmdkHeader(sector)) {
    throw new FormatError(file, offset, 'the VMDK magic KDMV', sector.toString('hex', 0, 4));
  }
  const number = (at: number, what: string): number => {
    const value = sector.readBigUInt64LE(at);
    // A sector count whose bytes no longer fit a double is no real disk (8 PiB).
    if (value > BigInt(Math.floor(Number.MAX_SAFE_INTEGER / VMDK_SECTOR))) {
      throw new FormatError(file, offset + at, `a plausible ${what}`, String(value));
    }
    return Number(value);
  };
  const flags = sector.readUInt32LE(8);
  if (flags & VMDK_FLAG_NEWLINE_TEST && sector.toString('latin1', 73, 77) !== '\n \r\n') {
    throw new FormatError(file, offset + 73, 'the newline test bytes 0a 20 0d 0a', sector.toString('hex', 73, 77));
  }
  return {
    version: sector.readUInt32LE(4),
    flags,
    capacity: number(12, 'capacity'),
    grainSize: number(20, 'grain size'),
    descriptorOffset: number(28, 'descriptor offset'),
    descriptorSize: number(36, 'descriptor size'),
    entriesPerTable: sector.readUInt32LE(44),
    redundantDirectoryOffset: number(48, 'redundant grain directory offset'),
    directoryOffset:
      sector.readBigUInt64LE(56) === VMDK_DIRECTORY_AT_END ? 'end' : number(56, 'grain directory offset'),
    overHead: number(64, 'overhead'),
    uncleanShutdown: sector.readUInt8(72) !== 0,
    compression: sector.readUInt16LE(77),
  };
}

/** A marker in a stream: compressed grain data follows it at once, metadata in the next sector. */
export type VmdkMarker =
  | { readonly kind: 'grain'; readonly lba: number; readonly size: number }
  | { readonly kind: 'metadata'; readonly type: number; readonly sectors: number };

/** The sector that announces `sectors` sectors of a grain table, directory or footer, or the end of the stream. */
export function encodeVmdkMarker(type: number, sectors: number): Buffer {
  const sector = Buffer.alloc(VMDK_SECTOR);
  sector.writeBigUInt64LE(BigInt(sectors), 0);
  sector.writeUInt32LE(0, 8);
  sector.writeUInt32LE(type, 12);
  return sector;
}

/** Reads the marker at the start of a sector (at least 16 bytes). */
export function decodeVmdkMarker(bytes: Buffer, file: string, offset: number): VmdkMarker {
  if (bytes.length < 16) throw new FormatError(file, offset, 'a VMDK marker of 16 bytes', `${bytes.length} bytes`);
  const value = bytes.readBigUInt64LE(0);
  if (value > BigInt(Math.floor(Number.MAX_SAFE_INTEGER / VMDK_SECTOR))) {
    throw new FormatError(file, offset, 'a VMDK marker with a plausible sector', String(value));
  }
  const size = bytes.readUInt32LE(8);
  return size > 0
    ? { kind: 'grain', lba: Number(value), size }
    : { kind: 'metadata', type: bytes.readUInt32LE(12), sectors: Number(value) };
}
