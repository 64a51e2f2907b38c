/** The VHD footer (Microsoft, "Virtual Hard Disk Image Format Specification", version 1.0, "Hard Disk Footer Format"). */

import { FormatError } from '../../errors.ts';

export const VHD_FOOTER_BYTES = 512;
export const VHD_COOKIE = 'conectix';
/** The data offset of a fixed disk, which has no further header. */
const NO_DATA_OFFSET = 0xffffffffffffffffn;
const FORMAT_VERSION = 0x00010000;
const FEATURES_RESERVED = 2;
/** Seconds from 1970 to 2000-01-01, the epoch of VHD time stamps. */
const VHD_EPOCH = 946684800;
const SECTOR = 512;
/** The largest geometry that fits: 65535 cylinders, 16 heads, 255 sectors. */
const MAX_CHS_SECTORS = 65535 * 16 * 255;

const DISK_TYPES = { fixed: 2, dynamic: 3, differencing: 4 } as const;
type VhdType = keyof typeof DISK_TYPES;

export interface VhdFooter {
  readonly type: VhdType;
  /** The disk as the guest sees it, bytes. */
  readonly size: number;
  /** Offset of the dynamic header; undefined for a fixed disk. */
  readonly headerOffset: number | undefined;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** Four characters, e.g. `win `. */
  readonly creator: string;
  /** Sixteen bytes, in the order of the file. */
  readonly uuid: Buffer;
}

/**
 * @param file and offset where the bytes were read, for the message
 * @throws FormatError for a wrong cookie, checksum, version, type or size
 */
export function decodeVhdFooter(bytes: Buffer, file: string, offset: number): VhdFooter {
  const fail = (at: number, expected: string, found: string): FormatError =>
    new FormatError(file, offset + at, expected, found);
  const cookie = bytes.toString('latin1', 0, 8);
  if (cookie !== VHD_COOKIE) throw fail(0, `VHD footer "${VHD_COOKIE}"`, JSON.stringify(cookie));
  const stored = bytes.readUInt32BE(64);
  const computed = vhdChecksum(bytes.subarray(0, VHD_FOOTER_BYTES), 64);
  if (stored !== computed) throw fail(64, `footer checksum ${hex(computed)}`, hex(stored));
  const version = bytes.readUInt32BE(12);
  if (version >>> 16 !== FORMAT_VERSION >>> 16) throw fail(12, 'VHD version 1', hex(version));
  const typeCode = bytes.readUInt32BE(60);
  const type = (Object.keys(DISK_TYPES) as VhdType[]).find((name) => DISK_TYPES[name] === typeCode);
  if (!type) throw fail(60, 'disk type 2, 3 or 4', String(typeCode));

  const creator = bytes.toString('latin1', 28, 32);
  const size = guestSize(creator, bytes);
  if (!Number.isSafeInteger(size) || size === 0 || size % SECTOR !== 0) {
    throw fail(48, 'a size of whole sectors', String(size));
  }
  const dataOffset = bytes.readBigUInt64BE(16);
  if (type !== 'fixed' && dataOffset > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw fail(16, 'the offset of the dynamic header', `0x${dataOffset.toString(16)}`);
  }
  return {
    type,
    size,
    headerOffset: type === 'fixed' ? undefined : Number(dataOffset),
    timestamp: bytes.readUInt32BE(24) + VHD_EPOCH,
    creator,
    uuid: Buffer.from(bytes.subarray(68, 84)),
  };
}

/** The creator is Windows', because readers then take the exact size and not the one rounded to the geometry. */
export function encodeVhdFooter(footer: VhdFooter): Buffer {
  const bytes = Buffer.alloc(VHD_FOOTER_BYTES);
  bytes.write(VHD_COOKIE, 0, 'latin1');
  bytes.writeUInt32BE(FEATURES_RESERVED, 8);
  bytes.writeUInt32BE(FORMAT_VERSION, 12);
  bytes.writeBigUInt64BE(footer.headerOffset === undefined ? NO_DATA_OFFSET : BigInt(footer.headerOffset), 16);
  bytes.writeUInt32BE(Math.max(0, Math.min(footer.timestamp - VHD_EPOCH, 0xffffffff)), 24);
  bytes.write(footer.creator, 28, 4, 'latin1');
  bytes.writeUInt32BE(0x000a0000, 32);
  bytes.write('Wi2k', 36, 'latin1');
  bytes.writeBigUInt64BE(BigInt(footer.size), 40);
  bytes.writeBigUInt64BE(BigInt(footer.size), 48);
  const { cylinders, heads, sectorsPerTrack } = vhdGeometry(footer.size);
  bytes.writeUInt16BE(cylinders, 56);
  bytes.writeUInt8(heads, 58);
  bytes.writeUInt8(sectorsPerTrack, 59);
  bytes.writeUInt32BE(DISK_TYPES[footer.type], 60);
  bytes.set(footer.uuid, 68);
  bytes.writeUInt32BE(vhdChecksum(bytes, 64), 64);
  return bytes;
}

/** Ones' complement of the sum of all bytes but the checksum itself, for footer and dynamic header alike. */
export function vhdChecksum(bytes: Uint8Array, checksumOffset: number): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (at < checksumOffset || at >= checksumOffset + 4) sum += bytes[at] ?? 0;
  }
  return ~sum >>> 0;
}

/** The geometry of a disk of this size (specification, appendix "CHS Calculation"). */
function vhdGeometry(size: number): { cylinders: number; heads: number; sectorsPerTrack: number } {
  const sectors = Math.min(Math.floor(size / SECTOR), MAX_CHS_SECTORS);
  if (sectors >= 65535 * 16 * 63) {
    return { cylinders: Math.floor(sectors / (255 * 16)), heads: 16, sectorsPerTrack: 255 };
  }
  let sectorsPerTrack = 17;
  let tracks = Math.floor(sectors / 17);
  let heads = Math.max(4, Math.floor((tracks + 1023) / 1024));
  if (tracks >= heads * 1024 || heads > 16) {
    [sectorsPerTrack, heads, tracks] = [31, 16, Math.floor(sectors / 31)];
  }
  if (tracks >= heads * 1024) {
    [sectorsPerTrack, heads, tracks] = [63, 16, Math.floor(sectors / 63)];
  }
  return { cylinders: Math.floor(tracks / heads), heads, sectorsPerTrack };
}

/**
 * Virtual PC (and qemu under its first name) shows the guest the size of the geometry, everyone else the size field
 * (the same table as in qemu's block/vpc.c). A geometry at its maximum says nothing about the size.
 */
function guestSize(creator: string, bytes: Buffer): number {
  const size = Number(bytes.readBigUInt64BE(48));
  const chsSectors = bytes.readUInt16BE(56) * bytes.readUInt8(58) * bytes.readUInt8(59);
  const byGeometry = (creator === 'vpc ' || creator === 'qemu') && chsSectors > 0 && chsSectors < MAX_CHS_SECTORS;
  return byGeometry ? chsSectors * SECTOR : size;
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}
