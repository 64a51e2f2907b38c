/** Reading into memory that is there already: a reader of a whole disk must not make a gigabyte of buffers for each it reads. */

import type { Disk } from './disk.ts';

/** Fills the whole of `target` from `offset` on. Throws as `Disk.read`. */
export async function readInto(disk: Disk, target: Uint8Array, offset: number): Promise<void> {
  if (disk.readInto) await disk.readInto(target, offset);
  else target.set(await disk.read(offset, target.length));
}
