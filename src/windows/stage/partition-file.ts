/** The content of a partition in a file of its own, while the disk is made. */

import { join } from 'node:path';
import { partPath } from '../../disk/vmdk/vmdk-parts.ts';
import type { ImagePlan } from '../plan/image-plan.ts';

/** The partitions that are filled. */
export const FILLED = ['esp', 'windows', 'recovery'] as const;
export type Filled = (typeof FILLED)[number];

/** Their names where they are made for a disk in one file. */
const NAMES: Readonly<Record<Filled, string>> = { esp: 'esp.fat', windows: 'windows.ntfs', recovery: 'recovery.ntfs' };

/** A partition's content in a file of its own. */
export interface PartitionFile {
  readonly name: Filled;
  /** Where the partition begins on the disk, bytes. */
  readonly offset: number;
  /** Bytes, of the partition and of the file, which is mostly holes. */
  readonly size: number;
  readonly file: string;
}

/**
 * Where the content of a partition has to be made for the disk at `path`: of a VMDK, whose files they stay, beside it.
 * @param folder for what is read once
 */
export function partitionFile(plan: ImagePlan, name: Filled, path: string, folder: string): string {
  return plan.disk.format === 'vmdk' ? partPath(path, name) : join(folder, NAMES[name]);
}
