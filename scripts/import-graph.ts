/** Which files a file loads, seen from its imports and from the scripts it names. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const reached = new Map<string, readonly string[]>();

/** The file itself and all that it imports, directly or not, as absolute paths. */
export function importsOf(file: string): Set<string> {
  const all = new Set<string>();
  const pending = [file];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (all.has(next)) continue;
    all.add(next);
    pending.push(...directImports(next));
  }
  return all;
}

/** Every quoted relative path, or bare name of a script beside it, that exists: a file that is started counts as imported. */
function directImports(file: string): readonly string[] {
  const known = reached.get(file);
  if (known) return known;
  const found = [...readFileSync(file, 'utf8').matchAll(/'([^'\n]+\.(?:ts|json))'/g)]
    .map(([, path]) => resolve(dirname(file), path as string))
    .filter((path) => existsSync(path));
  reached.set(file, found);
  return found;
}
