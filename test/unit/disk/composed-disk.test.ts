import { expect, it } from 'vitest';
import { composedDisk } from '../../../src/disk/composed-disk.ts';
import type { Disk } from '../../../src/disk/disk.ts';
import { listRanges } from './list-ranges.ts';
import { memoryDisk } from './memory-disk.ts';

/** 100 bytes: `abc` at 10, a disk of 8 bytes of 'd' at 20, `e` at 28. */
function sample(closed: string[] = []): Disk {
  const volume: Disk = {
    ...memoryDisk(Buffer.from('dddddddd'), 'volume'),
    close: async () => void closed.push('volume'),
  };
  return composedDisk(
    100,
    [
      { offset: 28, content: Buffer.from('e') },
      { offset: 20, content: volume },
      { offset: 10, content: Buffer.from('abc') },
      { offset: 50, content: Buffer.alloc(0) },
    ],
    'made.raw',
  );
}

const text = async (offset: number, length: number): Promise<string> =>
  (await sample().read(offset, length)).toString('latin1').replaceAll('\0', '.');

it('shows each piece in its place, and zeros between them', async () => {
  expect(sample()).toMatchObject({ size: 100, format: 'composed', path: 'made.raw' });
  expect(await text(0, 100)).toBe(`${'.'.repeat(10)}abc${'.'.repeat(7)}dddddddde${'.'.repeat(71)}`);
  expect(await text(11, 1)).toBe('b');
  expect(await text(11, 10)).toBe('bc.......d');
  expect(await text(20, 8)).toBe('dddddddd');
  expect(await text(19, 9)).toBe('.dddddddd');
  expect(await text(27, 3)).toBe('de.');
  expect(await text(99, 1)).toBe('.');
  const target = Buffer.alloc(12, 'x');
  await sample().readInto?.(target, 18);
  expect(target.toString('latin1').replaceAll('\0', '.')).toBe('..dddddddde.');
  await expect(sample().readInto?.(target, 89)).rejects.toThrow('made.raw: 12 bytes at 89 reach past the end');
  await expect(text(99, 2)).rejects.toThrow('made.raw: 2 bytes at 99 reach past the end');
});

it('tells stored from empty', async () => {
  expect(await listRanges(sample())).toEqual(['zero 0-10', 'data 10-13', 'zero 13-20', 'data 20-29', 'zero 29-100']);
  expect(composedDisk(5, []).path).toBe('composed');
  expect(await listRanges(composedDisk(5, []))).toEqual(['zero 0-5']);
});

it('closes the disks among its pieces', async () => {
  const closed: string[] = [];
  await sample(closed).close();
  expect(closed).toEqual(['volume']);
});

it('refuses pieces that overlap or reach past the end', () => {
  const place = (...pieces: [number, string][]) =>
    composedDisk(
      10,
      pieces.map(([offset, content]) => ({ offset, content: Buffer.from(content) })),
    );
  expect(() => place([3, 'b'], [0, 'aaaa'])).toThrow(
    'composed: the piece at 3 begins before the previous one ends at 4',
  );
  expect(() => place([4, 'b'], [0, 'aaaa'])).not.toThrow();
  expect(() => place([9, 'ab'])).toThrow('composed: 2 bytes at 9 reach past the end');
  expect(() => place([8, 'ab'])).not.toThrow();
});
