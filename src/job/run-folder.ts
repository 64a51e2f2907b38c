/** The temporary folder of one run: marked with its process, so that the next run finds what a killed one left. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { hasEnded, parseProcess, thisProcess } from '../tools/process-identity.ts';

/** Names the process that a run's folder belongs to. */
const OWNER_FILE = 'owner.json';

/**
 * Makes `<parent>/stillframe-<name>-<random>` for this process, and removes its siblings whose process is gone.
 * @returns the folder and what was removed
 */
export async function createRunFolder(
  parent: string,
  name: string,
): Promise<{ readonly folder: string; readonly removed: readonly string[] }> {
  await makeFolder(parent);
  const prefix = `stillframe-${name}-`;
  const removed: string[] = [];
  for (const entry of await readdir(parent)) {
    const sibling = join(parent, entry);
    if (!entry.startsWith(prefix) || !(await isAbandoned(sibling))) continue;
    await rm(sibling, { recursive: true, force: true });
    removed.push(sibling);
  }
  const folder = await mkdtemp(join(parent, prefix));
  await writeFile(join(folder, OWNER_FILE), JSON.stringify(thisProcess()));
  return { folder, removed };
}

async function isAbandoned(folder: string): Promise<boolean> {
  try {
    const owner = parseProcess(JSON.parse(await readFile(join(folder, OWNER_FILE), 'utf8')));
    return owner !== undefined && hasEnded(owner);
  } catch {
    // Not ours, or a run that is just beginning.
    return false;
  }
}
