/** Finds and removes what a killed build left beside its disk: it had no chance to do so itself. */

import { rm, stat } from 'node:fs/promises';
import { partFiles, removeLeftParts } from '../disk/vmdk/vmdk-parts.ts';
import { PARTIAL_SUFFIX } from '../files/move-into-place.ts';
import type { DiskRequest } from './plan/image-plan.ts';
import { FILLED } from './stage/partition-file.ts';

/** Ends the name of a disk that is whole but not checked yet. */
const UNCHECKED_SUFFIX = '.stillframe-unchecked';
type Format = DiskRequest['format'];
const FORMATS: readonly Format[] = ['vhd', 'vhdx', 'vmdk'];

/** Where a disk is built before it gets its name; Windows attaches no disk whose name ends otherwise than its format. */
export function uncheckedPath(path: string, format: Format): string {
  return `${path}${UNCHECKED_SUFFIX}.${format}`;
}

/** The files of a disk in the making. */
export function uncheckedFiles(path: string, format: Format): readonly string[] {
  const disk = uncheckedPath(path, format);
  return [...(format === 'vmdk' ? partFiles(disk, FILLED) : [disk]), disk + PARTIAL_SUFFIX];
}

/**
 * Removes unfinished disks beside `path`.
 * @returns what was removed
 */
export async function removeLeftovers(path: string): Promise<readonly string[]> {
  const removed = [...(await removeLeftParts(path))];
  for (const file of FORMATS.flatMap((format) => uncheckedFiles(path, format))) {
    if (!(await exists(file))) continue;
    await rm(file, { force: true });
    removed.push(file);
  }
  return removed;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
