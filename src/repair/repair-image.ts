/** Repairs a disk image or OVA: in place, to a copy, or as a dry run that writes nothing. */

import { access, constants, copyFile } from 'node:fs/promises';
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
import { explainPathError } from '../files/explain-path-error.ts';
import { followLinks } from '../files/follow-links.ts';
import { HELD_PATH, partialOf } from '../files/held-path.ts';
import { moveIntoPlace, PARTIAL_SUFFIX } from '../files/move-into-place.ts';
import { discardRemoved } from './discard-removed.ts';
import { type Repair, repairDisk } from './repair-disk.ts';
import type { RepairOptions } from './repair-options.ts';
import { repairOva } from './repair-ova.ts';
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
  const partial = (await followLinks(output)) + PARTIAL_SUFFIX;
  const settled = context.hold(HELD_PATH, { paths: [partial] });
  try {
    await copyFile(image, partial, constants.COPYFILE_FICLONE);
  } catch (error) {
    // Which of the two it was is seen by looking at the first alone.
    await access(image, constants.R_OK).catch((unreadable: unknown) => {
      throw explainPathError(unreadable, { what: 'the image', path: image, input: 'image' });
    });
    throw explainPathError(error, { what: 'the output', path: output, input: 'output', toWrite: true });
  }
  context.signal.throwIfAborted();
  const repair = await repairInPlace(partial, options, context);
  await moveIntoPlace(partial, output);
  settled();
  return repair;
}

/**
 * A streamOptimized VMDK cannot be changed in place. The new file is put in the old one's place only once the old one is closed: Windows
 * refuses it before.
 */
async function repairStream({ image, output = image, extend }: RepairOptions, context: Context): Promise<Repair> {
  const inPlace = output === image;
  await assertNotInUse(image, inPlace ? 'write' : 'read');
  const target = inPlace ? `${await followLinks(image)}.repaired${PARTIAL_SUFFIX}` : output;
  const settled = context.hold(HELD_PATH, inPlace ? { paths: [target] } : await partialOf(target));
  const repair = await onOverlay(image, async (overlay) => {
    const done = await repairDisk(overlay, { extend }, context);
    if (!done.changed && inPlace) return done;
    discardRemoved(overlay, done);
    await rewriteVmdkStream(overlay, target, {
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
  if (inPlace && repair.changed) await moveIntoPlace(target, image);
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
