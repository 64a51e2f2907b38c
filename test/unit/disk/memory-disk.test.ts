import { expect, it } from 'vitest';
import { readInto } from '../../../src/disk/read-into.ts';
import { listRanges } from './list-ranges.ts';
import { memoryDisk } from './memory-disk.ts';

const PAGE = 64 * 1024;

it('holds what was written, across pages, and zeros elsewhere', async () => {
  const disk = memoryDisk(3 * PAGE + 10);
  expect(disk).toMatchObject({ size: 3 * PAGE + 10, format: 'memory', path: 'memory' });
  await disk.write(PAGE - 1, Buffer.from('ab'));
  await disk.write(3 * PAGE + 9, Buffer.from('z'));
  expect((await disk.read(PAGE - 2, 4)).toString('latin1')).toBe('\0ab\0');
  expect((await disk.read(3 * PAGE + 8, 2)).toString('latin1')).toBe('\0z');
  expect(await listRanges(disk)).toEqual([
    `data 0-${2 * PAGE}`,
    `zero ${2 * PAGE}-${3 * PAGE}`,
    `data ${3 * PAGE}-${3 * PAGE + 10}`,
  ]);
  await expect(disk.read(3 * PAGE + 10, 1)).rejects.toThrow('memory: 1 bytes');
  await expect(disk.write(-1, Buffer.from('a'))).rejects.toThrow('no byte positions');
  await disk.flush();
  await disk.close();
});

it('begins with bytes, whose length it has', async () => {
  const disk = memoryDisk(Buffer.from('bytes'), 'b.raw');
  expect(disk).toMatchObject({ size: 5, path: 'b.raw' });
  expect((await disk.read(0, 5)).toString()).toBe('bytes');
  expect(await listRanges(memoryDisk(7))).toEqual(['zero 0-7']);
});

it('is read into memory that is there already', async () => {
  const target = Buffer.from('xxxx');
  await readInto(memoryDisk(Buffer.from('bytes')), target.subarray(1, 3), 2);
  expect(target.toString()).toBe('xtex');
  const own = { ...memoryDisk(5), readInto: async (into: Uint8Array) => void into.fill(0x6f) };
  await readInto(own, target.subarray(0, 2), 0);
  expect(target.toString()).toBe('ooex');
});
