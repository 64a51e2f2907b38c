import { describe, expect, it } from 'vitest';
import { ExtentList, MAX_EXTENTS } from '../../../src/files/extent-list.ts';

function listOf(...extents: readonly (readonly [number, number])[]): ExtentList {
  const list = new ExtentList();
  for (const [start, end] of extents) list.add(start, end);
  return list;
}
const all = (list: ExtentList, start = 0, end = 1000): [number, number][] =>
  [...list.within(start, end)].map((extent) => [extent.start, extent.end]);

describe('add', () => {
  it('joins extents that touch, and keeps others apart', () => {
    const list = listOf([0, 4], [4, 6], [7, 9]);
    expect(all(list)).toEqual([
      [0, 6],
      [7, 9],
    ]);
    expect(list.count).toBe(2);
  });

  it.each([
    [5, 7],
    [6, 6],
    [8, 7],
  ])('refuses %d to %d behind 6', (start, end) => {
    expect(() => listOf([0, 6]).add(start, end)).toThrow(`Extent ${start} to ${end} does not follow 6`);
  });

  it('begins anywhere, but not with nothing', () => {
    expect(all(listOf([5, 6]))).toEqual([[5, 6]]);
    expect(() => listOf([0, 0])).toThrow(RangeError);
    expect(() => listOf([-1, 1])).toThrow(RangeError);
  });

  it('lists no more than fit, and still makes the last one longer', () => {
    const list = new ExtentList(2);
    for (const start of [0, 2]) list.add(start, start + 1);
    list.add(3, 4);
    list.add(5, 6);
    expect(list.count).toBe(2);
    expect(all(list)).toEqual([
      [0, 1],
      [2, 4],
    ]);
    expect(MAX_EXTENTS).toBe(4_194_304);
  });
});

describe('within and touches', () => {
  const list = listOf([10, 20], [30, 40], [50, 60]);

  it.each([
    [
      0,
      100,
      [
        [10, 20],
        [30, 40],
        [50, 60],
      ],
    ],
    [
      15,
      35,
      [
        [15, 20],
        [30, 35],
      ],
    ],
    [20, 30, []],
    [0, 10, []],
    [60, 70, []],
    [19, 20, [[19, 20]]],
    [
      39,
      51,
      [
        [39, 40],
        [50, 51],
      ],
    ],
  ] as const)('%d to %d', (start, end, expected) => {
    expect(all(list, start, end)).toEqual(expected);
    expect(list.touches(start, end)).toBe(expected.length > 0);
  });

  it('are empty for no extents', () => {
    expect(all(new ExtentList())).toEqual([]);
    expect(new ExtentList().touches(0, 1000)).toBe(false);
  });
});
