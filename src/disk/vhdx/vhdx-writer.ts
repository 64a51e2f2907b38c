/** Writes any disk as a VHDX. The same content and type give the same bytes. */

import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { formatSize } from '../../units.ts';
import { contentGuid } from '../content-guid.ts';
import { dataBlocks } from '../data-blocks.ts';
import type { Disk } from '../disk.ts';
import { guidFromDigest } from '../guid.ts';
import { type WriteImageOptions, writeImageFile } from '../write-image-file.ts';
import type { WriteQueue } from '../write-queue.ts';
import { encodeVhdxEntry, VHDX_ALIGNMENT, VHDX_ENTRY_BYTES, vhdxEntryIndex } from './vhdx-block-table.ts';
import {
  encodeVhdxHeader,
  encodeVhdxIdentifier,
  encodeVhdxRegions,
  VHDX_BAT_REGION,
  VHDX_HEADER_OFFSETS,
  VHDX_METADATA_REGION,
  VHDX_REGION_OFFSETS,
  ZERO_GUID,
} from './vhdx-header.ts';
import { encodeVhdxMetadata, MAX_VHDX_BYTES, type NewVhdxMetadata } from './vhdx-metadata.ts';

const SECTOR = 512;
/** What New-VHD takes for a dynamic disk ("New-VHD", BlockSizeBytes). */
const BLOCK_BYTES = 32 * 2 ** 20;
/** What is read at a time: a block is many of them. */
const READ_BYTES = 2 * 2 ** 20;
/** The log is not needed for a file that is written whole, but one of at least this has to be there (2.2.2, LogLength). */
const LOG = { offset: VHDX_ALIGNMENT, length: VHDX_ALIGNMENT } as const;
const METADATA = { offset: 2 * VHDX_ALIGNMENT, length: VHDX_ALIGNMENT } as const;
const TABLE_OFFSET = 3 * VHDX_ALIGNMENT;

/**
 * Writes `source` to `path` as a VHDX of exactly its size, reading no more of it than `dataBlocks` does. Of a dynamic disk only blocks
 * that are not all zeros are stored; zeros within them, as in a fixed disk, stay holes. The file appears under its name only when it
 * is whole.
 * @throws UserError disk-format-unsupported for a disk that a VHDX cannot hold, cancelled through the signal
 */
export async function writeVhdx(source: Disk, path: string, options: WriteImageOptions): Promise<void> {
  assertVhdxHolds(source.size);
  await writeImageFile(path, options, (file) => write(source, file, options));
}

/** @param size of a disk, bytes @throws UserError disk-format-unsupported */
export function assertVhdxHolds(size: number): void {
  if (size > 0 && size <= MAX_VHDX_BYTES && size % SECTOR === 0) return;
  throw new UserError(
    'disk-format-unsupported',
    `A disk of ${size} bytes (${formatSize(size)}) cannot be written as VHDX`,
    'A VHDX holds whole sectors of 512 bytes, up to 64 TiB; choose another size.',
  );
}

async function write(source: Disk, file: WriteQueue, options: WriteImageOptions): Promise<number> {
  const id = contentGuid(options.uuid);
  const shape = { blockSize: BLOCK_BYTES, sectorSize: SECTOR } as const;
  const blocks = Math.ceil(source.size / BLOCK_BYTES);
  const table = Buffer.alloc(aligned((vhdxEntryIndex(blocks - 1, shape) + 1) * VHDX_ENTRY_BYTES));
  const first = TABLE_OFFSET + table.length;
  const places = new Map<number, number>();
  const placeOf = (block: number): number => {
    const known = places.get(block);
    if (known !== undefined) return known;
    const place = first + places.size * BLOCK_BYTES;
    places.set(block, place);
    table.set(encodeVhdxEntry(place), vhdxEntryIndex(block, shape) * VHDX_ENTRY_BYTES);
    return place;
  };
  if (options.type === 'fixed') for (let block = 0; block < blocks; block++) placeOf(block);
  for await (const { runs, release } of dataBlocks(source, { ...options, blockSize: READ_BYTES })) {
    for (const { offset, data } of runs) {
      const within = offset % BLOCK_BYTES;
      id.add(offset, data);
      await file.write(placeOf((offset - within) / BLOCK_BYTES) + within, data);
    }
    void file.settle().then(release);
  }
  const diskId = id.finish(source.size);
  const { type } = options;
  const metadata = { ...shape, type, diskSize: source.size, physicalSectorSize: 4096, diskId } as const;
  await writeStructures(file, table, metadata);
  return first + places.size * BLOCK_BYTES;
}

/** Everything but the blocks, at the places where the specification wants it or, of the regions, where Windows puts them. */
async function writeStructures(file: WriteQueue, table: Buffer, metadata: NewVhdxMetadata): Promise<void> {
  const guid = (label: string): string =>
    guidFromDigest(createHash('sha256').update(`${metadata.diskId}\n${label}`).digest());
  const header = {
    ...{ fileWriteGuid: guid('file'), dataWriteGuid: guid('data'), logGuid: ZERO_GUID },
    ...{ logVersion: 0, logLength: LOG.length, logOffset: LOG.offset },
  };
  const regions = encodeVhdxRegions(
    new Map([
      [VHDX_BAT_REGION, { offset: TABLE_OFFSET, length: table.length }],
      [VHDX_METADATA_REGION, METADATA],
    ]),
  );
  await file.write(0, encodeVhdxIdentifier());
  const [older, newer] = VHDX_HEADER_OFFSETS;
  await file.write(older, encodeVhdxHeader({ ...header, sequence: 1n }));
  await file.write(newer, encodeVhdxHeader({ ...header, sequence: 2n }));
  for (const offset of VHDX_REGION_OFFSETS) await file.write(offset, regions);
  await file.write(METADATA.offset, encodeVhdxMetadata(metadata));
  await file.write(TABLE_OFFSET, table);
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / VHDX_ALIGNMENT) * VHDX_ALIGNMENT;
}
