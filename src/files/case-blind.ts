/** Names as Windows compares them: letters of either case are the same. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrnoCode } from '../errors.ts';

export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The name among `names` that Windows takes for `wanted`, as it is spelt there; the exact spelling comes first. */
export function findName(names: readonly string[], wanted: string): string | undefined {
  return names.find((name) => name === wanted) ?? names.find((name) => isSameName(name, wanted));
}

/**
 * Looks a path up below `root`, part by part.
 * @param path with `/` between its parts
 * @returns the path as it is spelt there, with `/`; undefined when there is none
 */
export async function findPath(root: string, path: string): Promise<string | undefined> {
  const found: string[] = [];
  for (const part of path.split('/')) {
    const names = await readdir(join(root, ...found)).catch((error: unknown) => {
      if (hasErrnoCode(error, 'ENOENT') || hasErrnoCode(error, 'ENOTDIR')) return [];
      throw error;
    });
    const name = findName(names, part);
    if (name === undefined) return undefined;
    found.push(name);
  }
  return found.join('/');
}
