import { expect, it } from 'vitest';
import type { DiskRange } from '../../../src/disk/disk.ts';
import { assertInside, mergeRanges } from '../../../src/disk/ranges.ts';

const DISK = { size: 100, path: 'a' };

it.each([
  [0, 0],
  [0, 100],
  [100, 0],
  [99, 1],
])('finds %i and %i bytes inside', (offset, length) => {
  expect(() => assertInside(DISK, offset, length)).not.toThrow();
});

it.each([
  [-1, 1, 'offset -1 and length 1 are no byte positions'],
  [0, -1, 'offset 0 and length -1 are no byte positions'],
  [0.5, 1, 'offset 0.5 and length 1 are no byte positions'],
  [0, 0.5, 'offset 0 and length 0.5 are no byte positions'],
  [2 ** 53, 1, 'are no byte positions'],
  [0, Number.NaN, 'are no byte positions'],
  [100, 1, '1 bytes at 100 reach past the end of the disk at 100'],
  [0, 101, '101 bytes at 0 reach past the end of the disk at 100'],
])('refuses %f and %f bytes', (offset, length, message) => {
  expect(() => assertInside(DISK, offset, length)).toThrow(message);
});

it('joins neighbours of one kind, and drops what is empty', async () => {
  const merged: DiskRange[] = [];
  const ranges: DiskRange[] = [
    { kind: 'zero', offset: 0, length: 0 },
    { kind: 'data', offset: 0, length: 1 },
    { kind: 'data', offset: 1, length: 2 },
    { kind: 'zero', offset: 3, length: 0 },
    { kind: 'data', offset: 3, length: 4 },
    { kind: 'zero', offset: 7, length: 1 },
    { kind: 'free', offset: 8, length: 1 },
    { kind: 'free', offset: 9, length: 1 },
  ];
  for await (const range of mergeRanges(ranges)) merged.push(range);
  expect(merged).toEqual([
    { kind: 'data', offset: 0, length: 7 },
    { kind: 'zero', offset: 7, length: 1 },
    { kind: 'free', offset: 8, length: 2 },
  ]);
  for await (const range of mergeRanges([])) expect(range).toBeUndefined();
});
