/** Digests of files and of parts of them, in lower-case hexadecimal. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ByteSource } from './byte-source.ts';

const CHUNK = 4 * 2 ** 20;

export interface FileDigests {
  readonly sha1: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export interface Digests {
  update(chunk: Uint8Array): void;
  /** Of everything so far. */
  result(): FileDigests;
}

/** SHA-256 of the whole file. @throws the signal's reason, and what opening a file throws */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readBlocks(path, signal)) hash.update(chunk);
  return hash.digest('hex');
}

/** Both digests by which files are known to the catalog and to locks. @throws as `hashFile` */
export async function digestFile(path: string, signal: AbortSignal): Promise<FileDigests> {
  const digests = createDigests();
  for await (const chunk of readBlocks(path, signal)) digests.update(chunk);
  return digests.result();
}

/** Counts and hashes what passes by; `result` can be asked at any time. */
export function createDigests(): Digests {
  const sha1 = createHash('sha1');
  const sha256 = createHash('sha256');
  let size = 0;
  return {
    update: (chunk) => {
      sha1.update(chunk);
      sha256.update(chunk);
      size += chunk.length;
    },
    // Hash objects end with their digest; copies keep them usable.
    result: () => ({ sha1: sha1.copy().digest('hex'), sha256: sha256.copy().digest('hex'), size }),
  };
}

/**
 * Digest of `size` bytes from `offset` on. The next block is read while the last one is hashed.
 * @throws FormatError when the source ends before; the signal's reason
 */
export async function hashRange(
  source: Pick<ByteSource, 'readInto'>,
  range: { readonly offset: number; readonly size: number },
  algorithm: string,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash(algorithm);
  const buffers = [0, 1].map(() => Buffer.allocUnsafe(Math.min(CHUNK, range.size)));
  const read = async (position: number, buffer: Buffer): Promise<Buffer> => {
    const block = buffer.subarray(0, range.size - position);
    if (block.length > 0) await source.readInto(block, range.offset + position);
    return block;
  };
  let [free, spare] = buffers as [Buffer, Buffer];
  let next = read(0, free);
  for (let position = 0; position < range.size; ) {
    signal.throwIfAborted();
    const block = await next;
    position += block.length;
    [free, spare] = [spare, free];
    next = read(position, free);
    // It is awaited in the next round; until then its failure must not count as unhandled.
    next.catch(() => {});
    hash.update(block);
  }
  return hash.digest('hex');
}

async function* readBlocks(path: string, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  signal.throwIfAborted();
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK, signal }) as AsyncIterable<Buffer>;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
