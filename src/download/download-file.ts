/** Downloads one file with known hashes: streamed to disk, hashed on the way, resumed by range when the connection breaks. */

import { constants } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { assertFreeSpace } from '../files/assert-free-space.ts';
import { openNamed } from '../files/open-named.ts';
import { formatSize } from '../units.ts';
import { alignWithAnswer, discard, refuseWebPage } from './align-with-answer.ts';
import { type HttpClient, networkError } from './http-client.ts';
import { backOff, DEFAULT_RETRIES, pause, type RetryPolicy, Transient } from './retry.ts';
import {
  append,
  type DownloadRequest,
  freshTransfer,
  restart,
  type Transfer,
  takeUpPartial,
  verify,
} from './transfer.ts';

export interface DownloadOptions {
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  readonly retries?: RetryPolicy;
  /** Told of each pause before another try. */
  readonly onRetry?: (message: string) => void;
  /** Told now and then how far a long download is. */
  readonly onProgress?: (message: string) => void;
  /** Least time between two of these in milliseconds (default 10 s). */
  readonly progressMs?: number;
}

interface Downloaded {
  readonly sha1: string;
  readonly sha256: string;
  readonly size: number;
  /** Bytes that came over the network. */
  readonly received: number;
}

/** However often progress is made before the line breaks, somebody has to stop a server that sends one byte a time. */
const MAX_TRIES = 200;

/**
 * Writes the file to `partial`, going on behind the bytes that are there. On success `partial` holds exactly the file asked for;
 * on a hash or length error it is removed; on any other error what came stays for the next try.
 * @throws UserError hash-mismatch, download-failed
 */
export async function downloadFile(
  request: DownloadRequest,
  partial: string,
  options: DownloadOptions,
): Promise<Downloaded> {
  // Not 'a+': Windows cannot truncate through an append-only handle.
  const file = await openNamed(partial, constants.O_RDWR | constants.O_CREAT, 0o644);
  const transfer: Transfer = { ...freshTransfer(), file };
  try {
    await takeUpPartial(transfer, partial, request);
    await transferAll(request, transfer, partial, options);
    let mismatch = verify(request, transfer);
    if (mismatch && (transfer.resumedFrom > 0 || transfer.isPieced)) {
      // What an earlier run left may be what is wrong, or pieces of two files were put together: once more from the first byte.
      const what = transfer.resumedFrom > 0 ? 'the part kept from an earlier run is damaged' : 'its pieces do not fit';
      options.onRetry?.(`${request.name}: ${what}, starting over`);
      await restart(transfer);
      transfer.resumedFrom = 0;
      transfer.isPieced = false;
      await transferAll(request, transfer, partial, options);
      mismatch = verify(request, transfer);
    }
    if (mismatch) {
      await rm(partial, { force: true });
      throw mismatch;
    }
    await file.sync();
    return { ...transfer.digests.result(), received: transfer.received };
  } finally {
    await file.close();
  }
}

/** Tries until the whole file is there; a try that brought bytes does not count against the retry policy. */
async function transferAll(
  request: DownloadRequest,
  transfer: Transfer,
  partial: string,
  options: DownloadOptions,
): Promise<void> {
  const retries = options.retries ?? DEFAULT_RETRIES;
  let failures = 0;
  for (let tries = 1; ; tries += 1) {
    options.signal.throwIfAborted();
    const before = transfer.position;
    try {
      await transferOnce(request, transfer, partial, options);
      return;
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      failures = transfer.position > before ? 1 : failures + 1;
      if (failures >= retries.attempts || tries >= MAX_TRIES) throw error.cause;
      const waitMs = backOff(failures, retries, error.retryAfterMs);
      options.onRetry?.(`${error.message}; trying again in ${Math.round(waitMs)} ms at byte ${transfer.position}`);
      await pause(waitMs, options.signal);
    }
  }
}

async function transferOnce(
  request: DownloadRequest,
  transfer: Transfer,
  partial: string,
  options: DownloadOptions,
): Promise<void> {
  const known = request.size ?? transfer.total;
  if (known !== undefined && transfer.position === known && transfer.position > 0) return;
  const what = `The download of ${request.name}`;
  const answer = await options.http.send(
    request.url,
    {
      what,
      code: 'download-failed',
      headers: {
        'accept-encoding': 'identity',
        ...(transfer.position > 0 && { range: `bytes=${transfer.position}-` }),
        ...(transfer.position > 0 && transfer.etag !== undefined && { 'if-range': transfer.etag }),
      },
    },
    options.signal,
  );
  await alignWithAnswer(answer, transfer, request);
  try {
    let isRoomKnown = false;
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      if (transfer.position === 0) refuseWebPage(chunk, answer, request);
      await append(transfer, chunk, request);
      // Not before the first piece is kept: of an answer that breaks off while nobody reads it nothing would be left.
      if (!isRoomKnown) await assertRoom(transfer, partial, request);
      isRoomKnown = true;
      tellProgress(transfer, request, options);
    }
  } catch (error) {
    discard(answer);
    options.signal.throwIfAborted();
    if (error instanceof UserError || isFileSystemError(error)) throw error;
    throw networkError(error, answer.url, { what, code: 'download-failed' });
  }
  if (transfer.total !== undefined && transfer.position < transfer.total) {
    throw networkError(new Error(`it ended after ${transfer.position} of ${transfer.total} bytes`), answer.url, {
      what,
      code: 'download-failed',
    });
  }
}

/** Said before gigabytes are fetched of which the last have no place. */
async function assertRoom({ position, total }: Transfer, partial: string, request: DownloadRequest): Promise<void> {
  const size = request.size ?? total;
  if (size !== undefined) await assertFreeSpace(dirname(partial), size - position, `the download of ${request.name}`);
}

function tellProgress(transfer: Transfer, request: DownloadRequest, options: DownloadOptions): void {
  const now = performance.now();
  if (now - transfer.toldAt < (options.progressMs ?? 10_000)) return;
  transfer.toldAt = now;
  const total = request.size ?? transfer.total;
  const share =
    total === undefined ? '' : ` of ${formatSize(total)} (${Math.floor((transfer.position / total) * 100)} %)`;
  options.onProgress?.(`${request.name}: ${formatSize(transfer.position)}${share}`);
}

function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['write', 'ftruncate', 'open'].includes(String(error.syscall));
}
