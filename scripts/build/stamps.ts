/**
 * What dist/ was built from, kept in dist/sources.json: tells in a moment whether it is what the source gives.
 * It is trusted to save time only; what CI proves, it proves by building everything anew.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importsOf } from '../import-graph.ts';
import { ROOT } from '../root.ts';

interface Stamp {
  /** SHA-256 over the source, the packages' lock file and what builds. */
  readonly source: string;
  /** SHA-256 over the files of dist. */
  readonly bundle: string;
}

export const DIST = join(ROOT, 'dist');
/** The code of all entries. */
export const SHARED = join(DIST, 'shared');
export const STAMP = join(DIST, 'sources.json');

const BUILDERS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.ts'];

/** Whether dist/ is missing, was built from other source, or was changed since. */
export function isDistStale(): boolean {
  if (!existsSync(STAMP)) return true;
  const { source, bundle } = JSON.parse(readFileSync(STAMP, 'utf8')) as Partial<Stamp>;
  const now = currentStamp();
  return source !== now.source || bundle !== now.bundle;
}

export function currentStamp(): Stamp {
  const source = [...importsOf(join(ROOT, 'actions/start.ts')), ...builders()];
  return { source: hashFiles(source), bundle: hashFiles(bundled()) };
}

/** What decides, besides the source, what a bundle holds. */
export function builders(): string[] {
  const scripts = readdirSync(join(ROOT, 'scripts/build')).map((file) => join(ROOT, 'scripts/build', file));
  return [...BUILDERS.map((file) => join(ROOT, file)).filter((file) => existsSync(file)), ...scripts];
}

/** Files of dist. */
function bundled(): string[] {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => file !== STAMP);
}

/** SHA-256 over names and contents. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.toSorted((a, b) => (a < b ? -1 : 1))) {
    const content = readFileSync(path);
    hash.update(`${relative(ROOT, path).replaceAll('\\', '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
