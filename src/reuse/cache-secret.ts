/** The secret of one cache, under which everything in it is digested: from a plain digest an answer file's password could be guessed. */

import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HEX = /^[0-9a-f]{64}$/;

/** Made by whoever comes first. One that is damaged is made anew: what was kept under it is found no more, and goes in its turn. */
export async function cacheSecret(folder: string): Promise<Buffer> {
  const path = join(folder, 'secret');
  const known = await readSecret(path);
  if (known) return known;
  const own = `${path}.${randomUUID()}`;
  try {
    await writeFile(own, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    await rename(own, path);
  } finally {
    await rm(own, { force: true });
  }
  // Of two that come first at once the later one counts: the file says which that is. The other's entries are misses.
  const made = await readSecret(path);
  if (!made) throw new RangeError(`${path} was written and does not hold what was written`);
  return made;
}

async function readSecret(path: string): Promise<Buffer | undefined> {
  const text = (await readFile(path, 'utf8').catch(() => '')).trim();
  return HEX.test(text) ? Buffer.from(text, 'hex') : undefined;
}
