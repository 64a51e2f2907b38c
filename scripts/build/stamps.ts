/**
 * What each bundle was built from, kept in dist/sources.json: tells in a moment which bundles are not what the source gives.
 * It is trusted to save time only; what CI proves, it proves by building everything anew.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importsOf } from '../import-graph.ts';
import { ROOT } from '../root.ts';

export interface Stamp {
  /** SHA-256 over the source, the packages' lock file and what builds. */
  readonly source: string;
  /** SHA-256 over the files of dist/<name>. */
  readonly bundle: string;
}

export const DIST = join(ROOT, 'dist');
export const STAMPS = join(DIST, 'sources.json');

/** Besides the source these decide what a bundle holds. */
const BUILDERS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.ts'];

/** What gets a bundle, dist/<name>/index.js: every action, and `cli`, which can run them all from a terminal. */
export function bundleNames(): string[] {
  const folders = readdirSync(join(ROOT, 'actions'));
  return [...folders.filter((name) => existsSync(join(ROOT, 'actions', name, 'index.ts'))), 'cli'];
}

/** The source file that a bundle begins with, below the project's root. */
export function entryOf(name: string): string {
  return name === 'cli' ? 'actions/cli.ts' : `actions/${name}/index.ts`;
}

export function readStamps(): Record<string, Stamp> {
  return existsSync(STAMPS) ? (JSON.parse(readFileSync(STAMPS, 'utf8')) as Record<string, Stamp>) : {};
}

/** The bundles that are missing, were built from other source, or were changed since. */
export function staleBundles(): string[] {
  const stamps = readStamps();
  return bundleNames().filter((name) => {
    const stamp = stamps[name];
    return stamp?.source !== hashSource(name) || stamp.bundle !== hashBundle(name);
  });
}

export function hashSource(name: string): string {
  const scripts = readdirSync(join(ROOT, 'scripts/build')).map((file) => join(ROOT, 'scripts/build', file));
  const builders = BUILDERS.map((file) => join(ROOT, file)).filter((file) => existsSync(file));
  return hashFiles([...importsOf(join(ROOT, entryOf(name))), ...builders, ...scripts]);
}

/** Of a folder that is not there: of no files. */
export function hashBundle(name: string): string {
  const folder = join(DIST, name);
  if (!existsSync(folder)) return hashFiles([]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return hashFiles(files.map((entry) => join(entry.parentPath, entry.name)));
}

function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.toSorted((a, b) => (a < b ? -1 : 1))) {
    const content = readFileSync(path);
    hash.update(`${relative(ROOT, path).replaceAll('\\', '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
