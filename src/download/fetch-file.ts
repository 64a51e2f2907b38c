/** Brings a pinned file to a path: out of the cache when it is there, else downloaded into it; verified either way. */

import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasErrnoCode, UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { createDigests, digestFile, type FileDigests } from '../files/hash-file.ts';
import { makeFolder } from '../files/make-folder.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import { openNamed } from '../files/open-named.ts';
import { type DownloadOptions, downloadFile } from './download-file.ts';
import type { CachedFile, FileCache } from './file-cache.ts';
import { hashMismatch } from './hash-mismatch.ts';
import type { DownloadRequest } from './transfer.ts';

export interface FetchedFile {
  readonly path: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly size: number;
  readonly from: 'cache' | 'network' | 'in place';
  /** Bytes that came over the network. */
  readonly received: number;
}

/**
 * @param target where the file is to stand under its name; left alone when it is already the right file
 * @throws UserError hash-mismatch, download-failed; nothing stands under `target` then, unless it did before
 */
export async function fetchFile(
  request: DownloadRequest,
  target: string,
  cache: FileCache,
  options: DownloadOptions,
): Promise<FetchedFile> {
  if (request.sha256 === undefined && request.sha1 === undefined) {
    throw new UserError(
      'download-failed',
      `${request.name} has no hash to verify it by`,
      'Pin it with its SHA-256 in a packages-file.',
    );
  }
  await makeFolder(dirname(target));
  await removeLeftovers(target);
  const there = await digestExisting(target, options.signal);
  if (there && fits(there, request)) return { path: target, ...there, from: 'in place', received: 0 };

  if (request.url.startsWith('file:')) return takeLocal(request, target, options.signal);
  const cached = await cache.find(request);
  if (cached) {
    const copied = await copyVerified(cached, target, request, options.signal);
    if (copied) return { path: target, ...copied, from: 'cache', received: 0 };
    await cache.drop(cached.sha256); // its bytes rotted: fetch it again
  }
  const { path: partial, release } = await cache.claimPartial(request.sha256 ?? request.sha1 ?? '');
  try {
    const downloaded = await downloadFile(request, partial, options);
    const added = await cache.add(partial, downloaded.sha1, downloaded.sha256);
    const copied = await copyVerified(added, target, request, options.signal);
    if (!copied) {
      throw hashMismatch(request.name, 'sha256', downloaded.sha256, 'another one when read back', added.path);
    }
    return { path: target, ...copied, from: 'network', received: downloaded.received };
  } finally {
    release();
  }
}

/** A file of this machine: copied like one out of the cache, with its own errors. */
async function takeLocal(request: DownloadRequest, target: string, signal: AbortSignal): Promise<FetchedFile> {
  const path = fileURLToPath(request.url);
  const there = await stat(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the package', path, input: 'packages-file' });
  });
  if (request.size !== undefined && there.size !== request.size) {
    throw new UserError(
      'hash-mismatch',
      `${request.name}: ${path} has ${there.size} bytes, expected ${request.size}`,
      'The file changed since it was pinned; nothing was kept. If it is right, set update-lock: true.',
    );
  }
  const local = { path, sha256: request.sha256 ?? '', size: there.size };
  const copied = await copyVerified(local, target, request, signal);
  if (copied) return { path: target, ...copied, from: 'in place', received: 0 };
  const found = await digestExisting(path, signal);
  throw hashMismatch(request.name, 'sha256', request.sha256 ?? 'none', found?.sha256 ?? 'that of no file', path);
}

/** Undefined when there is no such file. */
async function digestExisting(path: string, signal: AbortSignal): Promise<FileDigests | undefined> {
  try {
    return (await stat(path)).isFile() ? await digestFile(path, signal) : undefined;
  } catch (error) {
    if (hasErrnoCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function fits(found: FileDigests, wanted: DownloadRequest): boolean {
  return (
    (wanted.sha256 === undefined || wanted.sha256 === found.sha256) &&
    (wanted.sha1 === undefined || wanted.sha1 === found.sha1) &&
    (wanted.size === undefined || wanted.size === found.size)
  );
}

/** Copies while hashing, so that what stands under the name is what was verified; undefined when the bytes are wrong. */
async function copyVerified(
  cached: CachedFile,
  target: string,
  wanted: DownloadRequest,
  signal: AbortSignal,
): Promise<FileDigests | undefined> {
  const temporary = temporaryName(target);
  const digests = createDigests();
  try {
    const file = await openNamed(temporary, 'w');
    try {
      for await (const chunk of createReadStream(cached.path, {
        highWaterMark: 2 ** 20,
        signal,
      }) as AsyncIterable<Buffer>) {
        digests.update(chunk);
        await file.appendFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const found = digests.result();
    if (found.sha256 !== cached.sha256 || !fits(found, wanted)) return undefined;
    await moveIntoPlace(temporary, target);
    return found;
  } finally {
    await rm(temporary, { force: true });
  }
}

function temporaryName(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.stillframe-tmp`);
}

/** What a killed run left beside the target. */
async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (name.startsWith(`.${basename(target)}.`) && name.endsWith('.stillframe-tmp')) {
      await rm(join(folder, name), { force: true });
    }
  }
}
