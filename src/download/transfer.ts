/** How far a download is: the bytes that are on the disk, hashed on the way, and what is known of the whole. */

import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { createDigests, type Digests } from '../files/hash-file.ts';
import type { FileHashes } from './file-cache.ts';
import { hashMismatch } from './hash-mismatch.ts';

export interface DownloadRequest extends FileHashes {
  readonly url: string;
  /** Bytes, when known beforehand. */
  readonly size?: number;
  /** Name of the file for messages. */
  readonly name: string;
}

export interface Transfer {
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

export function freshTransfer(): Omit<Transfer, 'file'> {
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

export async function takeUpPartial(transfer: Transfer, partial: string, request: DownloadRequest): Promise<void> {
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

export async function restart(transfer: Transfer): Promise<void> {
  await transfer.file.truncate(0);
  transfer.digests = createDigests();
  transfer.position = 0;
}

export async function append(transfer: Transfer, chunk: Buffer, request: DownloadRequest): Promise<void> {
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

/** @returns what does not fit what was asked for */
export function verify(request: DownloadRequest, transfer: Transfer): UserError | undefined {
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

export function wrongLength(request: DownloadRequest, found: number): UserError {
  return new UserError(
    'hash-mismatch',
    `${request.name} from ${new URL(request.url).host} has ${found} bytes or more, expected ${request.size ?? 'what its Content-Length says'}`,
    'The file changed at its source or was altered on the way; nothing was kept. If the source is right, set update-lock: true.',
  );
}
