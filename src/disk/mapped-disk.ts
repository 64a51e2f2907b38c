/** A disk cut into blocks of one size, each stored somewhere in the file or not at all: dynamic VHD, VHDX, sparse VMDK. */

import { FormatError } from '../errors.ts';
import type { ByteSource } from '../files/byte-source.ts';
import { clearBytes } from './clear-bytes.ts';
import type { Disk } from './disk.ts';
import { assertInside, mergeRanges } from './ranges.ts';

export interface BlockMapping {
  readonly size: number;
  readonly format: string;
  readonly source: ByteSource;
  /** Bytes of a logical sector, where the image says them. */
  readonly sectorSize?: number | undefined;
  /** Bytes of guest data in a block. */
  readonly blockSize: number;
  /** Where the data of a block begins in the source; undefined when it is not stored and reads as zeros. */
  locate(block: number): Promise<number | undefined>;
  /** How many blocks from this one on are surely not stored, where the format can tell without looking at each (default 1). */
  unmappedRun?(block: number): Promise<number>;
}

/** Blocks that `cutOff` looks up, for the check reads little: as many as 512 GiB of a dynamic VHD or 16 GiB of a sparse VMDK have, in tables of 1 MiB. */
const LOOKED_AT = 2 ** 18;
/** Those that one table of a sparse VMDK tells of: what is read at once anyway. */
const RUN = 512;

/** The disk that the mapping describes; closing it closes the source. */
export function mappedDisk(mapping: BlockMapping): Disk {
  const { size, format, source, blockSize, sectorSize } = mapping;
  const disk: Disk = {
    size,
    format,
    ...(sectorSize !== undefined && { sectorSize }),
    path: source.path,
    read: async (offset, length) => {
      assertInside(disk, offset, length);
      const target = Buffer.allocUnsafe(length);
      await readMapped(mapping, target, offset);
      return target;
    },
    readInto: async (target, offset) => {
      assertInside(disk, offset, target.length);
      await readMapped(mapping, target, offset);
    },
    cutOff: () => findCutBlock(mapping, LOOKED_AT),
    ranges: () => mergeRanges(blockRanges(mapping)),
    close: () => source.close(),
  };
  return disk;

  async function* blockRanges({ locate, unmappedRun }: BlockMapping) {
    const blocks = Math.ceil(size / blockSize);
    // A block may be mapped and yet be a hole of the file: fixed images of a sparse format are nothing else where they are empty.
    const known = await source.stored?.();
    for (let block = 0; block < blocks; ) {
      const place = await locate(block);
      const stored = place !== undefined && (known?.touches(place, place + blockSize) ?? true);
      const count = place !== undefined ? 1 : Math.max(1, Math.min((await unmappedRun?.(block)) ?? 1, blocks - block));
      const offset = block * blockSize;
      const length = Math.min(count * blockSize, size - offset);
      yield { kind: stored ? ('data' as const) : ('zero' as const), offset, length };
      block += count;
    }
  }
}

/**
 * The first block that is said to be stored where the file has ended. Tables stand in front and blocks in the order in which they were first
 * written, so that a copy that broke off has its tables, and often both ends of the disk as well.
 * @param most how many blocks are looked up, in runs from one end of the disk to the other: a disk that has grown in use lacks blocks all over it,
 *   and one that was written from its beginning lacks its end (default: all)
 * @throws FormatError for a damaged table
 */
export async function findCutBlock(
  { size, source, blockSize, locate, unmappedRun }: Omit<BlockMapping, 'format'>,
  most = Number.POSITIVE_INFINITY,
): Promise<FormatError | undefined> {
  const blocks = Math.ceil(size / blockSize);
  for (const [start, end] of runsOf(blocks, most)) {
    for (let block = start; block < end; ) {
      const place = await locate(block);
      // The last one may be stored no further than the disk goes.
      const length = Math.min(blockSize, size - block * blockSize);
      if (place !== undefined && place + length > source.size) {
        const expected = `the ${length} bytes of the block at ${block * blockSize} of the disk`;
        return new FormatError(source.path, place, expected, `the end at ${source.size}`);
      }
      block += place !== undefined ? 1 : Math.max(1, (await unmappedRun?.(block)) ?? 1);
    }
  }
  return undefined;
}

/** Evenly over all blocks, the first and the last among them. @returns first block and the one behind the last of each */
function runsOf(blocks: number, most: number): readonly (readonly [number, number])[] {
  if (blocks <= most) return [[0, blocks]];
  const count = Math.max(2, Math.floor(most / RUN));
  const last = Math.ceil(blocks / RUN) - 1;
  return Array.from({ length: count }, (_, at) => {
    const start = Math.round((at * last) / (count - 1)) * RUN;
    return [start, Math.min(blocks, start + RUN)] as const;
  });
}

/** Reads across blocks; blocks that follow each other in the file too are read in one go. */
async function readMapped(mapping: BlockMapping, target: Uint8Array, offset: number): Promise<void> {
  const { source, blockSize } = mapping;
  const { length } = target;
  let runStart = 0;
  let runOffset: number | undefined;
  const finishRun = async (end: number): Promise<void> => {
    if (end === runStart) return;
    if (runOffset === undefined) clearBytes(target, runStart, end);
    else await source.readInto(target.subarray(runStart, end), runOffset);
  };
  for (let done = 0; done < length; ) {
    const within = (offset + done) % blockSize;
    const stored = await mapping.locate((offset + done - within) / blockSize);
    const place = stored === undefined ? undefined : stored + within;
    const continues = runOffset === undefined ? place === undefined : place === runOffset + (done - runStart);
    if (!continues) {
      await finishRun(done);
      runStart = done;
      runOffset = place;
    }
    done += Math.min(blockSize - within, length - done);
  }
  await finishRun(length);
}
