import { describe, expect, it } from 'vitest';
import type { Disk, DiskRange } from '../../../src/disk/disk.ts';
import { mappedDisk } from '../../../src/disk/mapped-disk.ts';
import { rawDisk } from '../../../src/disk/raw-disk.ts';
import { type ByteSource, windowOf } from '../../../src/files/byte-source.ts';
import { ExtentList } from '../../../src/files/extent-list.ts';
import { memorySource } from './mutated-images.ts';

const KIB = 1024;

async function rangesOf(disk: Disk): Promise<string[]> {
  const ranges: DiskRange[] = [];
  for await (const range of disk.ranges()) ranges.push(range);
  return ranges.map(({ kind, offset, length }) => `${kind} ${offset / KIB}+${length / KIB}`);
}

/** 64 KiB of a file in which only these kibibytes are stored. */
function sparseSource(...stored: readonly (readonly [start: number, end: number])[]): ByteSource {
  const list = new ExtentList();
  for (const [start, end] of stored) list.add(start * KIB, end * KIB);
  return { ...memorySource(Buffer.alloc(64 * KIB)), stored: async () => list };
}

describe('a raw disk', () => {
  it('is all data while nobody knows the holes of its file', async () => {
    expect(await rangesOf(rawDisk(memorySource(Buffer.alloc(64 * KIB))))).toEqual(['data 0+64']);
  });

  it.each([
    [[], ['zero 0+64']],
    [[[0, 64]], ['data 0+64']],
    [
      [
        [4, 8],
        [12, 64],
      ],
      ['zero 0+4', 'data 4+4', 'zero 8+4', 'data 12+52'],
    ],
  ] as const)('with %j stored has the ranges %j', async (stored, ranges) => {
    expect(await rangesOf(rawDisk(sparseSource(...stored)))).toEqual(ranges);
  });

  it('in a part of a file takes the holes of that part', async () => {
    const part = windowOf(sparseSource([4, 8], [12, 20], [60, 64]), 6 * KIB, 10 * KIB);
    expect(await rangesOf(rawDisk(part))).toEqual(['data 0+2', 'zero 2+4', 'data 6+4']);
    expect(await rangesOf(rawDisk(part, 'raw', 8 * KIB))).toEqual(['data 0+2', 'zero 2+4', 'data 6+2']);
  });
});

it('a mapped block that is nothing but a hole of the file is zero', async () => {
  const disk = mappedDisk({
    size: 40 * KIB,
    format: 'test',
    source: sparseSource([18, 19], [40, 64]),
    blockSize: 8 * KIB,
    locate: async (block) => (block === 4 ? undefined : (block + 1) * 8 * KIB),
  });
  // Blocks 0 to 3 stand at 8, 16, 24 and 32 KiB of the file.
  expect(await rangesOf(disk)).toEqual(['zero 0+8', 'data 8+8', 'zero 16+24']);
});
