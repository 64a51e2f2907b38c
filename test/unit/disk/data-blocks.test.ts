import { expect, test } from 'vitest';
import { type DataBlock, dataBlocks } from '../../../src/disk/data-blocks.ts';
import type { Disk, DiskRange } from '../../../src/disk/disk.ts';
import { memoryDisk } from './memory-disk.ts';

const KIB = 1024;
const BLOCK = 512 * KIB;
const SIZE = 3 * BLOCK + 8 * KIB;

/** Its free and zero ranges must not be read: they read as 0xee here. */
function disk(ranges: readonly DiskRange[], reads: [number, number][] = []): Disk {
  return {
    size: SIZE,
    format: 'test',
    path: 'test',
    read: async (offset, length) => {
      reads.push([offset, length]);
      // Later reads end first.
      await new Promise((resolve) => setTimeout(resolve, 8 - (offset / BLOCK) * 2));
      const bytes = Buffer.alloc(length, 0xee);
      for (const { kind, offset: start, length: count } of ranges) {
        const [from, to] = [Math.max(start, offset), Math.min(start + count, offset + length)];
        if (kind === 'data' && from < to) bytes.fill(Math.floor(start / KIB) % 251, from - offset, to - offset);
        else if (from < to && to - from < 64 * KIB) bytes.fill(0, from - offset, to - offset);
      }
      return bytes;
    },
    ranges: async function* () {
      yield* ranges;
    },
    close: async () => {},
  };
}

async function collect(source: Disk): Promise<DataBlock[]> {
  const blocks: DataBlock[] = [];
  for await (const block of dataBlocks(source, { blockSize: BLOCK })) blocks.push(block);
  return blocks;
}

test('blocks come in order, with the runs of units in them that are not zeros', async () => {
  const reads: [number, number][] = [];
  const blocks = await collect(
    disk(
      [
        { kind: 'data', offset: 0, length: 4 * KIB },
        { kind: 'free', offset: 4 * KIB, length: 300 * KIB },
        { kind: 'data', offset: 304 * KIB, length: 4 * KIB },
        { kind: 'zero', offset: 308 * KIB, length: 8 * KIB },
        { kind: 'data', offset: 316 * KIB, length: BLOCK - 300 * KIB },
        { kind: 'zero', offset: BLOCK + 16 * KIB, length: 48 * KIB },
        { kind: 'zero', offset: BLOCK + 64 * KIB, length: 2 * BLOCK - 64 * KIB },
        { kind: 'data', offset: 3 * BLOCK, length: 8 * KIB },
      ],
      reads,
    ),
  );
  expect(blocks.map(({ offset, runs }) => [offset, ...runs.map((run) => [run.offset, run.data.length])])).toEqual([
    // The first range is filled with its own number, zero: a unit of nothing but zeros is left out.
    [0, [256 * KIB, BLOCK - 256 * KIB]],
    [BLOCK, [BLOCK, 64 * KIB]],
    [3 * BLOCK, [3 * BLOCK, 8 * KIB]],
  ]);
  expect(reads).toEqual([
    [0, 64 * KIB],
    [256 * KIB, BLOCK - 256 * KIB],
    [BLOCK, 64 * KIB],
    [3 * BLOCK, 8 * KIB],
  ]);
  const [first, second] = blocks.map(({ runs }) => runs[0]?.data);
  expect(first?.[48 * KIB]).toBe(304 % 251);
  expect(first?.subarray(52 * KIB, 60 * KIB).every((byte) => byte === 0)).toBe(true);
  expect(second?.[0]).toBe(316 % 251);
  expect(second?.subarray(16 * KIB).every((byte) => byte === 0)).toBe(true);
});

test('the runs depend on the content alone, not on how the disk stores it', async () => {
  const stored: DiskRange[] = [
    { kind: 'data', offset: 0, length: 100 * KIB },
    { kind: 'zero', offset: 100 * KIB, length: 300 * KIB },
    { kind: 'data', offset: 400 * KIB, length: SIZE - 400 * KIB },
  ];
  const content = memoryDisk(SIZE);
  await content.write(70 * KIB, Buffer.alloc(20 * KIB, 1));
  await content.write(400 * KIB, Buffer.alloc(BLOCK, 2));
  const listed = async (source: Disk): Promise<unknown> =>
    (await collect(source)).map(({ offset, runs }) => [
      offset,
      runs.map((run) => [run.offset, run.data.toString('hex')]),
    ]);
  const runs = await listed(content);
  for (const ranges of [stored, [{ kind: 'data' as const, offset: 0, length: SIZE }]]) {
    expect(
      await listed({
        ...content,
        ranges: async function* () {
          yield* ranges;
        },
      }),
    ).toEqual(runs);
  }
});

test('memory is used again once it was given back, and never before', async () => {
  const content = memoryDisk(20 * BLOCK);
  for (let block = 0; block < 20; block++) {
    // Every third one is empty, though it is stored.
    await content.write(block * BLOCK + 70 * KIB, Buffer.alloc(BLOCK - 70 * KIB, block % 3 === 0 ? 0 : block));
  }
  const memories = new Set<ArrayBufferLike>();
  let last: DataBlock | undefined;
  for await (const block of dataBlocks(content, { blockSize: BLOCK })) {
    const number = block.offset / BLOCK;
    // The one before is still held.
    expect(last?.runs.every(({ data }) => data.at(-1) === (last?.offset ?? 0) / BLOCK) ?? true).toBe(true);
    expect(block.runs.map(({ offset, data }) => [offset, data[0], data.at(-1), data.length])).toEqual([
      [number * BLOCK + 64 * KIB, 0, number, BLOCK - 64 * KIB],
    ]);
    expect(block.runs[0]?.data.subarray(0, 6 * KIB).every((byte) => byte === 0)).toBe(true);
    memories.add(block.runs[0]?.data.buffer ?? new ArrayBuffer(0));
    last?.release();
    last = block;
  }
  expect(memories.size).toBeGreaterThan(1);
  expect(memories.size).toBeLessThanOrEqual(7);
});

test('blocks of zeros are left out, and a failing read ends it in that error with no read under way', async () => {
  const zeros: DiskRange[] = [
    { kind: 'data', offset: 0, length: KIB },
    { kind: 'zero', offset: KIB, length: 63 * KIB },
  ];
  expect(await collect(disk(zeros))).toEqual([]);
  const broken = disk([{ kind: 'data', offset: 0, length: SIZE }]);
  let open = 0;
  const read = async (offset: number, length: number): Promise<Buffer> => {
    open++;
    try {
      if (offset === 0) throw new RangeError('cannot be read');
      return await broken.read(offset, length);
    } finally {
      open--;
    }
  };
  await expect(collect({ ...broken, read })).rejects.toThrow('cannot be read');
  expect(open).toBe(0);
});
