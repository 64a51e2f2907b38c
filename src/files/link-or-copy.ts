/** A file under a second name: packages and images have gigabytes, and a link costs nothing. */

import { constants } from 'node:fs';
import { copyFile, link } from 'node:fs/promises';

/** Links where both names are on one volume that can, else copies; the new name must be free. */
export async function linkOrCopy(source: string, target: string): Promise<void> {
  await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
}
