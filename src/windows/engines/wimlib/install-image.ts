/** Takes things out of the installation ISO and out of the WIM in it. */

import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { assertFreeSpace } from '../../../files/assert-free-space.ts';
import { findPath } from '../../../files/case-blind.ts';
import { checkParts } from '../../media/split-image.ts';
import type { WindowsMedia } from '../../media/windows-media.ts';

/** What the build needs to see of an image before it is applied; wildcards because some need not exist. */
const NEEDED_FILES = [
  '/Windows/Boot',
  '/Windows/System32/config/SYSTE?',
  '/Windows/System32/config/SOFTWAR?',
  '/Windows/System32/config/DRIVER?',
  '/Windows/System32/config/BCD-Templat?',
  '/Windows/Setup/Scripts/SetupComplete.cm?',
] as const;

/**
 * Copies install.wim or install.esd out of the ISO; the parts of a split image are joined.
 * @returns its path
 * @throws UserError disk-full before it begins; not-windows-media for a split image of which a part is missing
 */
export async function extractInstallImage(
  media: WindowsMedia,
  { tools, temp }: Pick<Context, 'tools' | 'temp'>,
): Promise<string> {
  const isSplit = media.imageParts.length > 1;
  await assertFreeSpace(temp, media.imageSize * (isSplit ? 2 : 1), 'the Windows image of the ISO');
  const target = join(temp, 'media');
  await media.disc.extract(media.imageParts, target);
  const parts = media.imageParts.map((part) => join(target, ...part.split('/')));
  await checkParts(media, parts);
  const [first = '', ...others] = parts;
  if (isSplit) {
    const joined = join(temp, 'install.wim');
    await tools.run('wimlib-imagex', ['join', joined, first, ...others]);
    await rm(target, { recursive: true });
    return joined;
  }
  const path = first;
  // As on the disc it is read-only; what the build adds to the image is appended to this copy.
  await chmod(path, 0o600);
  return path;
}

/** Copies the ISO's folder of features that are not in the image. @returns the folder */
export async function extractSxs(media: WindowsMedia, folder: string): Promise<string | undefined> {
  if (media.sxsMember === undefined) return undefined;
  await media.disc.extract([media.sxsMember], folder);
  return join(folder, ...media.sxsMember.split('/'));
}

/** Files of one image on this machine; paths as the image spells them. */
export interface ImageFiles {
  /** Root of the copied tree. */
  readonly folder: string;
  /** The path inside the image as it is spelled there (with `/`), undefined when it was not copied or is not there. */
  find(path: string): Promise<string | undefined>;
}

/** Copies the boot files and the hives of an image that are looked into to `folder`. */
export async function extractImageFiles(
  wim: string,
  index: number,
  folder: string,
  context: Pick<Context, 'tools'>,
): Promise<ImageFiles> {
  await mkdir(folder);
  const options = ['--preserve-dir-structure', '--nullglob', '--no-acls', '--no-attributes', `--dest-dir=${folder}`];
  await context.tools.run('wimlib-imagex', ['extract', wim, String(index), ...NEEDED_FILES, ...options], {
    env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' },
  });
  return {
    folder,
    find: (path) => findPath(folder, path),
  };
}
