import { expect, it } from 'vitest';
import type { DiskLayout, LayoutPartition } from '../../../src/disk/layout.ts';
import type { OverlayDisk } from '../../../src/disk/overlay-disk.ts';
import { discardRemoved } from '../../../src/repair/discard-removed.ts';

const partition = (guid: string, offset: number, size: number): LayoutPartition => ({
  index: 1,
  type: 'other',
  typeGuid: '',
  guid,
  name: '',
  attributes: '',
  offset,
  size,
});
const layout = (...partitions: LayoutPartition[]): DiskLayout => ({
  table: 'gpt',
  diskSize: 1000,
  sectorSize: 512,
  partitions,
});

function discarded(before: LayoutPartition[], after: LayoutPartition[]): (readonly [number, number])[] {
  const done: (readonly [number, number])[] = [];
  const overlay: Pick<OverlayDisk, 'discard'> = { discard: (offset, length) => void done.push([offset, length]) };
  const repair = { changed: true, bootStores: [], findings: [], before: layout(...before), after: layout(...after) };
  discardRemoved(overlay as OverlayDisk, repair);
  return done;
}

it('drops what was removed and nothing that stayed', () => {
  const [a, b, c] = [partition('a', 0, 100), partition('b', 100, 100), partition('c', 200, 100)];
  expect(discarded([a, b, c], [a, c])).toEqual([[100, 100]]);
  expect(discarded([a, b, c], [a, b, c])).toEqual([]);
  expect(discarded([a, b, c], [])).toEqual([
    [0, 100],
    [100, 100],
    [200, 100],
  ]);
});

it('keeps what another partition has grown over, by a byte or wholly', () => {
  const removed = partition('b', 100, 100);
  const kept = (offset: number, size: number) => discarded([removed], [partition('a', offset, size)]);
  expect(kept(0, 100)).toEqual([[100, 100]]);
  expect(kept(0, 101)).toEqual([]);
  expect(kept(0, 400)).toEqual([]);
  expect(kept(150, 10)).toEqual([]);
  expect(kept(199, 10)).toEqual([]);
  expect(kept(200, 10)).toEqual([[100, 100]]);
});
