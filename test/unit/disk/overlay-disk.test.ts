import { expect, it } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { overlayDisk } from '../../../src/disk/overlay-disk.ts';
import { listRanges } from './list-ranges.ts';
import { memoryDisk } from './memory-disk.ts';

const PAGE = 64 * 1024;
const SIZE = 3 * PAGE + 512;

/** Data in page 1 alone; its own writes fail. */
async function base(more: Partial<Disk> = {}): Promise<Disk> {
  const disk = memoryDisk(SIZE, 'a.raw');
  await disk.write(PAGE, Buffer.alloc(PAGE, 'b'));
  return { ...disk, ...more };
}

it('shows what was written over what lies below, which it never writes', async () => {
  const below = await base();
  const overlay = overlayDisk(below);
  expect(overlay).toMatchObject({ size: SIZE, format: 'memory', path: 'a.raw' });
  expect(overlay).not.toHaveProperty('sectorSize');
  await overlay.write(PAGE - 2, Buffer.from('wxyz'));
  expect((await overlay.read(PAGE - 4, 8)).toString('latin1')).toBe('\0\0wxyzbb');
  expect((await overlay.read(PAGE + 1, 2)).toString()).toBe('zb');
  expect((await overlay.read(PAGE, 1)).toString()).toBe('y');
  expect((await overlay.read(2 * PAGE - 1, 2)).toString('latin1')).toBe('b\0');
  expect((await below.read(PAGE - 2, 4)).toString('latin1')).toBe('\0\0bb');
  await overlay.write(SIZE - 3, Buffer.from('end'));
  expect((await overlay.read(SIZE - 4, 4)).toString('latin1')).toBe('\0end');
  expect(await overlay.read(SIZE, 0)).toHaveLength(0);
  await overlay.flush();
});

it('writes across several pages at once', async () => {
  const overlay = overlayDisk(await base());
  const bytes = Buffer.alloc(2 * PAGE + 20, 'x');
  await overlay.write(10, bytes);
  const all = await overlay.read(0, SIZE);
  expect(all.subarray(0, 10).every((byte) => byte === 0)).toBe(true);
  expect(all.subarray(10, 10 + bytes.length).equals(bytes)).toBe(true);
  expect(all.subarray(10 + bytes.length).every((byte) => byte === 0)).toBe(true);
});

it('tells stored from empty, page by page', async () => {
  const overlay = overlayDisk(await base());
  expect(await listRanges(overlay)).toEqual([`zero 0-${PAGE}`, `data ${PAGE}-${2 * PAGE}`, `zero ${2 * PAGE}-${SIZE}`]);
  await overlay.write(3 * PAGE, Buffer.from('x'));
  expect(await listRanges(overlay)).toEqual([
    `zero 0-${PAGE}`,
    `data ${PAGE}-${2 * PAGE}`,
    `zero ${2 * PAGE}-${3 * PAGE}`,
    `data ${3 * PAGE}-${SIZE}`,
  ]);
  overlay.discard(PAGE, PAGE);
  await overlay.write(0, Buffer.from('x'));
  expect(await listRanges(overlay)).toEqual([`data 0-${PAGE}`, `zero ${PAGE}-${3 * PAGE}`, `data ${3 * PAGE}-${SIZE}`]);
  await overlay.write(PAGE + 1, Buffer.from('y'));
  expect(await listRanges(overlay)).toContain(`data 0-${2 * PAGE}`);
  expect((await overlay.read(PAGE, 3)).toString('latin1')).toBe('\0y\0');
});

it('drops whole pages alone', async () => {
  const overlay = overlayDisk(await base());
  overlay.discard(PAGE + 1, PAGE - 1);
  overlay.discard(PAGE, PAGE - 1);
  expect((await overlay.read(PAGE, 1)).toString()).toBe('b');
  overlay.discard(PAGE - 1, PAGE + 1);
  expect((await overlay.read(PAGE - 1, PAGE + 2)).every((byte) => byte === 0)).toBe(true);
  expect((await overlay.read(PAGE + 10, 5)).every((byte) => byte === 0)).toBe(true);
});

it('refuses what lies outside, keeps the size of sectors, and closes what lies below', async () => {
  let closed = 0;
  const overlay = overlayDisk(await base({ sectorSize: 4096, close: async () => void closed++ }));
  await expect(overlay.read(SIZE, 1)).rejects.toThrow('past the end');
  await expect(overlay.write(SIZE, Buffer.from('x'))).rejects.toThrow('past the end');
  expect(() => overlay.discard(SIZE, 1)).toThrow('past the end');
  expect(overlay.sectorSize).toBe(4096);
  await overlay.close();
  expect(closed).toBe(1);
});
