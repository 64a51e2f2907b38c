/** A digest of what a disk holds, whatever file format it lies in. */

import { createHash } from 'node:crypto';
import type { Disk } from './disk.ts';
import { readInto } from './read-into.ts';

const CHUNK = 4 * 2 ** 20;

/**
 * SHA-256 over the size and the place, length and bytes of each stored range; ranges that are `zero` or `free` count as not stored. The
 * same content stored in other pieces may give another digest.
 * @throws what reading throws; the signal's reason
 */
export async function contentDigest(disk: Disk, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256').update(`${disk.size}\n`);
  const buffer = Buffer.allocUnsafe(CHUNK);
  for await (const { kind, offset, length } of disk.ranges()) {
    if (kind !== 'data') continue;
    hash.update(`${offset} ${length}\n`);
    for (let done = 0; done < length; ) {
      signal.throwIfAborted();
      const part = buffer.subarray(0, Math.min(CHUNK, length - done));
      await readInto(disk, part, offset + done);
      hash.update(part);
      done += part.length;
    }
  }
  return hash.digest('hex');
}
