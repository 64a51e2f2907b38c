/** A file that the user names by path or by URL, brought to a path on this machine and verified before anybody uses it. */

import { basename, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { hashFile } from '../files/hash-file.ts';
import { fetchFile } from './fetch-file.ts';
import { openUsableCache } from './file-cache.ts';
import { hashMismatch } from './hash-mismatch.ts';
import { createHostPolicy } from './host-policy.ts';
import { createHttpClient } from './http-client.ts';
import { urlFileName } from './url-file-name.ts';

export interface PinnedSource {
  /** Path, or http(s) URL. */
  readonly location: string;
  /** 64 hexadecimal digits, lower case; required for a URL. */
  readonly sha256: string | undefined;
}

export interface ObtainedFile {
  /** Absolute. */
  readonly path: string;
  /** Of its content, whether or not it was pinned: what was built from it can be told. */
  readonly sha256: string;
}

interface PinnedOptions {
  /** Name of the input, for messages. */
  readonly input: string;
  /** Folder of the download cache shared by runs. */
  readonly cache: string;
  /** Where the proxies are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Bound of the cache, the same for every action that shares it. */
const CACHE_BYTES = 20 * 2 ** 30;

export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/**
 * One from a URL lies in the run's own folder.
 * @throws UserError input-missing for a URL without hash, file-missing, hash-mismatch, download-failed
 */
export async function obtainPinnedFile(
  { location, sha256 }: PinnedSource,
  { input, cache, env }: PinnedOptions,
  context: Pick<Context, 'log' | 'signal' | 'temp'>,
): Promise<ObtainedFile> {
  if (isUrl(location)) return download(location, sha256, { input, cache, env }, context);
  const path = resolve(location);
  const explain = (error: unknown): never => {
    throw explainPathError(error, { what: 'the file', path, input });
  };
  const found = await hashFile(path, context.signal).catch(explain);
  if (sha256 !== undefined && found !== sha256) throw hashMismatch(basename(path), 'sha256', sha256, found, location);
  return { path, sha256: found };
}

async function download(
  url: string,
  sha256: string | undefined,
  { input, cache, env }: PinnedOptions,
  { log, signal, temp }: Pick<Context, 'log' | 'signal' | 'temp'>,
): Promise<ObtainedFile> {
  if (sha256 === undefined) {
    throw new UserError(
      'input-missing',
      `Input ${input} is a URL without a hash to verify the download by`,
      'Add "sha256: …" under "with:" (or in the template file), so that every run uses the same bytes.',
    );
  }
  const name = urlFileName(new URL(url)) || 'download';
  // The host was named by the user, and the hash decides: an internal mirror without https will do.
  const http = createHttpClient({ env, policy: createHostPolicy({ mirrors: [url] }) });
  try {
    const files = await openUsableCache(cache, CACHE_BYTES, join(temp, 'download-cache'), log.warning);
    const target = join(temp, name.replaceAll(/[^\w.-]/g, '_'));
    const fetched = await fetchFile({ url, sha256, name }, target, files, {
      http,
      signal,
      onRetry: log.info,
      onProgress: log.info,
    });
    log.info(`${name}: ${fetched.from === 'cache' ? 'out of the cache' : 'downloaded'}, SHA-256 verified`);
    await files.trim(new Set([sha256]));
    return { path: fetched.path, sha256 };
  } finally {
    await http.close();
  }
}
