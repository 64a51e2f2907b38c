/** The disk of a plan: its partition table with whatever lies in the partitions, written by our own writer whoever fills them. */

import { composedDisk, type DiskPiece } from '../../disk/composed-disk.ts';
import { buildGpt } from '../../disk/gpt/gpt-writer.ts';
import { skipFreeSpace } from '../../disk/skip-free-space.ts';
import { writeVhd } from '../../disk/vhd/vhd-writer.ts';
import { writeVhdx } from '../../disk/vhdx/vhdx-writer.ts';
import type { ImagePlan } from '../plan/image-plan.ts';

/** @param volumes contents of partitions at their places; disks among them are closed */
export async function writePlannedDisk(
  plan: ImagePlan,
  volumes: readonly DiskPiece[],
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const table = buildGpt({ diskSize: plan.disk.size, diskGuid: plan.diskGuid, partitions: plan.partitions });
  const disk = composedDisk(plan.disk.size, [...table, ...volumes]);
  try {
    const options = { type: plan.disk.type, signal, uuid: plan.fileGuid };
    // Volumes are as large as their partitions and nearly all holes: only what the file systems use is read.
    const used = skipFreeSpace(disk);
    if (plan.disk.format === 'vhdx') await writeVhdx(used, path, options);
    else await writeVhd(used, path, { ...options, timestamp: Math.floor(plan.date.getTime() / 1000) });
  } finally {
    await disk.close();
  }
}
