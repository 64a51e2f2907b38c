/** The copy that is started in place of the image: generation 2 takes only VHDX, and an image is whole until the baked one is. */

import { basename, dirname, extname, join } from 'node:path';
import type { Disk } from '../../disk/disk.ts';
import { openDisk } from '../../disk/open-disk.ts';
import { skipFreeSpace } from '../../disk/skip-free-space.ts';
import { assertVhdHolds, writeVhd } from '../../disk/vhd/vhd-writer.ts';
import { assertVhdxHolds, writeVhdx } from '../../disk/vhdx/vhdx-writer.ts';
import { UserError } from '../../errors.ts';

const FORMATS = ['vhd', 'vhdx'] as const;
export type BakedFormat = (typeof FORMATS)[number];

/** The folder of one run beside what it makes: on the same volume, so that the baked image only has to be renamed. */
export function workFolder(output: string, run: string): string {
  return join(dirname(output), `${basename(output)}.stillframe-bake-${run}`);
}

/** @param input whose path it is @throws UserError input-invalid for a path that ends otherwise than a disk of Windows */
export function imageFormatOf(path: string, input: 'image' | 'output'): BakedFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const format = FORMATS.find((name) => name === ending);
  if (format !== undefined) return format;
  throw new UserError(
    'input-invalid',
    `Input ${input}: ${path} ends with neither .vhd nor .vhdx`,
    'Give the output vhd of build-vhd; convert-ova makes an OVA of what was baked.',
  );
}

/** @throws UserError disk-format-unsupported for an image of another format than its name says, or one that the output cannot hold */
export function assertDiskFormats({ format, size, path }: Disk, output: BakedFormat): void {
  (output === 'vhdx' ? assertVhdxHolds : assertVhdHolds)(size);
  assertVhdxHolds(size);
  if (/^vhdx?\b/.test(format)) return;
  throw new UserError(
    'disk-format-unsupported',
    `Input image: ${path} is a disk of the format ${format}`,
    'Give a VHD or VHDX, the output vhd of build-vhd.',
  );
}

/** Writes the copy that Hyper-V starts. @throws what openDisk and writeVhdx throw */
export async function writeWorkingDisk(image: string, path: string, signal: AbortSignal): Promise<void> {
  const disk = await openDisk(image);
  try {
    await writeVhdx(skipFreeSpace(disk), path, { type: 'dynamic', signal });
  } finally {
    await disk.close();
  }
}

/** Writes the baked disk as it was asked for, without what the guest has deleted. @throws what the writers throw */
export async function writeBakedDisk(
  from: string,
  to: string,
  type: 'dynamic' | 'fixed',
  signal: AbortSignal,
): Promise<void> {
  const disk = await openDisk(from);
  try {
    const write = imageFormatOf(to, 'output') === 'vhdx' ? writeVhdx : writeVhd;
    await write(skipFreeSpace(disk), to, { type, signal });
  } finally {
    await disk.close();
  }
}
