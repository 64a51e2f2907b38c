import { expect, it } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import type { FreeSpace } from '../../../src/disk/free-space.ts';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import { ExtentList } from '../../../src/files/extent-list.ts';
import { listRanges } from './list-ranges.ts';
import { memoryDisk } from './memory-disk.ts';

function free(...extents: [number, number][]): FreeSpace {
  const list = new ExtentList();
  for (const [start, end] of extents) list.add(start, end);
  return { extents: list, volumes: [], unallocated: 0 };
}

/** Data from 0 to 65536, and none behind it. */
async function base(more: Partial<Disk> = {}): Promise<Disk> {
  const disk = memoryDisk(2 * 65_536, 'a.raw');
  await disk.write(0, Buffer.alloc(65_536, 'd'));
  return { ...disk, ...more };
}

it('shows free space as free and as zeros, and zeros as they are', async () => {
  const disk = skipFreeSpace(await base(), free([10, 20], [30, 40], [65_530, 70_000]));
  expect(disk).toMatchObject({ size: 131_072, format: 'memory', path: 'a.raw' });
  expect(await listRanges(disk)).toEqual([
    'data 0-10',
    'free 10-20',
    'data 20-30',
    'free 30-40',
    'data 40-65530',
    'free 65530-65536',
    'zero 65536-131072',
  ]);
  expect((await disk.read(8, 14)).toString('latin1')).toBe(`dd${'\0'.repeat(10)}dd`);
  const target = Buffer.alloc(4, 'x');
  await disk.readInto?.(target, 18);
  expect(target.toString('latin1')).toBe('\0\0dd');
});

it('looks for the free space once, when it is first asked for', async () => {
  let reads = 0;
  const below = await base();
  const disk = skipFreeSpace({
    ...below,
    read: async (offset, length) => {
      reads++;
      return below.read(offset, length);
    },
  });
  expect(reads).toBe(0);
  await listRanges(disk);
  const once = reads;
  expect(once).toBeGreaterThan(0);
  await listRanges(disk);
  expect(reads).toBe(once);
});

it('keeps the size of sectors, and closes what lies below', async () => {
  let closed = 0;
  const disk = skipFreeSpace(await base({ sectorSize: 4096, close: async () => void closed++ }), free());
  expect(disk.sectorSize).toBe(4096);
  expect(skipFreeSpace(await base(), free())).not.toHaveProperty('sectorSize');
  await disk.close();
  expect(closed).toBe(1);
});
