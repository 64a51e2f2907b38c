/**
 * A folder of files by their content, shared by runs and by the runners of one machine, bounded in size.
 *
 * Layout: `files/<SHA-256>` the content, `by-sha1/<SHA-1>` a text file with the SHA-256 (the catalog often knows only SHA-1),
 * `partial/<key>.<host>.<pid>.<n>` downloads under way or broken off, kept so that the next run goes on where this one ended.
 */

import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { hasErrnoCode, UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { makeFolder } from '../files/make-folder.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import { hasEnded } from '../tools/process-identity.ts';

export interface FileHashes {
  /** Lower-case hexadecimal, as in all of Stillframe. */
  readonly sha1?: string;
  readonly sha256?: string;
}

export interface CachedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

export interface FileCache {
  readonly folder: string;
  /** The file with these hashes; its bytes are not verified here but when they are copied out. */
  find(hashes: FileHashes): Promise<CachedFile | undefined>;
  /** Moves a verified file (on the cache's volume) into the cache. */
  add(file: string, sha1: string, sha256: string): Promise<CachedFile>;
  /** Forgets a file whose bytes are not what its name says. */
  drop(sha256: string): Promise<void>;
  /** A path for the unfinished download of `key`, holding what an ended run left of it. Nobody else gets it until `release`. */
  claimPartial(key: string): Promise<{ path: string; release: () => void }>;
  /** Removes the least recently used files until the cache is within its bound, and unfinished downloads older than a week. */
  trim(keep?: ReadonlySet<string>): Promise<void>;
}

const WEEK_MS = 7 * 24 * 3600 * 1000;

/**
 * The cache, or where it may not be written one in a folder of the run's own: downloads are then as good, only not kept.
 * @throws UserError path-invalid and the like for a path that can be no cache
 */
export async function openUsableCache(
  folder: string,
  maxBytes: number,
  fallback: string,
  warn: (message: string) => void,
): Promise<FileCache> {
  try {
    return await openFileCache(folder, maxBytes);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'file-denied') throw error;
    warn(`${error.message}. It is passed by: nothing is taken from it, and downloads are not kept. ${error.hint}`);
    return openFileCache(fallback, maxBytes);
  }
}

/**
 * @param maxBytes bound of `files/` kept by `trim`
 * @throws UserError file-denied where it may not be written, path-invalid where it is a file
 */
export async function openFileCache(folder: string, maxBytes: number): Promise<FileCache> {
  const files = join(folder, 'files');
  const bySha1 = join(folder, 'by-sha1');
  const partial = join(folder, 'partial');
  try {
    for (const sub of [files, bySha1, partial]) await makeFolder(sub);
    const probe = join(partial, `probe.${randomUUID()}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw explainPathError(error, { what: 'the download cache (STILLFRAME_CACHE)', path: folder, toWrite: true });
  }

  return {
    folder,
    find: async (hashes) => {
      const sha256 = hashes.sha256 ?? (hashes.sha1 && (await readText(join(bySha1, hashes.sha1))));
      if (!sha256 || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const path = join(files, sha256);
      try {
        const { size } = await stat(path);
        const now = new Date();
        await utimes(path, now, now); // "used now", for trim
        return { path, sha256, size };
      } catch (error) {
        if (hasErrnoCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    add: async (file, sha1, sha256) => {
      const path = join(files, sha256);
      await moveIntoPlace(file, path);
      const entry = join(bySha1, sha1);
      const temporary = `${entry}.${randomUUID()}.tmp`;
      await writeFile(temporary, sha256);
      await moveIntoPlace(temporary, entry);
      return { path, sha256, size: (await stat(path)).size };
    },
    drop: (sha256) => rm(join(files, sha256), { force: true }),
    claimPartial: (key) => claimPartial(partial, key),
    trim: async (keep = new Set()) => {
      await trimFiles(files, maxBytes, keep);
      await removeOlder(partial, Date.now() - WEEK_MS);
    },
  };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (hasErrnoCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Renaming is what makes the claim: of two processes that see the same leftover, one gets it. */
async function claimPartial(folder: string, key: string): Promise<{ path: string; release: () => void }> {
  const owner = `${hostname()}.${process.pid}.${randomUUID().slice(0, 8)}`;
  const mine = join(folder, `${key}.${owner}`);
  claimedHere.add(owner);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${key}.`) || !isAbandoned(name.slice(key.length + 1))) continue;
    try {
      await rename(join(folder, name), mine);
      break;
    } catch (error) {
      if (!hasErrnoCode(error, 'ENOENT')) throw error;
    }
  }
  return { path: mine, release: () => claimedHere.delete(owner) };
}

/** `<host>.<pid>.<n>`: free when that process has ended; one of another machine is never taken. */
function isAbandoned(owner: string): boolean {
  const match = /^(.+)\.(\d+)\.[0-9a-f]{8}$/.exec(owner);
  if (!match || match[1] !== hostname()) return false;
  const pid = Number(match[2]);
  if (pid === process.pid) return !claimedHere.has(owner);
  return hasEnded({ host: match[1], kernel: '', pid, started: '' });
}

/** Owners of unfinished downloads that this very process is still working on. */
const claimedHere = new Set<string>();

async function trimFiles(folder: string, maxBytes: number, keep: ReadonlySet<string>): Promise<void> {
  const entries: { path: string; size: number; used: number; kept: boolean }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => undefined);
    if (info) entries.push({ path, size: info.size, used: info.mtimeMs, kept: keep.has(name) });
  }
  let total = entries.reduce((sum, entry) => sum + entry.size, 0);
  for (const entry of entries.sort((a, b) => a.used - b.used)) {
    if (total <= maxBytes) return;
    if (entry.kept) continue;
    await rm(entry.path, { force: true });
    total -= entry.size;
  }
}

async function removeOlder(folder: string, limit: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => undefined);
    if (info && info.mtimeMs < limit) await rm(path, { force: true });
  }
}
