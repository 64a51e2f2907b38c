/** The licences of the packages in the bundle: ncc writes those of one of its files only. */

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from '../root.ts';

/** What is asked of a module of webpack (`lib/Module.js`). */
export interface BundledModule {
  /** Its file; null for what is no file. */
  nameForCondition(): string | null;
  /** Those that were joined to it (`lib/optimize/ConcatenatedModule.js`). */
  readonly modules?: readonly BundledModule[];
}

/** The files of all modules, also of those that were joined to another, seen from the root. */
export function modulePaths(modules: Iterable<BundledModule>): string[] {
  return [...modules].flatMap((each) => {
    const path = each.nameForCondition();
    return [...(path === null ? [] : [relative(ROOT, path)]), ...modulePaths(each.modules ?? [])];
  });
}

/** Folders below node_modules of the packages that files come from, such as `@actions/core` or `a/node_modules/b`, sorted. */
export function packagesOf(paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const folder = /node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1];
    if (folder !== undefined) found.add(folder);
  }
  return [...found].toSorted((a, b) => (a < b ? -1 : 1));
}

/** Packages that name none, looked at one by one; what comes with them is said as it is. */
const UNNAMED: Readonly<Record<string, string>> = {
  // Comes with @actions/artifact (unzip-stream, binary); actions/upload-artifact records the same in .licenses/npm/buffers.dep.yml.
  buffers: 'No licence is named by this package (James Halliday, github.com/substack/node-buffers)',
};

/**
 * Name, licence and, where the package brings it, its text.
 * @throws Error when a package names no licence, and nobody has looked at it
 */
export async function licensesOf(packages: readonly string[]): Promise<string> {
  const parts: string[] = [];
  for (const name of packages) {
    const folder = join(ROOT, 'node_modules', name);
    const named = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { license?: string };
    const license = named.license ?? UNNAMED[name];
    const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)\b/i.test(entry));
    if (license === undefined) throw new Error(`${folder} names no licence`);
    const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
    parts.push(`${name}\n${license}\n${text.replaceAll('\r\n', '\n').trim()}\n`);
  }
  return parts.join('\n');
}
