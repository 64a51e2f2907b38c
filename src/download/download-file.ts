/** Downloads one file with known hashes: streamed to disk, hashed on the way, resumed by range when the connection breaks. */

import { constants, createReadStream } from 'node:fs';
import { type FileHandle, rm } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { createDigests, type Digests } from '../files/hash-file.ts';
import { openNamed } from '../files/open-named.ts';
import { formatSize } from '../units.ts';
import type { FileHashes } from './file-cache.ts';
import { hashMismatch } from './hash-mismatch.ts';
import { type HttpAnswer, type HttpClient, networkError } from './http-client.ts';
import { backOff, DEFAULT_RETRIES, pause, type RetryPolicy, Transient } from './retry.ts';

export interface DownloadRequest extends FileHashes {
  readonly url: string;
  /** Bytes, when known beforehand. */
  readonly size?: number;
  /** Name of the file for messages. */
  readonly name: string;
}

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
    await transferAll(request, transfer, options);
    let mismatch = verify(request, transfer);
    if (mismatch && (transfer.resumedFrom > 0 || transfer.isPieced)) {
      // What an earlier run left may be what is wrong, or pieces of two files were put together: once more from the first byte.
      const what = transfer.resumedFrom > 0 ? 'the part kept from an earlier run is damaged' : 'its pieces do not fit';
      options.onRetry?.(`${request.name}: ${what}, starting over`);
      await restart(transfer);
      transfer.resumedFrom = 0;
      transfer.isPieced = false;
      await transferAll(request, transfer, options);
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

interface Transfer {
  file: FileHandle;
  digests: Digests;
  /** Bytes written and hashed. */
  position: number;
  received: number;
  /** Length of what an earlier run left. */
  resumedFrom: number;
  /** It was put together of several answers. */
  isPieced: boolean;
  /** Total length as the server says it, once known. */
  total: number | undefined;
  /** Entity tag of the answer that was whole: a resumed one must be of the same entity (RFC 9110, section 13.1.5). */
  etag: string | undefined;
  /** When progress was last told, by `performance.now()`. */
  toldAt: number;
}

function freshTransfer(): Omit<Transfer, 'file'> {
  return {
    digests: createDigests(),
    position: 0,
    received: 0,
    resumedFrom: 0,
    isPieced: false,
    total: undefined,
    etag: undefined,
    toldAt: performance.now(),
  };
}

async function takeUpPartial(transfer: Transfer, partial: string, request: DownloadRequest): Promise<void> {
  const { size } = await transfer.file.stat();
  if (size === 0) return;
  if (request.size !== undefined && size > request.size) {
    await transfer.file.truncate(0);
    return;
  }
  for await (const chunk of createReadStream(partial) as AsyncIterable<Buffer>) {
    transfer.digests.update(chunk);
    transfer.position += chunk.length;
  }
  transfer.resumedFrom = transfer.position;
}

async function restart(transfer: Transfer): Promise<void> {
  await transfer.file.truncate(0);
  transfer.digests = createDigests();
  transfer.position = 0;
}

/** Tries until the whole file is there; a try that brought bytes does not count against the retry policy. */
async function transferAll(request: DownloadRequest, transfer: Transfer, options: DownloadOptions): Promise<void> {
  const retries = options.retries ?? DEFAULT_RETRIES;
  let failures = 0;
  for (let tries = 1; ; tries += 1) {
    options.signal.throwIfAborted();
    const before = transfer.position;
    try {
      await transferOnce(request, transfer, options);
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

async function transferOnce(request: DownloadRequest, transfer: Transfer, options: DownloadOptions): Promise<void> {
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
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      await append(transfer, chunk, request);
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

function tellProgress(transfer: Transfer, request: DownloadRequest, options: DownloadOptions): void {
  const now = performance.now();
  if (now - transfer.toldAt < (options.progressMs ?? 10_000)) return;
  transfer.toldAt = now;
  const total = request.size ?? transfer.total;
  const share =
    total === undefined ? '' : ` of ${formatSize(total)} (${Math.floor((transfer.position / total) * 100)} %)`;
  options.onProgress?.(`${request.name}: ${formatSize(transfer.position)}${share}`);
}

/** Drops the rest of an answer; a body that nobody listens to would end the process with its AbortError. */
function discard(answer: HttpAnswer): void {
  answer.body.on('error', () => {});
  answer.body.destroy();
}

/** Brings the transfer and the answer to the same byte: a server may ignore the range, or say that there is nothing behind it. */
async function alignWithAnswer(answer: HttpAnswer, transfer: Transfer, request: DownloadRequest): Promise<void> {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(answer.headers['content-type'] ?? '')) {
    discard(answer);
    throw new UserError(
      'download-failed',
      `The download of ${request.name}: ${answer.url.host} sent a web page instead of the file`,
      'A proxy or a sign-in page may be in between: open the address on this machine and see what it shows.',
    );
  }
  if (answer.status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.headers['content-range'] ?? '');
    if (Number(range?.[1]) !== transfer.position) {
      discard(answer);
      await restart(transfer);
      throw networkError(new Error('it answered with another range than asked for'), answer.url, {
        what: `The download of ${request.name}`,
        code: 'download-failed',
      });
    }
    if (range?.[2] !== undefined && range[2] !== '*') transfer.total = Number(range[2]);
    if (transfer.position > 0) transfer.isPieced = true;
  } else if (answer.status === 416) {
    await answer.body.dump();
    // Nothing behind our last byte: either all is there (the hashes will tell) or the leftover is of another file.
    const total = /^bytes \*\/(\d+)$/.exec(answer.headers['content-range'] ?? '')?.[1];
    if (Number(total) === transfer.position) {
      transfer.total = transfer.position;
      return;
    }
    await restart(transfer);
    throw networkError(new Error('it has no such range'), answer.url, {
      what: `The download of ${request.name}`,
      code: 'download-failed',
    });
  } else {
    if (transfer.position > 0) await restart(transfer);
    // Another entity than before, or the first: with the tag of an older one every later answer would be whole again.
    transfer.etag = undefined;
    transfer.isPieced = false;
    const length = answer.headers['content-length'];
    transfer.total = length === undefined ? undefined : Number(length);
  }
  transfer.etag ??= answer.headers.etag?.startsWith('"') ? answer.headers.etag : undefined;
  if (request.size !== undefined && transfer.total !== undefined && transfer.total !== request.size) {
    discard(answer);
    throw wrongLength(request, transfer.total);
  }
}

async function append(transfer: Transfer, chunk: Buffer, request: DownloadRequest): Promise<void> {
  const limit = request.size ?? transfer.total;
  if (limit !== undefined && transfer.position + chunk.length > limit) {
    throw wrongLength(request, transfer.position + chunk.length);
  }
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await transfer.file.write(chunk, done, chunk.length - done, transfer.position + done);
    done += bytesWritten;
  }
  transfer.digests.update(chunk);
  transfer.position += chunk.length;
  transfer.received += chunk.length;
}

function verify(request: DownloadRequest, transfer: Transfer): UserError | undefined {
  const found = transfer.digests.result();
  if (request.size !== undefined && transfer.position !== request.size) return wrongLength(request, transfer.position);
  for (const name of ['sha256', 'sha1'] as const) {
    const expected = request[name];
    if (expected !== undefined && expected !== found[name]) {
      return hashMismatch(request.name, name, expected, found[name], request.url);
    }
  }
  return undefined;
}

function wrongLength(request: DownloadRequest, found: number): UserError {
  return new UserError(
    'hash-mismatch',
    `${request.name} from ${new URL(request.url).host} has ${found} bytes or more, expected ${request.size ?? 'what its Content-Length says'}`,
    'The file changed at its source or was altered on the way; nothing was kept. If the source is right, set update-lock: true.',
  );
}

function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['write', 'ftruncate', 'open'].includes(String(error.syscall));
}
