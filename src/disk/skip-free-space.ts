/** Shows the free space of a disk as free, so that deleted data is neither converted nor leaked. */

import type { ExtentList } from '../files/extent-list.ts';
import type { Disk, DiskRange } from './disk.ts';
import { type FreeSpace, findFreeSpace } from './free-space.ts';
import { mergeRanges } from './ranges.ts';
import { readInto } from './read-into.ts';

/**
 * The same disk with free space told apart: `ranges()` yields it as `free`, and it reads as zeros, so that a block that is
 * only free in part carries nothing of what was deleted. Looks for the free space at the first read, unless it is given.
 * Closing it closes the disk.
 */
export function skipFreeSpace(disk: Disk, freeSpace?: FreeSpace): Disk {
  let found: Promise<FreeSpace> | undefined = freeSpace && Promise.resolve(freeSpace);
  const extents = async (): Promise<ExtentList> => {
    found ??= findFreeSpace(disk);
    return (await found).extents;
  };
  return {
    size: disk.size,
    format: disk.format,
    ...(disk.sectorSize !== undefined && { sectorSize: disk.sectorSize }),
    path: disk.path,
    read: async (offset, length) => {
      const free = await extents();
      const bytes = await disk.read(offset, length);
      wipe(free, bytes, offset);
      return bytes;
    },
    readInto: async (target, offset) => {
      const free = await extents();
      await readInto(disk, target, offset);
      wipe(free, target, offset);
    },
    ranges: () => mergeRanges(splitByFree()),
    close: () => disk.close(),
  };

  async function* splitByFree(): AsyncGenerator<DiskRange, void, undefined> {
    const free = await extents();
    for await (const range of disk.ranges()) {
      if (range.kind === 'zero') {
        yield range;
        continue;
      }
      let at = range.offset;
      const rangeEnd = range.offset + range.length;
      for (const { start, end } of free.within(range.offset, rangeEnd)) {
        yield { kind: range.kind, offset: at, length: start - at };
        yield { kind: 'free', offset: start, length: end - start };
        at = end;
      }
      yield { kind: range.kind, offset: at, length: rangeEnd - at };
    }
  }
}

/** Makes zeros of what is free in `bytes`, which were read at `offset`. */
function wipe(free: ExtentList, bytes: Uint8Array, offset: number): void {
  for (const { start, end } of free.within(offset, offset + bytes.length)) bytes.fill(0, start - offset, end - offset);
}
