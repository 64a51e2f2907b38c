import { expect, it } from 'vitest';
import { CellArea } from '../../../src/registry/cell-area.ts';

it('lays cells one behind the other, each a multiple of eight with its size negated', () => {
  const area = new CellArea();
  const first = area.add(Buffer.from('abcd'));
  const second = area.reserve(5);
  const third = area.add(Buffer.alloc(0));
  expect([first, second, third]).toEqual([32, 40, 56]);
  area.fill(second, Buffer.from('xy'));
  area.patch(second, 1, 0x04030201);
  const bin = area.finish();
  expect(bin).toHaveLength(4096);
  expect(bin.subarray(0, 4).toString('latin1')).toBe('hbin');
  expect([bin.readUInt32LE(4), bin.readUInt32LE(8)]).toEqual([0, 4096]);
  expect(bin.readInt32LE(first)).toBe(-8);
  expect(bin.subarray(first + 4, first + 8).toString()).toBe('abcd');
  expect(bin.readInt32LE(second)).toBe(-16);
  expect([...bin.subarray(second + 4, second + 9)]).toEqual([0x78, 1, 2, 3, 4]);
  expect(bin.readInt32LE(third)).toBe(-8);
  // What is left is one free cell.
  expect(bin.readInt32LE(64)).toBe(4096 - 64);
});

it('takes another 4 KiB where the last free cell would have no room', () => {
  const length = (size: number): number => {
    const area = new CellArea();
    area.reserve(size);
    return area.finish().length;
  };
  expect(length(4096 - 32 - 8 - 4)).toBe(4096);
  expect(length(4096 - 32 - 8 - 4 + 1)).toBe(8192);
});

it('knows its cells', () => {
  expect(() => new CellArea().fill(32, Buffer.alloc(1))).toThrow('no cell at 32');
});
