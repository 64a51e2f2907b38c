/** Gives a large file a second name or a copy, by the cheapest way that the file systems allow. */

import { createReadStream } from 'node:fs';
import { constants, copyFile, type FileHandle, link, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assertFreeSpace } from '../files/assert-free-space.ts';
import { openNamed } from '../files/open-named.ts';
import { writeFully } from '../files/write-fully.ts';

export type Placed = 'clone' | 'link' | 'copy';

/** What file systems differ in, so that tests can play others. */
export interface PlaceWays {
  /** Shares the blocks until one of the two is written to. */
  readonly clone: (from: string, to: string) => Promise<void>;
  /** One file under two names. */
  readonly link: (from: string, to: string) => Promise<void>;
  /** Throws where a folder has no room for so many bytes. */
  readonly assertRoom: typeof assertFreeSpace;
}

const WAYS: PlaceWays = {
  clone: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE),
  link,
  assertRoom: assertFreeSpace,
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
  const target = await openCopy(from, to, ways);
  try {
    await copySparsely(from, target, signal);
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  } finally {
    await target.close();
  }
  return 'copy';
}

/** Each file system refuses in a code of its own; when even a copy fails, that says why. */
async function succeeds(way: () => Promise<void>): Promise<boolean> {
  return way().then(
    () => true,
    () => false,
  );
}

async function openCopy(from: string, to: string, { assertRoom }: PlaceWays): Promise<FileHandle> {
  const { size, mode, blocks } = await stat(from);
  await assertRoom(dirname(to), Math.min(size, blocks * 512), 'a copy of the file');
  return openNamed(to, 'wx', mode & 0o777);
}

/** Leaves holes where there are zeros: a fixed disk is as large as it says and mostly empty. */
async function copySparsely(from: string, target: FileHandle, signal: AbortSignal): Promise<void> {
  let at = 0;
  for await (const part of createReadStream(from, { highWaterMark: CHUNK, signal }) as AsyncIterable<Buffer>) {
    if (!part.equals(ZEROS.subarray(0, part.length))) await writeFully(target, part, at);
    at += part.length;
  }
  await target.truncate(at);
}
