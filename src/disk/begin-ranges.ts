/** Has it found out where a disk holds data while other things are done. */

import type { Disk } from './disk.ts';

/**
 * Begins to read the disk's ranges: of a file with holes another program tells them, which takes as long as starting it. The disk remembers
 * what it was told.
 * @returns when that is done; a failure is not told here, but to whoever reads the ranges
 */
export async function beginRanges(disk: Pick<Disk, 'ranges'>): Promise<void> {
  try {
    for await (const _ of disk.ranges()) return;
  } catch {
    // Told to whoever reads them.
  }
}
