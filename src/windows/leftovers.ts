/** Finds and removes what a killed build left beside its disk: it had no chance to do so itself. */

import { rm, stat } from 'node:fs/promises';
import { PARTIAL_SUFFIX } from '../files/move-into-place.ts';

/** Ends the name of a disk that is whole but not checked yet; Windows attaches no disk whose name ends otherwise than its format. */
const UNCHECKED_SUFFIX = '.stillframe-unchecked.vhd';

/** Where a disk is built before it gets its name. */
export function uncheckedPath(path: string): string {
  return path + UNCHECKED_SUFFIX;
}

/**
 * Removes unfinished disks beside `path`.
 * @returns what was removed
 */
export async function removeLeftovers(path: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const file of [uncheckedPath(path), uncheckedPath(path) + PARTIAL_SUFFIX]) {
    if (!(await exists(file))) continue;
    await rm(file, { force: true });
    removed.push(file);
  }
  return removed;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
