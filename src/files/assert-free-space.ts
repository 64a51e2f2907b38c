/** Says that a volume is too small before the work begins, not when it is half done. */

import { statfs } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { formatSize } from '../units.ts';

/** @throws UserError disk-full that says how much is missing and where */
export async function assertFreeSpace(folder: string, bytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= bytes) return;
  throw new UserError(
    'disk-full',
    `${folder} has ${formatSize(bavail * bsize)} free; ${what} needs ${formatSize(bytes)}`,
    'Free some space there, or point RUNNER_TEMP (or the output) at a larger volume.',
  );
}
