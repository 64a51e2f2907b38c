import { expect, it } from 'vitest';
import type { Disk, DiskRange } from '../../../../src/disk/disk.ts';
import { WINDOW_SIZE } from '../../../../src/disk/vmdk/deflate-slot.ts';
import { fillWindow, type GrainWindow, grainWindows } from '../../../../src/disk/vmdk/grain-windows.ts';

/** A disk that is `x` everywhere, whatever its ranges say: what is free still has its old bytes. */
function dirtyDisk(size: number, ranges: readonly DiskRange[]): Disk {
  return {
    size,
    format: 'test',
    path: 'dirty',
    read: async (_offset, length) => Buffer.alloc(length, 'x'),
    ranges: async function* () {
      yield* ranges;
    },
    close: async () => {},
  };
}

async function windows(disk: Disk): Promise<GrainWindow[]> {
  const found: GrainWindow[] = [];
  for await (const window of grainWindows(disk)) found.push(window);
  return found;
}

it('visits only windows with data and cuts ranges at their edges', async () => {
  const disk = dirtyDisk(10 * WINDOW_SIZE, [
    { kind: 'zero', offset: 0, length: WINDOW_SIZE },
    { kind: 'data', offset: WINDOW_SIZE, length: WINDOW_SIZE + 4096 },
    { kind: 'free', offset: 2 * WINDOW_SIZE + 4096, length: 4096 },
    { kind: 'data', offset: 2 * WINDOW_SIZE + 8192, length: 512 },
    { kind: 'free', offset: 2 * WINDOW_SIZE + 8704, length: 7 * WINDOW_SIZE },
  ]);
  expect(await windows(disk)).toEqual([
    { offset: WINDOW_SIZE, pieces: [{ offset: WINDOW_SIZE, length: WINDOW_SIZE }] },
    {
      offset: 2 * WINDOW_SIZE,
      pieces: [
        { offset: 2 * WINDOW_SIZE, length: 4096 },
        { offset: 2 * WINDOW_SIZE + 8192, length: 512 },
      ],
    },
  ]);
});

it('lets nothing of free space through, and nothing of the window before', async () => {
  const disk = dirtyDisk(WINDOW_SIZE, []);
  const target = new Uint8Array(WINDOW_SIZE).fill(0x7a);
  const pieces = [
    { offset: 1024, length: 512 },
    { offset: 8192, length: 4096 },
  ];
  await fillWindow(disk, { offset: 0, pieces }, target);
  const expected = Buffer.alloc(WINDOW_SIZE);
  expected.fill('x', 1024, 1536).fill('x', 8192, 12288);
  expect(Buffer.from(target).equals(expected)).toBe(true);
});
