/** Keeps built sample media in .cache/media, by the hash of the sources that built them. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { hasErrnoCode } from '../../src/errors.ts';
import { whileNoOther } from './one-builder.ts';

const SOURCES = fileURLToPath(new URL('.', import.meta.url));
const DEFAULT_CACHE = fileURLToPath(new URL('../../.cache/media', import.meta.url));
/** Folders of an unfinished build carry this prefix. */
const UNFINISHED = '.unfinished-';
/** An unfinished folder this old belongs to nobody any more; another version's media may be in use for as long. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** What all builders share; a change there rebuilds everything. */
const SHARED = [
  'authenticode.ts',
  'der.ts',
  'media-tools.ts',
  'portable-executable.ts',
  'sample-content.ts',
  'sample-signer.ts',
];

export interface CachedFolder {
  readonly folder: string;
  /** False when it was there already. */
  readonly built: boolean;
}

/**
 * Returns the folder that `build` fills, from the cache when the sources have not changed. Several processes may ask at
 * once: one builds, the others wait for it.
 * @param name of the medium, e.g. `windows`
 * @param sources files and folders below test/media that decide its bytes
 */
export async function cachedFolder(
  name: string,
  sources: readonly string[],
  build: (folder: string) => Promise<void>,
  cache: string = DEFAULT_CACHE,
): Promise<CachedFolder> {
  const key = await sourcesHash([...SHARED, ...sources]);
  const folder = join(cache, `${name}-${key.slice(0, 16)}`);
  if (await exists(folder)) return { folder, built: false };
  await mkdir(cache, { recursive: true });
  return whileNoOther(join(cache, `.lock-${name}-${key.slice(0, 16)}`), async () => {
    if (await exists(folder)) return { folder, built: false };
    await removeOutdated(cache, name);
    return { folder, built: await fill(cache, name, folder, build) };
  });
}

async function fill(
  cache: string,
  name: string,
  folder: string,
  build: (folder: string) => Promise<void>,
): Promise<true> {
  const unfinished = await mkdtemp(join(cache, `${UNFINISHED}${name}-`));
  try {
    await build(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return true;
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const hashes = new Map<string, Promise<string>>();

/** Computed once in a process: some sources are whole trees. */
function sourcesHash(sources: readonly string[]): Promise<string> {
  const key = sources.join('\0');
  const hash = hashes.get(key) ?? hashSources(sources);
  hashes.set(key, hash);
  return hash;
}

async function hashSources(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const path of await filesBelow(join(SOURCES, source))) {
      hash.update(`${relative(SOURCES, path)}\0`);
      hash.update(await readFile(path));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function removeOutdated(cache: string, name: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    if (!entry.startsWith(`${name}-`) && !entry.startsWith(`${UNFINISHED}${name}-`)) continue;
    const path = join(cache, entry);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (hasErrnoCode(error, 'ENOENT')) return false;
    throw error;
  }
}
