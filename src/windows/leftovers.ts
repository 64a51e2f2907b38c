/** Finds and removes what a killed build left beside its disk: it had no chance to do so itself. */

import { rm, stat } from 'node:fs/promises';
import { PARTIAL_SUFFIX } from '../files/move-into-place.ts';

/** Ends the name of a disk that is whole but not checked yet. */
const UNCHECKED_SUFFIX = '.stillframe-unchecked';
const FORMATS = ['vhd', 'vhdx'] as const;

/** Where a disk is built before it gets its name; Windows attaches no disk whose name ends otherwise than its format. */
export function uncheckedPath(path: string, format: (typeof FORMATS)[number]): string {
  return `${path}${UNCHECKED_SUFFIX}.${format}`;
}

/**
 * Removes unfinished disks beside `path`.
 * @returns what was removed
 */
export async function removeLeftovers(path: string): Promise<readonly string[]> {
  const removed: string[] = [];
  const disks = FORMATS.map((format) => uncheckedPath(path, format));
  for (const file of disks.flatMap((disk) => [disk, disk + PARTIAL_SUFFIX])) {
    if (!(await exists(file))) continue;
    await rm(file, { force: true });
    removed.push(file);
  }
  return removed;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
