/** The metadata region of a VHDX: what the disk is (MS-VHDX, section 2.2.6 "Metadata"). */

import { FormatError, UserError } from '../../errors.ts';
import { formatGuid, parseGuid } from '../guid.ts';

export const VHDX_METADATA_TABLE_BYTES = 64 * 1024;
const SIGNATURE = 'metadata';
const ENTRY_BYTES = 32;
const MAX_ENTRIES = 2047;
/** The item says something of the disk, not of the file. */
const FLAG_VIRTUAL_DISK = 1 << 1;
const FLAG_REQUIRED = 1 << 2;
/** File parameters: blocks keep their place in the file, as in a fixed disk. */
const LEAVE_BLOCKS_ALLOCATED = 1 << 0;
const HAS_PARENT = 1 << 1;

const FILE_PARAMETERS = 'caa16737-fa36-4d43-b3b6-33f0aa44e76b';
const VIRTUAL_DISK_SIZE = '2fa54224-cd1b-4876-b211-5dbed83bf4b8';
const VIRTUAL_DISK_ID = 'beca12ab-b2e6-4523-93ef-c309e000c746';
const LOGICAL_SECTOR_SIZE = '8141bf1d-a96f-4709-ba47-f233a8faab5f';
const PHYSICAL_SECTOR_SIZE = 'cda348c7-445d-4471-9cc9-e9885251c556';
const PARENT_LOCATOR = 'a8d35f2d-b30b-454d-abf7-d3d84834ab0c';
const KNOWN: readonly string[] = [
  FILE_PARAMETERS,
  VIRTUAL_DISK_SIZE,
  VIRTUAL_DISK_ID,
  LOGICAL_SECTOR_SIZE,
  PHYSICAL_SECTOR_SIZE,
  PARENT_LOCATOR,
];
const MIN_BLOCK_BYTES = 2 ** 20;
const MAX_BLOCK_BYTES = 256 * 2 ** 20;
/** MS-VHDX: 64 TiB. */
export const MAX_VHDX_BYTES = 64 * 2 ** 40;

export interface VhdxMetadata {
  readonly blockSize: number;
  readonly diskSize: number;
  readonly sectorSize: 512 | 4096;
  /** `fixed`: every block keeps its place in the file. */
  readonly type: 'dynamic' | 'fixed';
}

/** What the metadata of a new disk say. */
export interface NewVhdxMetadata extends VhdxMetadata {
  readonly physicalSectorSize: 512 | 4096;
  /** Of the disk, as its guest sees it (SCSI page 83). */
  readonly diskId: string;
}

/** The table and its items: the beginning of the metadata region. */
export function encodeVhdxMetadata(metadata: NewVhdxMetadata): Buffer {
  const ofDisk = FLAG_VIRTUAL_DISK | FLAG_REQUIRED;
  const parameters = Buffer.concat([
    uint32(metadata.blockSize),
    uint32(metadata.type === 'fixed' ? LEAVE_BLOCKS_ALLOCATED : 0),
  ]);
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(metadata.diskSize));
  const items: readonly (readonly [guid: string, flags: number, content: Buffer])[] = [
    [FILE_PARAMETERS, FLAG_REQUIRED, parameters],
    [VIRTUAL_DISK_SIZE, ofDisk, size],
    [VIRTUAL_DISK_ID, ofDisk, parseGuid(metadata.diskId)],
    [LOGICAL_SECTOR_SIZE, ofDisk, uint32(metadata.sectorSize)],
    [PHYSICAL_SECTOR_SIZE, ofDisk, uint32(metadata.physicalSectorSize)],
  ];
  const table = Buffer.alloc(VHDX_METADATA_TABLE_BYTES);
  table.write(SIGNATURE, 0, 'latin1');
  table.writeUInt16LE(items.length, 10);
  let place = table.length;
  items.forEach(([guid, flags, content], index) => {
    const at = 32 + index * ENTRY_BYTES;
    table.set(parseGuid(guid), at);
    table.writeUInt32LE(place, at + 16);
    table.writeUInt32LE(content.length, at + 20);
    table.writeUInt32LE(flags, at + 24);
    place += content.length;
  });
  return Buffer.concat([table, ...items.map(([, , content]) => content)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/**
 * @param region the metadata region, or its table and as much behind it as the items need
 * @throws FormatError for what the specification forbids, UserError disk-format-unsupported for a differencing disk
 */
export function decodeVhdxMetadata(region: Buffer, file: string, offset: number): VhdxMetadata {
  const fail = (at: number, expected: string, found: string | number): FormatError =>
    new FormatError(file, offset + at, expected, String(found));
  const signature = region.toString('latin1', 0, 8);
  if (signature !== SIGNATURE) throw fail(0, `VHDX "${SIGNATURE}"`, JSON.stringify(signature));
  const count = region.readUInt16LE(10);
  if (count > MAX_ENTRIES) throw fail(10, `at most ${MAX_ENTRIES} items`, count);
  const items = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const at = 32 + index * ENTRY_BYTES;
    const guid = formatGuid(region, at);
    const place = region.readUInt32LE(at + 16);
    if ((region.readUInt32LE(at + 24) & FLAG_REQUIRED) !== 0 && !KNOWN.includes(guid)) {
      throw fail(at, 'only required metadata known here', guid);
    }
    items.set(guid, place);
  }
  const item = (guid: string, what: string, bytes: number): number => {
    const place = items.get(guid);
    if (place === undefined) throw fail(32, `metadata item "${what}"`, 'none');
    if (place + bytes > region.length) throw fail(place, `${what} within the metadata region`, 'its end');
    return place;
  };

  const parameters = item(FILE_PARAMETERS, 'file parameters', 8);
  if ((region.readUInt32LE(parameters + 4) & HAS_PARENT) !== 0 || items.has(PARENT_LOCATOR)) {
    throw new UserError(
      'disk-format-unsupported',
      `${file} is a differencing VHDX: it only holds what changed against a parent`,
      'Merge it into its parent first (Merge-VHD or diskpart "merge vdisk") and give the merged disk.',
    );
  }
  const blockSize = region.readUInt32LE(parameters);
  if (blockSize < MIN_BLOCK_BYTES || blockSize > MAX_BLOCK_BYTES || (blockSize & (blockSize - 1)) !== 0) {
    throw fail(parameters, 'a block size that is a power of two from 1 to 256 MiB', blockSize);
  }
  const sizePlace = item(VIRTUAL_DISK_SIZE, 'virtual disk size', 8);
  const diskSize = Number(region.readBigUInt64LE(sizePlace));
  const sectorPlace = item(LOGICAL_SECTOR_SIZE, 'logical sector size', 4);
  const sectorSize = region.readUInt32LE(sectorPlace);
  if (sectorSize !== 512 && sectorSize !== 4096) throw fail(sectorPlace, 'sectors of 512 or 4096 bytes', sectorSize);
  if (diskSize === 0 || diskSize > MAX_VHDX_BYTES || diskSize % sectorSize !== 0) {
    throw fail(sizePlace, 'a size of whole sectors up to 64 TiB', diskSize);
  }
  const isFixed = (region.readUInt32LE(parameters + 4) & LEAVE_BLOCKS_ALLOCATED) !== 0;
  return { blockSize, diskSize, sectorSize, type: isFixed ? 'fixed' : 'dynamic' };
}
