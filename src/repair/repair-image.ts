/** Repairs a disk image or OVA: in place, to a copy, or as a dry run that writes nothing. */

import { access, constants, copyFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Context } from '../context.ts';
import type { Disk, WritableDisk } from '../disk/disk.ts';
import { openDisk } from '../disk/open-disk.ts';
import { openDiskForWriting } from '../disk/open-disk-for-writing.ts';
import { type OverlayDisk, overlayDisk } from '../disk/overlay-disk.ts';
import { recogniseFormat } from '../disk/recognise-format.ts';
import { isVmdkStream } from '../disk/vmdk/vmdk-sparse-disk.ts';
import { UserError } from '../errors.ts';
import { openFileSource } from '../files/byte-source.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { followLinks } from '../files/follow-links.ts';
import { moveIntoPlace, PARTIAL_SUFFIX } from '../files/move-into-place.ts';
import { archiveSeconds } from '../ova/archive-date.ts';
import { type Repair, repairDisk } from './repair-disk.ts';
import { rewriteOva } from './rewrite-ova.ts';
import { rewriteVmdkStream } from './rewrite-vmdk-stream.ts';

export interface RepairOptions {
  readonly image: string;
  /** Left out: in place. */
  readonly output?: string;
  readonly extend: boolean;
  readonly dryRun: boolean;
  /** The date in the headers of a rewritten OVA; left out: the same for everybody. */
  readonly sourceDate?: Date | undefined;
}

/** Level 1 of deflate, as convert-ova's default. */
const LEVEL = 1;

/**
 * @throws UserError file-missing, file-exists, disk-format-unsupported, layout-wrong; FormatError for a damaged image.
 *   Nothing stands under the name of the output unless the repair succeeded.
 */
export async function repairImage(options: RepairOptions, context: Context): Promise<Repair> {
  if (options.dryRun) return onOverlay(options.image, (overlay) => repairDisk(overlay, options, context));
  const format = await formatOf(options.image);
  if (format === 'tar') return repairByRewriting(options, context, rewriteOvaOf(options));
  if (format === 'vmdk-stream') return repairByRewriting(options, context, rewriteStreamOf(options));
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
  const partial = (await followLinks(output)) + PARTIAL_SUFFIX;
  const settled = context.onCleanup(`the unfinished copy ${partial}`, () => rm(partial, { force: true }));
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

/** Writes the repaired disk to a new file of that name. */
type Rewrite = (disk: Disk, target: string, context: Context) => Promise<void>;

/**
 * For formats that cannot be changed in place. The new file is put in the old one's place only once the old one is closed: Windows
 * refuses it before.
 */
async function repairByRewriting(
  { image, output = image, extend }: RepairOptions,
  context: Context,
  rewrite: Rewrite,
): Promise<Repair> {
  const inPlace = output === image;
  const target = inPlace ? `${await followLinks(image)}.repaired${PARTIAL_SUFFIX}` : output;
  const settled = inPlace
    ? context.onCleanup(`the unfinished ${target}`, () => rm(target, { force: true }))
    : undefined;
  const repair = await onOverlay(image, async (overlay) => {
    const done = await repairDisk(overlay, { extend }, context);
    if (!done.changed && inPlace) return done;
    discardRemoved(overlay, done);
    await rewrite(overlay, target, context);
    return done;
  });
  if (inPlace && repair.changed) await moveIntoPlace(target, image);
  settled?.();
  return repair;
}

function rewriteOvaOf({ image, sourceDate }: RepairOptions): Rewrite {
  return async (disk, target, { log, signal }) => {
    const modified = archiveSeconds(sourceDate);
    const { signatureDropped } = await rewriteOva(image, disk, target, { level: LEVEL, modified, signal });
    if (signatureDropped) log.warning('The signature of the OVA was left out: sign the repaired package again.');
  };
}

function rewriteStreamOf({ image, output = image }: RepairOptions): Rewrite {
  return async (disk, target, { log, signal }) => {
    await rewriteVmdkStream(disk, target, { name: basename(output), level: LEVEL, signal });
    log.warning(
      `${output} is another file now: what a descriptor (.ovf) and a manifest (.mf) beside it say of its size and digest no longer fits.`,
    );
  };
}

/** What lay in a removed partition is nobody's any more, and must not travel on; what Windows has grown over stays. */
function discardRemoved(overlay: OverlayDisk, { before, after }: Repair): void {
  const kept = after.partitions;
  for (const { offset, size } of before.partitions.filter(({ guid }) => !kept.some((now) => now.guid === guid))) {
    if (!kept.some((now) => now.offset < offset && now.offset + now.size > offset)) overlay.discard(offset, size);
  }
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
