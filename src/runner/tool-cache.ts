/**
 * Programs that setup actions have put into the runner's tool cache: `<cache>/<name>/<version>/<architecture>/`, whole once
 * `<architecture>.complete` lies beside it (actions/toolkit, tool-cache).
 */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const VERSION = /^(\d+)\.(\d+)\.(\d+)(-.+)?$/;

/** @returns path of the program in its newest version for this architecture; undefined when the cache has none */
export async function findInToolCache(cache: string | undefined, name: string): Promise<string | undefined> {
  if (!cache) return undefined;
  const versions = (await entries(join(cache, name))).filter((version) => VERSION.test(version)).sort(newestFirst);
  for (const version of versions) {
    const folder = join(cache, name, version, process.arch);
    if (!existsSync(`${folder}.complete`)) continue;
    const files = await entries(folder);
    const file = [name, `${name}.exe`].find((candidate) => files.includes(candidate));
    if (file !== undefined) return join(folder, file);
  }
  return undefined;
}

/** By number, part by part; a pre-release comes before its release. */
function newestFirst(a: string, b: string): number {
  const [left, right] = [VERSION.exec(a) ?? [], VERSION.exec(b) ?? []];
  for (const part of [1, 2, 3]) {
    const difference = Number(right[part]) - Number(left[part]);
    if (difference !== 0) return difference;
  }
  return Number(left[4] !== undefined) - Number(right[4] !== undefined);
}

async function entries(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
