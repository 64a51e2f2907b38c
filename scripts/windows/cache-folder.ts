/** Where the set-up of the Windows tests is kept: outside of the checkout, because CI clones anew. */

import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hasErrnoCode } from '../../src/errors.ts';
import { asRoot, runQuiet } from './run-quiet.ts';

export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stillframe', 'windows');
}

/**
 * Makes a folder under its final name only when it is whole. Of several processes that make it at once the first wins.
 * @param make fills an empty folder
 */
export async function makeOnce(folder: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const parent = join(folder, '..');
  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(join(parent, '.unfinished-'));
  try {
    await make(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    // Some of it may be root's.
    await runQuiet(...asRoot('rm', ['-rf', '--one-file-system', unfinished]));
    if (!hasErrnoCode(error, 'ENOTEMPTY') && !hasErrnoCode(error, 'EEXIST')) throw error;
  }
}
