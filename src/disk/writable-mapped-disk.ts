/** Writing to a disk cut into blocks that come into being with their first write. */

import type { WritableByteSource } from '../files/byte-source.ts';
import type { WritableDisk } from './disk.ts';
import { type BlockMapping, mappedDisk } from './mapped-disk.ts';
import { assertInside } from './ranges.ts';
import { isZero } from './zero-bytes.ts';

export interface WritableBlockMapping extends BlockMapping {
  readonly source: WritableByteSource;
  /**
   * Stores a new block with this content, of the block's whole size. It must be on stable storage before the table points to
   * it, so that a crash in between only wastes space.
   */
  allocate(block: number, content: Buffer): Promise<void>;
  /** Called before the first write of any kind. */
  beforeFirstWrite?(): Promise<void>;
  /** Called after bytes of a stored block were written. */
  afterWrite?(block: number, within: number, length: number): Promise<void>;
}

/** As `mappedDisk`, for writing. Zeros are not stored where no block is. Writes must not overlap in time. */
export function writableMappedDisk(mapping: WritableBlockMapping): WritableDisk {
  const { size, source, blockSize } = mapping;
  let untouched = true;
  return {
    ...mappedDisk(mapping),
    write: async (offset, data) => {
      assertInside({ size, path: source.path }, offset, data.length);
      if (untouched) await mapping.beforeFirstWrite?.();
      untouched = false;
      for (let done = 0; done < data.length; ) {
        const within = (offset + done) % blockSize;
        const block = (offset + done - within) / blockSize;
        const part = data.subarray(done, done + Math.min(blockSize - within, data.length - done));
        await writePart(mapping, block, within, part);
        done += part.length;
      }
    },
    flush: () => source.flush(),
  };
}

async function writePart(
  mapping: WritableBlockMapping,
  block: number,
  within: number,
  part: Uint8Array,
): Promise<void> {
  const stored = await mapping.locate(block);
  if (stored !== undefined) {
    await mapping.source.write(stored + within, part);
    await mapping.afterWrite?.(block, within, part.length);
  } else if (!isZero(part)) {
    const content = Buffer.alloc(mapping.blockSize);
    content.set(part, within);
    await mapping.allocate(block, content);
  }
}
