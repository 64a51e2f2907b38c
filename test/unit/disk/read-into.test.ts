import { expect, it } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { readInto } from '../../../src/disk/read-into.ts';

it('fills the target by the disk itself where it can, else by a copy', async () => {
  const asked: [number, number][] = [];
  const read = async (offset: number, length: number) => {
    asked.push([offset, length]);
    return Buffer.alloc(length, 7);
  };
  const target = new Uint8Array(4);
  await readInto({ read } as unknown as Disk, target.subarray(1, 3), 10);
  expect([[...target], asked]).toEqual([[0, 7, 7, 0], [[10, 2]]]);
  const own = async (into: Uint8Array, offset: number) => void into.fill(offset);
  await readInto({ read, readInto: own } as unknown as Disk, target, 5);
  expect([[...target], asked.length]).toEqual([[5, 5, 5, 5], 1]);
});
