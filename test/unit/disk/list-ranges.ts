import type { Disk } from '../../../src/disk/disk.ts';

/** The ranges of a disk as `kind from-to`. */
export async function listRanges(disk: Pick<Disk, 'ranges'>): Promise<string[]> {
  const all: string[] = [];
  for await (const { kind, offset, length } of disk.ranges()) all.push(`${kind} ${offset}-${offset + length}`);
  return all;
}
