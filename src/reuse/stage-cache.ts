/**
 * Results of stages by what they follow from, shared by the runs and runners of one machine, bounded in size.
 *
 * Layout: `entries/<key>/entry` says what it is (stage-entry.ts), `entries/<key>/content` is the file; an entry is one rename, so there
 * is none that is half made. `making/<random>` is where entries come from and go to; `secret` as in cache-secret.ts.
 */

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context } from '../context.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { hashFile } from '../files/hash-file.ts';
import { HELD_PATH } from '../files/held-path.ts';
import { makeFolder } from '../files/make-folder.ts';
import { renameHeld } from '../files/move-into-place.ts';
import { formatSize } from '../units.ts';
import { cacheSecret } from './cache-secret.ts';
import { changedParts, sameParts } from './explain-parts.ts';
import { placeFile } from './place-file.ts';
import { keptParts, type ReusableStage, stageKey } from './stage.ts';
import { decodeEntry, encodeEntry, type StageEntry } from './stage-entry.ts';

/** For report and summary. */
export interface ReuseFacts {
  /** The stage was skipped (of a dry run: would be); otherwise it was done. */
  readonly reused: boolean;
  /** In words. */
  readonly why: string;
  /** The run that made what was taken, and when (ISO 8601). */
  readonly from?: { readonly run: string; readonly at: string };
}

/** What was found, and what the stage had told besides its file when it was done. */
export type Found =
  | { readonly facts: ReuseFacts; readonly sha256: string; readonly result: unknown }
  | { readonly facts: ReuseFacts };

export interface StageCache {
  /** Whether there is a result; its bytes are not looked at. */
  look(stage: ReusableStage): Promise<Found>;
  /**
   * Puts the kept file at `path`, in place of what a killed run left there, its bytes verified. One that is damaged is removed and not used.
   * @throws the signal's reason; what writing at `path` throws
   */
  take(stage: ReusableStage, path: string): Promise<Found>;
  /**
   * Keeps the finished file at `path` for later runs, with what the stage told besides as JSON. That nothing could be kept is told, and fails nothing.
   * @throws the signal's reason
   */
  keep(stage: ReusableStage, path: string, result: unknown): Promise<void>;
}

export interface CacheOptions {
  readonly folder: string;
  /** Bound of all that is kept, bytes on the volume. */
  readonly maxBytes: number;
  /** This workflow run. */
  readonly run: string;
}

type CacheContext = Pick<Context, 'log' | 'signal' | 'hold'>;

interface Cache extends CacheOptions {
  readonly entries: string;
  readonly making: string;
  readonly secret: Buffer;
  readonly context: CacheContext;
}

/** @throws UserError file-denied, path-invalid for a folder that cannot be written */
export async function openStageCache(options: CacheOptions, context: CacheContext): Promise<StageCache> {
  const { folder } = options;
  const [entries, making] = [join(folder, 'entries'), join(folder, 'making')];
  try {
    await makeFolder(folder);
    // Disks hold answer files with their passwords: nobody but this account goes in.
    for (const inner of [entries, making]) await mkdir(inner, { recursive: true, mode: 0o700 });
    const cache: Cache = { ...options, entries, making, secret: await cacheSecret(folder), context };
    return {
      look: (stage) => look(cache, stage),
      take: (stage, path) => take(cache, stage, path),
      keep: (stage, path, result) => keep(cache, stage, path, result),
    };
  } catch (error) {
    throw explainPathError(error, {
      what: 'the folder of kept results (STILLFRAME_KEPT)',
      path: folder,
      toWrite: true,
    });
  }
}

async function look(cache: Cache, stage: ReusableStage): Promise<Found> {
  const folder = join(cache.entries, stageKey(stage, cache.secret));
  const entry = await readEntry(cache, folder);
  if (entry === 'damaged') return damaged(cache, folder);
  if (entry === undefined) return missed(await whyMissed(cache, stage));
  const { sha256, result, run, at } = entry;
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  const why = `${sameParts(stage.parts)} as in run ${run} of ${when}`;
  return { facts: { reused: true, why, from: { run, at } }, sha256, result };
}

async function take(cache: Cache, stage: ReusableStage, path: string): Promise<Found> {
  const { signal } = cache.context;
  const found = await look(cache, stage);
  if (!('sha256' in found)) return found;
  const folder = join(cache.entries, stageKey(stage, cache.secret));
  const content = join(folder, 'content');
  if (!(await isThere(content))) return damaged(cache, folder);
  await rm(path, { force: true });
  try {
    await placeFile(content, path, signal);
  } catch (error) {
    // Another run has removed it in this moment to stay within the bound; otherwise the place is at fault.
    if (await isThere(content)) throw error;
    return missed('what was kept was removed by another run in this moment');
  }
  if ((await hashFile(path, signal)) !== found.sha256) {
    await rm(path);
    return damaged(cache, folder);
  }
  const now = new Date();
  await utimes(join(folder, 'entry'), now, now).catch(() => {});
  return found;
}

