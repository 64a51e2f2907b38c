import { expect, it } from 'vitest';
import { drawLayout } from '../../../src/disk/draw-layout.ts';
import type { DiskLayout, LayoutPartition } from '../../../src/disk/layout.ts';

const MIB = 2 ** 20;
const partition = (
  index: number,
  from: number,
  size: number,
  more: Partial<LayoutPartition> = {},
): LayoutPartition => ({
  index,
  type: 'other',
  typeGuid: '',
  guid: '',
  name: '',
  attributes: '0x0000000000000000',
  offset: from * MIB,
  size: size * MIB,
  ...more,
});
const layout = (partitions: readonly LayoutPartition[], more: Partial<DiskLayout> = {}): DiskLayout => ({
  table: 'gpt',
  diskSize: 100 * MIB,
  sectorSize: 512,
  partitions,
  ...more,
});

it('draws a box for each partition and for space that belongs to nobody', () => {
  const partitions = [
    partition(1, 1, 20, { type: 'esp', fileSystem: 'fat32' }),
    partition(2, 21, 4, { type: 'msr' }),
    partition(3, 27, 40, { type: 'windows', fileSystem: 'ntfs' }),
    partition(4, 68, 30, { type: 'recovery', attributes: '0x8000000000000001' }),
  ];
  expect(drawLayout(layout(partitions)).split('\n')).toEqual([
    'GPT disk of 100 MiB, 512-byte sectors',
    '┌────────┬───────┬─────────────┬───────────┬────────────┬─────────────┐',
    '│ 1 ESP  │ 2 MSR │ unallocated │ 3 Windows │ 4 Recovery │ unallocated │',
    '│ FAT32  │       │             │ NTFS      │            │             │',
    '│ 20 MiB │ 4 MiB │ 2 MiB       │ 40 MiB    │ 30 MiB     │ 2 MiB       │',
    '│        │       │             │           │ protected  │             │',
    '└────────┴───────┴─────────────┴───────────┴────────────┴─────────────┘',
  ]);
});

it('says the type byte on a disk with a master boot record, and knows data from others', () => {
  const partitions = [
    partition(1, 0, 50, { type: 'basic-data', mbrType: '0x07', attributes: '0x8000000000000000' }),
    partition(5, 40, 60, { mbrType: '0x83' }),
  ];
  expect(
    drawLayout(layout(partitions, { table: 'mbr', sectorSize: 4096 }))
      .split('\n')
      .slice(0, 3),
  ).toEqual([
    'MBR disk of 100 MiB, 4096-byte sectors',
    '┌───────────────┬────────────────┐',
    '│ 1 Data (0x07) │ 5 Other (0x83) │',
  ]);
});

it('draws nothing that is smaller than 2 MiB, and an empty disk in words', () => {
  const small = { diskSize: 2 * MIB - 1 };
  expect(drawLayout(layout([], small))).toBe('GPT disk of 2.0 MiB, 512-byte sectors, no partitions');
  expect(drawLayout(layout([], { ...small, table: 'none' }))).toMatch(/^Unpartitioned disk of .*, no partitions$/);
  expect(drawLayout(layout([], { diskSize: 2 * MIB })).split('\n')[2]).toBe('│ unallocated │');
  const inside = [partition(1, 0, 100), partition(2, 10, 20)];
  expect(drawLayout(layout(inside))).not.toContain('unallocated');
});
