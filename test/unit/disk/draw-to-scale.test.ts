import { expect, it } from 'vitest';
import { drawToScale, scaleParts } from '../../../src/disk/draw-to-scale.ts';
import type { DiskLayout, LayoutPartition, PartitionKind } from '../../../src/disk/layout.ts';

function layout(diskSize: number, ...parts: readonly (readonly [PartitionKind, number, number])[]): DiskLayout {
  const partitions = parts.map(
    ([type, offset, size], index): LayoutPartition => ({
      index: index + 1,
      type,
      typeGuid: '',
      guid: '',
      name: '',
      attributes: '0x0000000000000000',
      offset,
      size,
    }),
  );
  return { table: 'gpt', diskSize, sectorSize: 512, partitions };
}

it.each([
  ['whole columns', layout(100, ['esp', 0, 20], ['windows', 20, 80]), 10, '│EE│WWWWWWWW│'],
  ['a thin one has its column', layout(10_000, ['msr', 0, 1], ['windows', 1, 9_999]), 10, '│M│WWWWWWWWW│'],
  ['alignment has none', layout(1_000, ['esp', 99, 400], ['windows', 500, 499]), 10, '│EEEE│WWWWWW│'],
  [
    'remainders to the largest',
    layout(100, ['esp', 0, 34], ['msr', 34, 33], ['recovery', 67, 33]),
    10,
    '│EEEE│MMM│RRR│',
  ],
  ['an empty disk', layout(100), 5, '│·····│'],
])('draws %s', (_what, given, columns, drawn) => {
  expect(drawToScale(given, columns)).toBe(drawn);
});

it('gives no more columns than there are, while partitions can spare some', () => {
  const thin = Array.from({ length: 5 }, (_, index) => ['other', index, 1] as const);
  const parts = scaleParts(layout(1_000, ...thin, ['windows', 5, 995]), 10);
  expect(parts.map(({ columns }) => columns)).toEqual([1, 1, 1, 1, 1, 5]);
  expect(scaleParts(layout(1_000, ...thin, ['windows', 5, 995]), 3).map(({ columns }) => columns)).toEqual([
    1, 1, 1, 1, 1, 1,
  ]);
});

it('says where each part lies', () => {
  const given = layout(100, ['basic-data', 10, 20]);
  expect(scaleParts(given, 10)).toEqual([
    { partition: undefined, offset: 0, size: 10, columns: 1 },
    { partition: given.partitions[0], offset: 10, size: 20, columns: 2 },
    { partition: undefined, offset: 30, size: 70, columns: 7 },
  ]);
  expect(drawToScale(given, 10)).toBe('│·│DD│·······│');
});

it('counts nothing twice where partitions overlap', () => {
  const parts = scaleParts(layout(100, ['esp', 0, 50], ['other', 20, 10], ['windows', 50, 50]), 20);
  expect(parts.map(({ partition }) => partition?.type)).toEqual(['esp', 'other', 'windows']);
  expect(drawToScale(layout(100, ['esp', 0, 50], ['other', 20, 10], ['windows', 50, 50]))).toHaveLength(64);
});
