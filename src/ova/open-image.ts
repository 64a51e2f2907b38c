/** Opens the disk to convert with the engine that can read it. */

import type { Context } from '../context.ts';
import type { Disk } from '../disk/disk.ts';
import { openDisk } from '../disk/open-disk.ts';
import { UserError } from '../errors.ts';
import { findStoredWith } from './file-map.ts';
import { openWithQemu, qemuFormat } from './qemu-disk.ts';

export const CONVERT_ENGINES = ['auto', 'native', 'qemu-img'] as const;
export type ConvertEngine = (typeof CONVERT_ENGINES)[number];

export interface OpenedImage {
  readonly disk: Disk;
  readonly engine: Exclude<ConvertEngine, 'auto'>;
}

/**
 * `auto` reads natively what it can and asks qemu-img for the rest.
 * @throws UserError file-missing, disk-format-unsupported, tool-missing; FormatError for a damaged image
 */
export async function openImage(
  path: string,
  engine: ConvertEngine,
  context: Pick<Context, 'tools' | 'temp'>,
): Promise<OpenedImage> {
  if (engine === 'qemu-img') return { disk: await openWithQemu(path, context), engine };
  try {
    return { disk: await openDisk(path, findStoredWith(context.tools)), engine: 'native' };
  } catch (error) {
    const foreign = error instanceof UserError && error.code === 'disk-format-unsupported';
    if (engine === 'native' || !foreign || !(await context.tools.has('qemu-img'))) throw error;
    // qemu-img calls everything it does not know raw, an ISO or a ZIP archive too.
    if ((await qemuFormat(path, context)) === 'raw') throw error;
    return { disk: await openWithQemu(path, context), engine: 'qemu-img' };
  }
}
