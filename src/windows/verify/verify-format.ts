/** The image file is of the format and type that were asked for, whoever wrote it. */

import type { Disk } from '../../disk/disk.ts';
import { readVhdxFile } from '../../disk/vhdx/vhdx-disk.ts';
import { openFileSource } from '../../files/byte-source.ts';
import type { DiskRequest } from '../plan/image-plan.ts';
import { wrongDisk } from './wrong-disk.ts';

/** @throws UserError layout-wrong; FormatError for a damaged VHDX */
export async function verifyFormat(
  { format, path }: Pick<Disk, 'format' | 'path'>,
  asked: Pick<DiskRequest, 'format' | 'type'>,
): Promise<void> {
  const expected = asked.format === 'vmdk' ? 'vmdk-twoGbMaxExtentFlat' : `${asked.format}-${asked.type}`;
  const found = format === 'vhdx' ? await vhdxType(path) : format;
  if (found !== expected) throw wrongDisk(`the image file is ${found}, planned was ${expected}`);
}

/**
 * A fixed VHDX says that its blocks stay allocated (MS-VHDX 2.6.2.1, LeaveBlockAllocated) and has room for all of them: one that only
 * says so would grow under Hyper-V as a dynamic one does. Which state its empty blocks have is the writer's choice.
 */
async function vhdxType(path: string): Promise<string> {
  const source = await openFileSource(path);
  try {
    const { type, diskSize } = (await readVhdxFile(source)).metadata;
    if (type === 'fixed' && source.size < diskSize) return `vhdx-fixed of ${source.size} bytes for ${diskSize}`;
    return `vhdx-${type}`;
  } finally {
    await source.close();
  }
}
