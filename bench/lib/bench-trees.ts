/**
 * Three kinds of data, made from the packages that package-lock.json pins, so that the figures do not hang on what a machine has in
 * /usr/bin: programs (the Node builds and other large binaries), texts (sources, declarations, documents) and a mixed tree as Windows'
 * (some of both, and the same compressed, as its cabinets and component store are). Hard links where nothing is changed.
 */

import { existsSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { ROOT } from '../../scripts/root.ts';

export const KINDS = ['programs', 'texts', 'mixed'] as const;
export type Kind = (typeof KINDS)[number];

const MB = 1e6;
const TEXTS: ReadonlySet<string> = new Set([
  '.js',
  '.mjs',
  '.cjs',
  '.ts',
  '.mts',
  '.cts',
  '.json',
  '.md',
  '.map',
  '.c',
]);
/** Bytes above which a file that is no text counts as a program. */
const PROGRAM = 8 * MB;

interface Found {
  readonly path: string;
  readonly size: number;
}

/** Makes the folder of one kind below `folder`, once. @returns its path */
export async function buildTree(folder: string, kind: Kind): Promise<string> {
  const path = join(folder, kind);
  if (existsSync(path)) return path;
  const files = (await readdir(join(ROOT, 'node_modules'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found: Found[] = await Promise.all(files.map(async (each) => ({ path: each, size: (await stat(each)).size })));
  const texts = found.filter((file) => TEXTS.has(extname(file.path)));
  const programs = found.filter((file) => !TEXTS.has(extname(file.path)) && file.size > PROGRAM);
  const partial = `${path}.new`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  if (kind === 'programs') await linkAll(programs, partial);
  else if (kind === 'texts') await linkAll(texts, partial);
  else {
    await linkAll(take(programs, 150 * MB), join(partial, 'System32'));
    await linkAll(take(texts, 50 * MB), join(partial, 'servicing'));
    await compressAll(take([...programs].reverse(), 130 * MB), join(partial, 'WinSxS'));
  }
  await rename(partial, path);
  return path;
}

/** The first files that stay below `bytes` together. */
function take(files: readonly Found[], bytes: number): Found[] {
  let left = bytes;
  return files.filter((file) => {
    const fits = file.size <= left;
    if (fits) left -= file.size;
    return fits;
  });
}

/** In folders of 500, as no folder of Windows holds ten thousand. */
async function linkAll(files: readonly Found[], folder: string): Promise<void> {
  for (const [i, { path }] of files.entries()) {
    const below = join(folder, String(Math.floor(i / 500)));
    if (i % 500 === 0) await mkdir(below, { recursive: true });
    await link(path, join(below, `${i}${extname(path)}`));
  }
}

async function compressAll(files: readonly Found[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [i, { path }] of files.entries()) {
    const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    await writeFile(join(folder, `${i}.cab`), await promisify(brotliCompress)(await readFile(path), quick));
  }
}
