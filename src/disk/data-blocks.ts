/** Reads a disk block by block, in order and several blocks ahead, leaving out what holds only zeros. */

import type { Disk } from './disk.ts';
import { isZero } from './zero-bytes.ts';

/** A gap shorter than this is read along with the data on both its sides: that costs less than another system call. */
const SMALLEST_GAP = 64 * 1024;
/** Blocks that are read while the caller works on one; with more, reading gets no faster. */
const BLOCKS_AHEAD = 4;

export interface DataBlock {
  /** Where it begins on the disk: a multiple of the block size. */
  readonly offset: number;
  /** The whole block, shorter only at the end of the disk; not all zeros. */
  readonly data: Buffer;
}

export interface DataBlockOptions {
  readonly blockSize: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes of the disk done so far, now and then. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Stretches of data within one block, ascending, as offsets on the disk. */
interface BlockPlan {
  readonly offset: number;
  readonly stretches: { start: number; end: number }[];
}

/** The blocks that hold anything but zeros. Zero and free ranges are not read. @throws the signal's reason when aborted */
export async function* dataBlocks(
  disk: Disk,
  { blockSize, signal, onProgress }: DataBlockOptions,
): AsyncGenerator<DataBlock, void, undefined> {
  const ahead: Promise<DataBlock>[] = [];
  const take = async (): Promise<DataBlock | undefined> => {
    const block = await ahead.shift();
    if (block) onProgress?.(block.offset, disk.size);
    return block && !isZero(block.data) ? block : undefined;
  };
  try {
    for await (const plan of blockPlans(disk, blockSize)) {
      signal?.throwIfAborted();
      const reading = readBlock(disk, plan, blockSize);
      // Whoever awaits it in its turn handles its failure; until then it must not count as unhandled.
      reading.catch(() => {});
      ahead.push(reading);
      if (ahead.length <= BLOCKS_AHEAD) continue;
      const block = await take();
      if (block) yield block;
    }
    while (ahead.length > 0) {
      signal?.throwIfAborted();
      const block = await take();
      if (block) yield block;
    }
    onProgress?.(disk.size, disk.size);
  } finally {
    // The disk may be closed as soon as this ends: nothing may be reading it any more.
    await Promise.allSettled(ahead);
  }
}

/** The blocks with data in them, each once, in order. */
async function* blockPlans(disk: Disk, blockSize: number): AsyncGenerator<BlockPlan, void, undefined> {
  let plan: BlockPlan | undefined;
  for await (const { kind, offset, length } of disk.ranges()) {
    if (kind !== 'data') continue;
    const rangeEnd = offset + length;
    for (let start = offset; start < rangeEnd; ) {
      const blockOffset = start - (start % blockSize);
      const end = Math.min(rangeEnd, blockOffset + blockSize);
      if (plan?.offset !== blockOffset) {
        if (plan) yield plan;
        plan = { offset: blockOffset, stretches: [] };
      }
      const last = plan.stretches.at(-1);
      if (last && start - last.end < SMALLEST_GAP) last.end = end;
      else plan.stretches.push({ start, end });
      start = end;
    }
  }
  if (plan) yield plan;
}

async function readBlock(disk: Disk, { offset, stretches }: BlockPlan, blockSize: number): Promise<DataBlock> {
  const length = Math.min(blockSize, disk.size - offset);
  const [first] = stretches;
  if (first && first.start === offset && first.end === offset + length) {
    return { offset, data: await disk.read(offset, length) };
  }
  const data = Buffer.alloc(length);
  await Promise.all(
    stretches.map(async ({ start, end }) => data.set(await disk.read(start, end - start), start - offset)),
  );
  return { offset, data };
}
