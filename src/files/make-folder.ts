/** Making a folder with its parents, in bounded time. */

import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasErrnoCode } from '../errors.ts';

/**
 * As `mkdir` with `recursive`, which on file systems that refuse new folders with ENOENT (/proc) tries for minutes.
 * @throws the system's error, with the folder that could not be made as its `path`
 */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !(await isThere(folder)); folder = dirname(folder)) {
    missing.push(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of missing.reverse()) {
    await mkdir(folder).catch((error: unknown) => {
      // Somebody else was faster.
      if (!hasErrnoCode(error, 'EEXIST')) throw error;
    });
  }
  // A file of that name is told as such.
  if (missing.length === 0) await mkdir(path, { recursive: true });
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
