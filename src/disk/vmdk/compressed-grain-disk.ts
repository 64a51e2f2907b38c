/** Reads disks whose blocks are compressed one by one: the grains of a streamOptimized VMDK. */

import { inflateSync } from 'node:zlib';
import { FormatError } from '../../errors.ts';
import type { Disk } from '../disk.ts';
import { type BlockMapping, mappedDisk } from '../mapped-disk.ts';
import { assertInside } from '../ranges.ts';
import { decodeVmdkMarker, VMDK_GRAIN_MARKER_SIZE, VMDK_SECTOR } from './vmdk-header.ts';

/** Read at once with the marker: most grains of a system disk end within it, and a small look costs little. */
const FIRST_READ_BYTES = 16 * 1024;
/** Small reads come in clusters (partition table, file records): 1 MiB of grains at hand serves them. */
const CACHED_GRAINS = 16;

/** @param mapping locates the marker in front of a grain's data; `blockSize` is the size of the grain when inflated */
export function compressedGrainDisk(mapping: BlockMapping): Disk {
  const { size, source, blockSize } = mapping;
  const cache = new Map<number, Buffer>();

  const grainData = async (grain: number): Promise<Buffer | undefined> => {
    const cached = cache.get(grain);
    if (cached) return cached;
    const offset = await mapping.locate(grain);
    if (offset === undefined) return undefined;
    const data = await inflateGrain(mapping, grain, offset);
    const oldest = cache.keys().next();
    if (cache.size >= CACHED_GRAINS && !oldest.done) cache.delete(oldest.value);
    cache.set(grain, data);
    return data;
  };

  // Not what reads the mapping's bytes as they lie there.
  const { ranges, close, format, path, sectorSize } = mappedDisk(mapping);
  return {
    size,
    format,
    ...(sectorSize !== undefined && { sectorSize }),
    path,
    ranges,
    close,
    read: async (offset, length) => {
      assertInside({ size, path: source.path }, offset, length);
      const result = Buffer.alloc(length);
      for (let done = 0; done < length; ) {
        const within = (offset + done) % blockSize;
        const count = Math.min(blockSize - within, length - done);
        const data = await grainData((offset + done - within) / blockSize);
        data?.copy(result, done, within, within + count);
        done += count;
      }
      return result;
    },
  };
}

async function inflateGrain({ size, source, blockSize }: BlockMapping, grain: number, offset: number): Promise<Buffer> {
  const first = await source.read(offset, Math.max(0, Math.min(FIRST_READ_BYTES, source.size - offset)));
  const marker = decodeVmdkMarker(first, source.path, offset);
  const lba = (grain * blockSize) / VMDK_SECTOR;
  if (marker.kind !== 'grain' || marker.lba !== lba) {
    const found = marker.kind === 'grain' ? `grain ${marker.lba}` : `marker ${marker.type}`;
    throw new FormatError(source.path, offset, `the marker of the grain at sector ${lba}`, found);
  }
  // Deflate never grows data by more than a few bytes; a larger size must not cost memory.
  if (marker.size > 2 * blockSize + VMDK_SECTOR) {
    throw new FormatError(source.path, offset + 8, `at most ${2 * blockSize} compressed bytes`, String(marker.size));
  }
  const end = VMDK_GRAIN_MARKER_SIZE + marker.size;
  const compressed =
    end <= first.length
      ? first.subarray(VMDK_GRAIN_MARKER_SIZE, end)
      : await source.read(offset + VMDK_GRAIN_MARKER_SIZE, marker.size);
  const needed = Math.min(blockSize, size - grain * blockSize);
  let data: Buffer;
  try {
    data = inflateSync(compressed, { maxOutputLength: blockSize });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new FormatError(source.path, offset + VMDK_GRAIN_MARKER_SIZE, 'a deflate stream of one grain', found, {
      cause,
    });
  }
  if (data.length >= needed) return data;
  throw new FormatError(source.path, offset, `a grain of ${needed} bytes`, `${data.length} bytes`);
}
