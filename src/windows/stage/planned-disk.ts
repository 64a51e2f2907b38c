/** The disk of a plan: its partition table with whatever lies in the partitions, written by our own writer whoever fills them. */

import { rm } from 'node:fs/promises';
import { composedDisk, type DiskPiece } from '../../disk/composed-disk.ts';
import type { Disk } from '../../disk/disk.ts';
import { buildGpt } from '../../disk/gpt/gpt-writer.ts';
import { openRawDisk } from '../../disk/raw-disk.ts';
import { skipFreeSpace } from '../../disk/skip-free-space.ts';
import { writeVhd } from '../../disk/vhd/vhd-writer.ts';
import { writeVhdx } from '../../disk/vhdx/vhdx-writer.ts';
import { writeVmdkParts } from '../../disk/vmdk/vmdk-parts.ts';
import { identifyContent } from '../../disk/vmdk/vmdk-stream-writer.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import type { PartitionFile } from './partition-file.ts';

/** @param volumes files where `partitionFile` says, which are gone or parts of the image afterwards */
export async function writePlannedDisk(
  plan: ImagePlan,
  volumes: readonly PartitionFile[],
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const { diskGuid, partitions } = plan;
  const table = buildGpt({ diskSize: plan.disk.size, diskGuid, partitions });
  if (plan.disk.format === 'vmdk') await writeInParts(plan, table, volumes, path, signal);
  else await writeWhole(plan, table, volumes, path, signal);
}

/** The volumes stay what they are. */
async function writeInParts(
  { disk: { size } }: ImagePlan,
  pieces: ReturnType<typeof buildGpt>,
  parts: readonly PartitionFile[],
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const contentId = await identifyParts(composedDisk(size, pieces), parts);
  await writeVmdkParts({ size, contentId, pieces, parts }, path, signal);
}

/** The table follows from the plan; what the volumes hold follows from the programs that filled them as well. */
async function identifyParts(table: Disk, parts: readonly PartitionFile[]): Promise<string> {
  const volumes: Disk[] = [];
  try {
    for (const { file } of parts) volumes.push(await openRawDisk(file));
    return (await identifyContent(table, ...volumes)).slice(-8);
  } finally {
    for (const volume of volumes) await volume.close();
  }
}

async function writeWhole(
  plan: ImagePlan,
  table: ReturnType<typeof buildGpt>,
  volumes: readonly PartitionFile[],
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const pieces: DiskPiece[] = [...table];
  for (const { offset, file } of volumes) pieces.push({ offset, content: await openRawDisk(file) });
  const disk = composedDisk(plan.disk.size, pieces);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await disk.close();
  };
  // Before the image is brought to stable storage: what is gone by then need not be written there as well.
  const onWritten = async (): Promise<void> => {
    await close();
    for (const { file } of volumes) await rm(file);
  };
  try {
    const options = { type: plan.disk.type, signal, uuid: plan.fileGuid, onWritten };
    // Volumes are as large as their partitions and nearly all holes: only what the file systems use is read.
    const used = skipFreeSpace(disk);
    if (plan.disk.format === 'vhdx') await writeVhdx(used, path, options);
    else await writeVhd(used, path, { ...options, timestamp: Math.floor(plan.date.getTime() / 1000) });
  } finally {
    await close();
  }
}
