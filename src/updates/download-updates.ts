/** Downloads the files of the chosen updates into one folder per update: a target and its checkpoints alone in theirs. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DownloadOptions } from '../download/download-file.ts';
import { type FetchedFile, fetchFile } from '../download/fetch-file.ts';
import type { FileCache } from '../download/file-cache.ts';
import { mapBounded } from '../download/map-bounded.ts';
import { hasErrnoCode, UserError } from '../errors.ts';
import type { ResolvedUpdate, UpdateFile } from './update.ts';

export interface FetchedUpdateFile {
  readonly update: ResolvedUpdate;
  readonly file: UpdateFile;
  readonly fetched: FetchedFile;
}

/** More lanes do not make Microsoft's delivery network faster, but four keep a slow one from holding up the rest. */
const PARALLEL_DOWNLOADS = 4;

/**
 * @param directory the update's files go to `<directory>/<kb>/`
 * @throws UserError hash-mismatch, download-failed, file-exists when a foreign package lies in an update's folder
 */
export async function downloadUpdates(
  updates: readonly ResolvedUpdate[],
  directory: string,
  cache: FileCache,
  options: DownloadOptions,
): Promise<FetchedUpdateFile[]> {
  for (const update of updates) await refuseForeignPackages(update, folderOf(update, directory));
  const jobs = updates.flatMap((update) => update.files.map((file) => ({ update, file })));
  return mapBounded(jobs, PARALLEL_DOWNLOADS, options.signal, async ({ update, file }, signal) => ({
    update,
    file,
    fetched: await fetchFile(file, join(folderOf(update, directory), file.name), cache, { ...options, signal }),
  }));
}

function folderOf(update: ResolvedUpdate, directory: string): string {
  return join(directory, update.kb === '' ? update.updateId : update.kb);
}

/** DISM takes what it finds beside a target, so what lies there has to be exactly what was chosen. */
async function refuseForeignPackages(update: ResolvedUpdate, folder: string): Promise<void> {
  const ours = new Set(update.files.map((file) => file.name));
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasErrnoCode(error, 'ENOENT')) return [];
    throw error;
  });
  const foreign = names.find((name) => /\.msu$/i.test(name) && !ours.has(name));
  if (foreign === undefined) return;
  throw new UserError(
    'file-exists',
    `${join(folder, foreign)} is no file of ${update.kb}, and DISM would take it from that folder`,
    'Remove it, or choose another directory.',
  );
}
