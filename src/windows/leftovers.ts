/** Finds and removes what a killed build left behind: it had no chance to do so itself. */

import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PARTIAL_SUFFIX } from '../disk/partial-file.ts';
import { hasErrnoCode } from '../errors.ts';

/** Ends the name of a disk that is whole but not checked yet. */
const UNCHECKED_SUFFIX = '.stillframe-unchecked';
/** Names the process that a run's own folder belongs to. */
const OWNER_FILE = 'owner.json';

interface Owner {
  readonly pid: number;
  /** Start time of that process, so that a later process of the same number is not taken for it. */
  readonly started: string;
}

/** Where a disk is built before it gets its name. */
export function uncheckedPath(path: string): string {
  return path + UNCHECKED_SUFFIX;
}

/** Marks the run's own folder as belonging to this process. */
export async function claimFolder(folder: string): Promise<void> {
  const owner: Owner = { pid: process.pid, started: (await startTime(process.pid)) ?? '' };
  await writeFile(join(folder, OWNER_FILE), JSON.stringify(owner));
}

/**
 * Removes unfinished disks beside `path` and the folders of runs whose process is gone.
 * @param ownFolder this run's folder; its siblings of the same kind (`<kind>-<random>`) are looked at
 * @returns what was removed
 */
export async function removeLeftovers(path: string, ownFolder: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const file of [uncheckedPath(path), uncheckedPath(path) + PARTIAL_SUFFIX]) {
    if (await exists(file)) {
      await rm(file, { force: true });
      removed.push(file);
    }
  }
  const kind = basename(ownFolder).replace(/[^-]*$/, '');
  const parent = dirname(ownFolder);
  for (const name of await readdir(parent)) {
    const folder = join(parent, name);
    if (!name.startsWith(kind) || folder === ownFolder || !(await isAbandoned(folder))) continue;
    await rm(folder, { recursive: true, force: true });
    removed.push(folder);
  }
  return removed;
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

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
