/** The secret of one cache, under which everything in it is digested: from a plain digest an answer file's password could be guessed. */

import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HEX = /^[0-9a-f]{64}$/;

/** Made by whoever comes first. One that is damaged is made anew: what was kept under it is found no more, and goes in its turn. */
export async function cacheSecret(folder: string): Promise<Buffer> {
  const path = join(folder, 'secret');
  const known = await readSecret(path);
  if (known) return known;
  const own = `${path}.${randomUUID()}`;
  const secret = randomBytes(32);
  await writeFile(own, secret.toString('hex'), { mode: 0o600, flag: 'wx' });
  await link(own, path).catch(async () => {
    // Somebody else was first, and that one counts; or it is damaged, or the file system knows no links.
    if ((await readSecret(path)) === undefined) await rename(own, path);
  });
  await rm(own, { force: true });
  return (await readSecret(path)) ?? secret;
}

async function readSecret(path: string): Promise<Buffer | undefined> {
  const text = (await readFile(path, 'utf8').catch(() => '')).trim();
  return HEX.test(text) ? Buffer.from(text, 'hex') : undefined;
}
