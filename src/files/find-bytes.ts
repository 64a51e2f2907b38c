/** Finds a byte sequence in a file of any size without loading it. */

import { createReadStream } from 'node:fs';

/** @returns offset of the first occurrence, undefined when there is none */
export async function findBytes(path: string, wanted: Buffer, signal: AbortSignal): Promise<number | undefined> {
  let rest = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20, signal }) as AsyncIterable<Buffer>) {
    const window = Buffer.concat([rest, chunk]);
    const found = window.indexOf(wanted);
    if (found >= 0) return offset + found;
    // An occurrence may straddle two chunks.
    const kept = Math.min(window.length, wanted.length - 1);
    offset += window.length - kept;
    rest = window.subarray(window.length - kept);
  }
  return undefined;
}
