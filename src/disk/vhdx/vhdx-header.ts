/** File identifier, headers and region table of a VHDX (MS-VHDX, sections 2.2.1 to 2.2.3). Offsets are bytes, numbers little-endian. */

import { FormatError } from '../../errors.ts';
import { crc32c } from '../crc32.ts';
import { formatGuid, parseGuid } from '../guid.ts';

/** What a VHDX begins with. */
const FILE_SIGNATURE = 'vhdxfile';
/** The name of what made the file, for people (MS-VHDX 2.2.1); no reader goes by it. */
const CREATOR = 'Stillframe';
/** The two headers; the valid one with the higher sequence number is current. */
export const VHDX_HEADER_OFFSETS = [64 * 1024, 128 * 1024] as const;
export const VHDX_HEADER_BYTES = 4096;
export const VHDX_REGION_OFFSETS = [192 * 1024, 256 * 1024] as const;
export const VHDX_REGION_TABLE_BYTES = 64 * 1024;
export const VHDX_BAT_REGION = '2dc27766-f623-4200-9d64-115e9bfd4a08';
export const VHDX_METADATA_REGION = '8b7ca206-4790-4b9a-b8fe-575f050f886e';
export const ZERO_GUID = '00000000-0000-0000-0000-000000000000';

const MAX_REGIONS = 2047;
const REGION_ENTRY_BYTES = 32;
const REGION_REQUIRED = 1;

/** The file identifier, at the start of the file. */
export function encodeVhdxIdentifier(): Buffer {
  return Buffer.concat([Buffer.from(FILE_SIGNATURE, 'latin1'), Buffer.from(CREATOR, 'utf16le')]);
}

export interface VhdxHeader {
  readonly sequence: bigint;
  /** Changes with the first write of any kind after the file was opened. */
  readonly fileWriteGuid: string;
  /** Changes with the first write that the guest can see. */
  readonly dataWriteGuid: string;
  /** Not zero: the log may hold writes that have not reached their place. */
  readonly logGuid: string;
  readonly logVersion: number;
  readonly logLength: number;
  readonly logOffset: number;
}

/** @throws FormatError for a wrong signature, CRC or version */
export function decodeVhdxHeader(bytes: Buffer, file: string, offset: number): VhdxHeader {
  assertSigned(bytes.subarray(0, VHDX_HEADER_BYTES), 'head', file, offset);
  const version = bytes.readUInt16LE(66);
  if (version !== 1) throw new FormatError(file, offset + 66, 'VHDX version 1', String(version));
  return {
    sequence: bytes.readBigUInt64LE(8),
    fileWriteGuid: formatGuid(bytes, 16),
    dataWriteGuid: formatGuid(bytes, 32),
    logGuid: formatGuid(bytes, 48),
    logVersion: bytes.readUInt16LE(64),
    logLength: bytes.readUInt32LE(68),
    logOffset: Number(bytes.readBigUInt64LE(72)),
  };
}

export function encodeVhdxHeader(header: VhdxHeader): Buffer {
  const bytes = Buffer.alloc(VHDX_HEADER_BYTES);
  bytes.write('head', 0, 'latin1');
  bytes.writeBigUInt64LE(header.sequence, 8);
  bytes.set(parseGuid(header.fileWriteGuid), 16);
  bytes.set(parseGuid(header.dataWriteGuid), 32);
  bytes.set(parseGuid(header.logGuid), 48);
  bytes.writeUInt16LE(header.logVersion, 64);
  bytes.writeUInt16LE(1, 66);
  bytes.writeUInt32LE(header.logLength, 68);
  bytes.writeBigUInt64LE(BigInt(header.logOffset), 72);
  bytes.writeUInt32LE(crc32c(bytes), 4);
  return bytes;
}

export interface VhdxRegion {
  readonly offset: number;
  readonly length: number;
}

/** Regions by GUID. @throws FormatError for a wrong signature or CRC, and for a required region that is not known */
export function decodeVhdxRegions(bytes: Buffer, file: string, offset: number): ReadonlyMap<string, VhdxRegion> {
  assertSigned(bytes.subarray(0, VHDX_REGION_TABLE_BYTES), 'regi', file, offset);
  const count = bytes.readUInt32LE(8);
  if (count > MAX_REGIONS) throw new FormatError(file, offset + 8, `at most ${MAX_REGIONS} regions`, String(count));
  const regions = new Map<string, VhdxRegion>();
  for (let index = 0; index < count; index++) {
    const at = 16 + index * REGION_ENTRY_BYTES;
    const guid = formatGuid(bytes, at);
    const region = { offset: Number(bytes.readBigUInt64LE(at + 16)), length: bytes.readUInt32LE(at + 24) };
    const required = (bytes.readUInt32LE(at + 28) & REGION_REQUIRED) !== 0;
    if (required && guid !== VHDX_BAT_REGION && guid !== VHDX_METADATA_REGION) {
      throw new FormatError(file, offset + at, 'only required regions known here', guid);
    }
    if (!Number.isSafeInteger(region.offset)) {
      throw new FormatError(file, offset + at + 16, 'the offset of a region', String(region.offset));
    }
    regions.set(guid, region);
  }
  return regions;
}

/** @param regions by GUID, none of which a reader may do without */
export function encodeVhdxRegions(regions: ReadonlyMap<string, VhdxRegion>): Buffer {
  const bytes = Buffer.alloc(VHDX_REGION_TABLE_BYTES);
  bytes.write('regi', 0, 'latin1');
  bytes.writeUInt32LE(regions.size, 8);
  let at = 16;
  for (const [guid, { offset, length }] of regions) {
    bytes.set(parseGuid(guid), at);
    bytes.writeBigUInt64LE(BigInt(offset), at + 16);
    bytes.writeUInt32LE(length, at + 24);
    bytes.writeUInt32LE(REGION_REQUIRED, at + 28);
    at += REGION_ENTRY_BYTES;
  }
  bytes.writeUInt32LE(crc32c(bytes), 4);
  return bytes;
}

/** Signature of four characters and CRC-32C over the structure with the CRC field itself zero. */
function assertSigned(bytes: Buffer, signature: string, file: string, offset: number): void {
  const found = bytes.toString('latin1', 0, 4);
  if (found !== signature) throw new FormatError(file, offset, `VHDX "${signature}"`, JSON.stringify(found));
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(0, 4);
  const computed = crc32c(copy);
  if (bytes.readUInt32LE(4) !== computed) {
    throw new FormatError(file, offset + 4, `CRC ${computed} of "${signature}"`, String(bytes.readUInt32LE(4)));
  }
}
