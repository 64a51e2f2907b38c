/** Lets one process at a time build a thing that several want, so that nothing is built three times at once. */

import { readlink, rm, symlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrnoCode } from '../../src/errors.ts';

const PAUSE_MS = 50;

/**
 * Runs `work` while no other does under this lock: a symbolic link that names the process, since a link is made with its content in one
 * step. A lock whose process has ended holds nobody up.
 */
export async function whileNoOther<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(lock))) {
    if (await isLeft(lock)) await rm(lock, { force: true });
    else await sleep(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), lock);
    return true;
  } catch (error) {
    if (hasErrnoCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isLeft(lock: string): Promise<boolean> {
  try {
    process.kill(Number(await readlink(lock)), 0);
    return false;
  } catch (error) {
    if (hasErrnoCode(error, 'ESRCH')) return true;
    // Given back meanwhile, or the process of somebody else.
    if (hasErrnoCode(error, 'ENOENT') || hasErrnoCode(error, 'EPERM')) return false;
    throw error;
  }
}
