/** Reads a disk block by block, in order and several blocks ahead, leaving out what holds only zeros. */

import type { Disk } from './disk.ts';
import { readInto } from './read-into.ts';
import { isZero } from './zero-bytes.ts';

/** What is told apart within a block: reading and looking at less costs more than it saves. Block sizes are multiples of it. */
const DATA_UNIT = 64 * 1024;
/** Blocks that are read while the caller works on one; with more, reading gets no faster. */
const BLOCKS_AHEAD = 4;

/** Units that follow each other, none of them all zeros. */
interface DataRun {
  /** Where it begins on the disk: a multiple of the unit. */
  readonly offset: number;
  /** Whole units, the last one shorter only at the end of the disk. */
  readonly data: Buffer;
}

export interface DataBlock {
  /** Where it begins on the disk: a multiple of the block size. */
  readonly offset: number;
  /** Ascending and apart, at least one: they depend on the content alone, not on how the disk stores it. */
  readonly runs: readonly DataRun[];
  /**
   * Gives the memory of the runs back for another block; they must not be looked at from then on. Memory that is new for each block
   * costs several times what reading does: the system has to make every page of it.
   */
  release(): void;
}

export interface DataBlockOptions {
  readonly blockSize: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes of the disk done so far, now and then. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Stretches of units with data in them within one block, ascending, as offsets on the disk. */
interface BlockPlan {
  readonly offset: number;
  readonly stretches: { start: number; end: number }[];
}

/** The blocks that hold anything but zeros. Of zero and free ranges only what shares a unit with data is read. @throws the signal's reason when aborted */
export async function* dataBlocks(
  disk: Disk,
  { blockSize, signal, onProgress }: DataBlockOptions,
): AsyncGenerator<DataBlock, void, undefined> {
  const ahead: Promise<DataBlock>[] = [];
  const free: Buffer[] = [];
  const take = async (): Promise<DataBlock | undefined> => {
    const block = await ahead.shift();
    if (block) onProgress?.(block.offset, disk.size);
    if (block === undefined || block.runs.length > 0) return block;
    block.release();
    return undefined;
  };
  try {
    for await (const plan of blockPlans(disk, blockSize)) {
      signal?.throwIfAborted();
      const memory = free.pop() ?? Buffer.allocUnsafe(blockSize);
      const reading = readBlock(disk, plan, memory).then((block) => ({
        ...block,
        release: () => void free.push(memory),
      }));
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
      const first = start - (start % DATA_UNIT);
      const stop = Math.min(Math.ceil(end / DATA_UNIT) * DATA_UNIT, disk.size);
      const last = plan.stretches.at(-1);
      if (last && first <= last.end) last.end = stop;
      else plan.stretches.push({ start: first, end: stop });
      start = end;
    }
  }
  if (plan) yield plan;
}

/** @param memory as large as a block: each byte goes to its place in the block */
async function readBlock(
  disk: Disk,
  { offset, stretches }: BlockPlan,
  memory: Buffer,
): Promise<Omit<DataBlock, 'release'>> {
  const read = await Promise.all(
    stretches.map(async ({ start, end }) => {
      const data = memory.subarray(start - offset, end - offset);
      await readInto(disk, data, start);
      return [...dataRuns(start, data)];
    }),
  );
  return { offset, runs: read.flat() };
}

/** Cuts the units of zeros out of what was read at `offset`. */
function* dataRuns(offset: number, data: Buffer): Generator<DataRun> {
  let start = 0;
  for (let at = 0; at < data.length; at += DATA_UNIT) {
    if (!isZero(data.subarray(at, at + DATA_UNIT))) continue;
    if (at > start) yield { offset: offset + start, data: data.subarray(start, at) };
    start = at + DATA_UNIT;
  }
  if (data.length > start) yield { offset: offset + start, data: data.subarray(start) };
}
