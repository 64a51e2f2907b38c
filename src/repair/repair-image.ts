/** Repairs a disk image or OVA: in place, to a copy, or as a dry run that writes nothing. */

import { basename } from 'node:path';
import { hasVmwareTools } from '../check/vmware-tools.ts';
import type { Context } from '../context.ts';
import type { Disk, WritableDisk } from '../disk/disk.ts';
import { assertNotInUse } from '../disk/disk-in-use.ts';
import { openDisk } from '../disk/open-disk.ts';
import { openDiskForWriting } from '../disk/open-disk-for-writing.ts';
import { type OverlayDisk, overlayDisk } from '../disk/overlay-disk.ts';
import { recogniseFormat } from '../disk/recognise-format.ts';
import { isVmdkStream } from '../disk/vmdk/vmdk-sparse-disk.ts';
import { UserError } from '../errors.ts';
import { openFileSource } from '../files/byte-source.ts';
import { HELD_PATH } from '../files/held-path.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import { copyImage } from './copy-image.ts';
import { discardRemoved } from './discard-removed.ts';
import { type Repair, repairDisk } from './repair-disk.ts';
import type { RepairOptions } from './repair-options.ts';
import { repairOva } from './repair-ova.ts';
import { repairTarget } from './repair-target.ts';
import { rewriteVmdkStream } from './rewrite-vmdk-stream.ts';

/** Level 1 of deflate, as convert-ova's default. */
const LEVEL = 1;

/**
 * @throws UserError file-missing, file-exists, disk-in-use, disk-format-unknown, disk-format-unsupported, disk-invalid, ova-invalid,
 *   hash-mismatch, layout-wrong; FormatError for a damaged image. All but layout-wrong come before the first byte is written, and nothing
 *   stands under the name of the output unless the repair succeeded.
 */
export async function repairImage(options: RepairOptions, context: Context): Promise<Repair> {
  const format = await formatOf(options.image);
  if (format === 'tar') return repairOva(options, context);
  if (options.dryRun) return onOverlay(options.image, (overlay) => repairDisk(overlay, options, context));
  if (format === 'vmdk-stream') return repairStream(options, context);
  if (options.output === undefined || options.output === options.image)
    return repairInPlace(options.image, options, context);
  if (format === 'vmdk-descriptor') {
    throw new UserError(
      'disk-format-unsupported',
      `${options.image} is a VMDK descriptor whose data lies in other files, which a copy of it would still name`,
      'Copy the descriptor with its extents into a folder of their own and repair that copy in place, without output.',
    );
  }
  return repairCopy(options.image, options.output, options, context);
}

async function repairInPlace(path: string, { extend }: RepairOptions, context: Context): Promise<Repair> {
  return using(await openDiskForWriting(path), (disk) => repairDisk(disk, { extend }, context));
}

/** The copy is repaired under a temporary name, so that a half-made one is never taken for a result. */
async function repairCopy(image: string, output: string, options: RepairOptions, context: Context): Promise<Repair> {
  await assertNotInUse(image, 'read');
  return copyImage(image, output, context, (copy) => repairInPlace(copy, options, context));
}

/** A streamOptimized VMDK cannot be changed in place. */
async function repairStream({ image, output = image, extend }: RepairOptions, context: Context): Promise<Repair> {
  const target = await repairTarget(image, output);
  await assertNotInUse(image, target.inPlace ? 'write' : 'read');
  const settled = context.hold(HELD_PATH, target.held);
  const repair = await onOverlay(image, async (overlay) => {
    const done = await repairDisk(overlay, { extend }, context);
    if (!done.changed && target.inPlace) return done;
    discardRemoved(overlay, done);
    await rewriteVmdkStream(overlay, target.path, {
      name: basename(output),
      level: LEVEL,
      toolsInstalled: await hasVmwareTools(overlay, done.after),
      signal: context.signal,
    });
    context.log.warning(
      `${output} is another file now: what a descriptor (.ovf) and a manifest (.mf) beside it say of its size and digest no longer fits.`,
    );
    return done;
  });
  if (target.inPlace && repair.changed) await moveIntoPlace(target.path, image);
  settled();
  return repair;
}

async function onOverlay<T>(image: string, body: (overlay: OverlayDisk) => Promise<T>): Promise<T> {
  return using(overlayDisk(await openDisk(image)), body);
}

type Format = Awaited<ReturnType<typeof recogniseFormat>> | 'vmdk-stream';

async function formatOf(path: string): Promise<Format> {
  const source = await openFileSource(path);
  try {
    const format = await recogniseFormat(source);
    return format === 'vmdk-sparse' && (await isVmdkStream(source)) ? 'vmdk-stream' : format;
  } finally {
    await source.close();
  }
}

async function using<D extends Disk | WritableDisk, T>(disk: D, body: (disk: D) => Promise<T>): Promise<T> {
  try {
    return await body(disk);
  } finally {
    await disk.close();
  }
}
