/** Gives a large file a second name or a copy, by the cheapest way that the file systems allow. */

import { constants, copyFile, link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assertFreeSpace } from '../files/assert-free-space.ts';
import { writeFully } from '../files/write-fully.ts';

export type Placed = 'clone' | 'link' | 'copy';

/** The two cheap ways, so that tests can play file systems that know neither. */
export interface PlaceWays {
  /** Shares the blocks until one of the two is written to. */
  readonly clone: (from: string, to: string) => Promise<void>;
  /** One file under two names. */
  readonly link: (from: string, to: string) => Promise<void>;
}

const WAYS: PlaceWays = {
  clone: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE),
  link,
};

const CHUNK = 2 ** 20;
const ZEROS = Buffer.alloc(CHUNK);

/**
 * @param to does not exist; nothing is left there when this throws
 * @returns how it was done: what is written into a `link` in place changes both
 * @throws UserError disk-full where only a copy is possible and finds no room; what copying throws; the signal's reason
 */
export async function placeFile(
  from: string,
  to: string,
  signal: AbortSignal,
  ways: PlaceWays = WAYS,
): Promise<Placed> {
  if (await succeeds(() => ways.clone(from, to))) return 'clone';
  if (await succeeds(() => ways.link(from, to))) return 'link';
  await copySparsely(from, to, signal);
  return 'copy';
}

/** Each file system refuses in a code of its own; when even a copy fails, that says why. */
async function succeeds(way: () => Promise<void>): Promise<boolean> {
  return way().then(
    () => true,
    () => false,
  );
}

/** Leaves holes where there are zeros: a fixed disk is as large as it says and mostly empty. */
async function copySparsely(from: string, to: string, signal: AbortSignal): Promise<void> {
  const source = await open(from, 'r');
  try {
    const { size, mode, blocks } = await source.stat();
    await assertFreeSpace(dirname(to), Math.min(size, blocks * 512), 'a copy of the file');
    const target = await open(to, 'wx', mode & 0o777);
    try {
      const chunk = Buffer.alloc(CHUNK);
      for (let at = 0; at < size; ) {
        signal.throwIfAborted();
        const { bytesRead } = await source.read(chunk, 0, CHUNK, at);
        if (bytesRead === 0) throw new RangeError(`${from} became shorter while it was copied`);
        const part = chunk.subarray(0, bytesRead);
        if (!part.equals(ZEROS.subarray(0, bytesRead))) await writeFully(target, part, at);
        at += bytesRead;
      }
      await target.truncate(size);
      await target.close();
    } catch (error) {
      await target.close();
      await rm(to, { force: true });
      throw error;
    }
  } finally {
    await source.close();
  }
}
