/** Where a path leads in the end, whether or not anything stands there yet. */

import { readlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { hasErrnoCode } from '../errors.ts';

/** As Linux has it (path_resolution(7)). */
const MAX_LINKS = 40;

/**
 * Follows the symbolic links that the last part of `path` is, also one whose target does not exist yet.
 * @throws ELOOP when they go round in a circle
 */
export async function followLinks(path: string): Promise<string> {
  let current = path;
  for (let links = 0; links <= MAX_LINKS; links++) {
    const target = await readlink(current).catch((error: unknown) => {
      // EINVAL: no link; UNKNOWN is what Windows makes of that on some file systems.
      if (['EINVAL', 'ENOENT', 'UNKNOWN'].some((code) => hasErrnoCode(error, code))) return undefined;
      throw error;
    });
    if (target === undefined) return current;
    current = resolve(dirname(current), target);
  }
  throw Object.assign(new Error(`ELOOP: too many symbolic links, ${path}`), { code: 'ELOOP', path });
}
