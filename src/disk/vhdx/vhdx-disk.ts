/** Reads VHDX disks, fixed and dynamic. */

import { FormatError, UserError } from '../../errors.ts';
import type { ByteSource } from '../../files/byte-source.ts';
import type { Disk } from '../disk.ts';
import { type BlockMapping, mappedDisk } from '../mapped-disk.ts';
import { TableReader } from '../table-reader.ts';
import { VHDX_ALIGNMENT, VHDX_ENTRY_BYTES, VHDX_FULLY_PRESENT, vhdxEntryIndex } from './vhdx-block-table.ts';
import {
  decodeVhdxHeader,
  decodeVhdxRegions,
  VHDX_BAT_REGION,
  VHDX_HEADER_BYTES,
  VHDX_HEADER_OFFSETS,
  VHDX_METADATA_REGION,
  VHDX_REGION_OFFSETS,
  VHDX_REGION_TABLE_BYTES,
  type VhdxHeader,
  type VhdxRegion,
  ZERO_GUID,
} from './vhdx-header.ts';
import { decodeVhdxMetadata, VHDX_METADATA_TABLE_BYTES, type VhdxMetadata } from './vhdx-metadata.ts';

/** States of a payload block (MS-VHDX, section 2.2.5.1). Those of a disk without a parent that hold no data read as zeros. */
const STATES_WITHOUT_DATA: readonly number[] = [0, 1, 2, 3];
/** Bytes that follow the metadata table and hold the items; Windows and qemu use a few dozen. */
const METADATA_ITEM_BYTES = 64 * 1024;

/** Everything about the file that reading and writing need. */
export interface VhdxFile {
  readonly header: VhdxHeader;
  /** Which of the two header places holds the current header. */
  readonly headerOffset: number;
  readonly metadata: VhdxMetadata;
  readonly table: TableReader;
  /** Offset of the block allocation table, bytes. */
  readonly tableOffset: number;
  /** Index of a payload block's entry. */
  entryIndex(block: number): number;
}

/** @throws FormatError for a damaged structure; UserError disk-invalid for a dirty log, disk-format-unsupported for a differencing disk */
export async function openVhdx(source: ByteSource): Promise<Disk> {
  return mappedDisk(vhdxMapping(source, await readVhdxFile(source)));
}

/** Throws as `openVhdx`. */
export async function readVhdxFile(source: ByteSource): Promise<VhdxFile> {
  const { header, headerOffset } = await currentHeader(source);
  if (header.logGuid !== ZERO_GUID) {
    throw new UserError(
      'disk-invalid',
      `${source.path} was not closed cleanly: its log holds changes that are not in place yet`,
      'Let its log be replayed once: attach and detach it in Windows (Mount-VHD, Dismount-VHD) or run qemu-img check -r all on it.',
    );
  }
  const regions = await firstValid(VHDX_REGION_OFFSETS, async (offset) =>
    decodeVhdxRegions(await source.read(offset, VHDX_REGION_TABLE_BYTES), source.path, offset),
  );
  const metadataRegion = region(source, regions, VHDX_METADATA_REGION, 'metadata');
  const metadataBytes = Math.min(metadataRegion.length, VHDX_METADATA_TABLE_BYTES + METADATA_ITEM_BYTES);
  if (metadataBytes < VHDX_METADATA_TABLE_BYTES) {
    throw new FormatError(source.path, metadataRegion.offset, 'a metadata region of 64 KiB', `${metadataBytes} bytes`);
  }
  const metadata = decodeVhdxMetadata(
    await source.read(metadataRegion.offset, metadataBytes),
    source.path,
    metadataRegion.offset,
  );
  const entryIndex = (block: number): number => vhdxEntryIndex(block, metadata);
  const blocks = Math.ceil(metadata.diskSize / metadata.blockSize);
  const entries = entryIndex(blocks - 1) + 1;
  const bat = region(source, regions, VHDX_BAT_REGION, 'block allocation table');
  if (entries * VHDX_ENTRY_BYTES > bat.length) {
    throw new FormatError(source.path, bat.offset, `a table of ${entries} entries`, `${bat.length} bytes`);
  }
  const table = new TableReader(source, bat.offset, entries, VHDX_ENTRY_BYTES);
  return { header, headerOffset, metadata, table, tableOffset: bat.offset, entryIndex };
}

export function vhdxMapping(source: ByteSource, { metadata, table, tableOffset, entryIndex }: VhdxFile): BlockMapping {
  return {
    size: metadata.diskSize,
    format: 'vhdx',
    source,
    blockSize: metadata.blockSize,
    sectorSize: metadata.sectorSize,
    locate: async (block) => {
      const index = entryIndex(block);
      const { page, at } = await table.entry(index);
      const state = page.readUInt8(at) & 7;
      if (STATES_WITHOUT_DATA.includes(state)) return undefined;
      const offset = (page.readUInt32LE(at + 4) * 2 ** 12 + (page.readUInt32LE(at) >>> 20)) * VHDX_ALIGNMENT;
      if (state !== VHDX_FULLY_PRESENT || offset === 0 || !Number.isSafeInteger(offset)) {
        const found = `state ${state} at ${offset}`;
        throw new FormatError(
          source.path,
          tableOffset + index * VHDX_ENTRY_BYTES,
          'the state of a payload block',
          found,
        );
      }
      return offset;
    },
  };
}

async function currentHeader(source: ByteSource): Promise<{ header: VhdxHeader; headerOffset: number }> {
  let current: { header: VhdxHeader; headerOffset: number } | undefined;
  let problem: FormatError | undefined;
  for (const headerOffset of VHDX_HEADER_OFFSETS) {
    try {
      const header = decodeVhdxHeader(await source.read(headerOffset, VHDX_HEADER_BYTES), source.path, headerOffset);
      if (!current || header.sequence > current.header.sequence) current = { header, headerOffset };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      problem ??= error;
    }
  }
  if (!current) throw problem ?? new FormatError(source.path, 0, 'a VHDX header', 'none');
  return current;
}

/** What stands twice in the file, from the first copy that is whole. */
async function firstValid<T>(offsets: readonly [number, number], read: (offset: number) => Promise<T>): Promise<T> {
  try {
    return await read(offsets[0]);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return read(offsets[1]).catch((second: unknown) => {
      throw second instanceof FormatError ? error : second;
    });
  }
}

function region(source: ByteSource, regions: ReadonlyMap<string, VhdxRegion>, guid: string, what: string): VhdxRegion {
  const found = regions.get(guid);
  if (found && found.offset + found.length <= source.size) return found;
  const place = found ? `${found.offset} to ${found.offset + found.length}` : 'none';
  throw new FormatError(source.path, VHDX_REGION_OFFSETS[0], `the ${what} region within the file`, place);
}
