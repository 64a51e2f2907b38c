/** Small arithmetic on the ranges of a disk. */

import type { Disk, DiskRange } from './disk.ts';

/** @throws RangeError unless the bytes lie within the disk */
export function assertInside(disk: Pick<Disk, 'size' | 'path'>, offset: number, length: number): void {
  if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0) {
    throw new RangeError(`${disk.path}: offset ${offset} and length ${length} are no byte positions`);
  }
  if (offset + length > disk.size) {
    throw new RangeError(`${disk.path}: ${length} bytes at ${offset} reach past the end of the disk at ${disk.size}`);
  }
}

/** Joins neighbours of the same kind, so that a disk of millions of blocks yields few ranges. Empty ranges are dropped. */
export async function* mergeRanges(
  ranges: AsyncIterable<DiskRange> | Iterable<DiskRange>,
): AsyncGenerator<DiskRange, void, undefined> {
  let last: DiskRange | undefined;
  for await (const range of ranges) {
    if (range.length === 0) continue;
    if (last?.kind === range.kind) {
      last = { kind: last.kind, offset: last.offset, length: last.length + range.length };
    } else {
      if (last) yield last;
      last = range;
    }
  }
  if (last) yield last;
}
