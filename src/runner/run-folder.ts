/** The temporary folder of one run: marked with its process, so that the next run finds what a killed one left. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrnoCode } from '../errors.ts';

/** Names the process that a run's folder belongs to. */
const OWNER_FILE = 'owner.json';

interface Owner {
  readonly pid: number;
  /** Start time of that process, so that a later process of the same number is not taken for it. */
  readonly started: string;
}

/**
 * Makes `<parent>/stillframe-<name>-<random>` for this process, and removes its siblings whose process is gone.
 * @returns the folder and what was removed
 */
export async function createRunFolder(
  parent: string,
  name: string,
): Promise<{ readonly folder: string; readonly removed: readonly string[] }> {
  await mkdir(parent, { recursive: true });
  const prefix = `stillframe-${name}-`;
  const removed: string[] = [];
  for (const entry of await readdir(parent)) {
    const sibling = join(parent, entry);
    if (!entry.startsWith(prefix) || !(await isAbandoned(sibling))) continue;
    await rm(sibling, { recursive: true, force: true });
    removed.push(sibling);
  }
  const folder = await mkdtemp(join(parent, prefix));
  const owner: Owner = { pid: process.pid, started: (await startTime(process.pid)) ?? '' };
  await writeFile(join(folder, OWNER_FILE), JSON.stringify(owner));
  return { folder, removed };
}

async function isAbandoned(folder: string): Promise<boolean> {
  let owner: { pid?: unknown; started?: unknown };
  try {
    owner = JSON.parse(await readFile(join(folder, OWNER_FILE), 'utf8'));
  } catch {
    // Not ours, or a run that is just beginning.
    return false;
  }
  if (typeof owner.pid !== 'number' || owner.pid <= 0) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return hasErrnoCode(error, 'ESRCH');
  }
  const started = await startTime(owner.pid);
  return started !== undefined && started !== owner.started;
}

/** Field 22 of /proc/<pid>/stat; undefined where there is no /proc. */
async function startTime(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The program's name, in parentheses, may hold spaces.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