async function keep(cache: Cache, stage: ReusableStage, path: string, result: unknown): Promise<void> {
  const { making, secret, run, context } = cache;
  const { log, signal, hold } = context;
  const folder = join(making, randomUUID());
  const made = hold(HELD_PATH, { paths: [folder] });
  try {
    const size = await allocated(path);
    if (size > cache.maxBytes) {
      log.warning(
        `${basename(path)} is not kept for later runs: it takes ${formatSize(size)}, and the bound of all is ${formatSize(cache.maxBytes)} (STILLFRAME_KEPT_SIZE).`,
      );
      return;
    }
    await mkdir(folder);
    const content = join(folder, 'content');
    const how = await placeFile(path, content, signal);
    const sha256 = await hashFile(content, signal);
    const entry: StageEntry = {
      ...{ action: stage.action, name: stage.name, parts: keptParts(stage, secret) },
      ...{ run, at: new Date().toISOString(), sha256, result },
    };
    await writeFile(join(folder, 'entry'), encodeEntry(entry, secret), { mode: 0o600 });
    const key = stageKey(stage, secret);
    await renameHeld(folder, join(cache.entries, key)).catch(async (error: unknown) => {
      // Another run has made the same.
      if (typeof (await readEntry(cache, join(cache.entries, key))) !== 'object') throw error;
    });
    log.info(`Kept for later runs (${how}): ${basename(path)}, ${formatSize(size)}`);
    await trim(cache, key);
  } catch (error) {
    signal.throwIfAborted();
    log.warning(
      `${basename(path)} could not be kept for later runs: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
    made();
  }
}

function missed(why: string): Found {
  return { facts: { reused: false, why } };
}

async function damaged(cache: Cache, folder: string): Promise<Found> {
  await remove(cache, folder);
  const why = 'what was kept is not what it was: damaged, or written to in place after it was kept; it is removed';
  cache.context.log.warning(`Nothing is reused: ${why}.`);
  return missed(why);
}

async function whyMissed(cache: Cache, stage: ReusableStage): Promise<string> {
  const last = (await readEntries(cache))
    .filter(({ action, name }) => action === stage.action && name === stage.name)
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (last === undefined) return `nothing is kept of ${stage.name}`;
  const changes = changedParts(last.parts, keptParts(stage, cache.secret));
  return `other inputs than run ${last.run} had: ${changes.join('; ')}`;
}

async function readEntry({ secret }: Cache, folder: string): Promise<StageEntry | 'damaged' | undefined> {
  const text = await readFile(join(folder, 'entry'), 'utf8').catch(() => undefined);
  if (text !== undefined) return decodeEntry(text, secret) ?? 'damaged';
  return (await isThere(folder)) ? 'damaged' : undefined;
}

/** All that can be read. */
async function readEntries(cache: Cache): Promise<readonly StageEntry[]> {
  const found: StageEntry[] = [];
  for (const key of await readdir(cache.entries)) {
    const entry = await readEntry(cache, join(cache.entries, key));
    if (entry !== undefined && entry !== 'damaged') found.push(entry);
  }
  return found;
}

/** In one step for everybody else: what is gone half would be taken for damaged. */
async function remove({ making, context }: Cache, folder: string): Promise<void> {
  const grave = join(making, randomUUID());
  const gone = context.hold(HELD_PATH, { paths: [grave] });
  // Somebody else was faster, or on Windows has it open: it goes the next time.
  await rename(folder, grave).catch(() => {});
  await rm(grave, { recursive: true, force: true });
  gone();
}

/** Removes what was used least recently until the rest is within the bound. @param kept is not removed */
async function trim(cache: Cache, kept: string): Promise<void> {
  const found: { key: string; size: number; used: number }[] = [];
  for (const key of await readdir(cache.entries)) {
    const folder = join(cache.entries, key);
    const used = (await stat(join(folder, 'entry')).catch(() => undefined))?.mtimeMs ?? 0;
    found.push({ key, size: await allocated(join(folder, 'content')).catch(() => 0), used });
  }
  let total = found.reduce((sum, { size }) => sum + size, 0);
  for (const { key, size } of found.filter((one) => one.key !== kept).sort((a, b) => a.used - b.used)) {
    if (total <= cache.maxBytes) return;
    await remove(cache, join(cache.entries, key));
    total -= size;
  }
}

/** Bytes that it takes of its volume: of a file with holes less than its size. */
async function allocated(path: string): Promise<number> {
  const { size, blocks } = await stat(path);
  return Math.min(size, blocks * 512);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
