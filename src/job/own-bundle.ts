/** Which Stillframe this is: by the bytes that run, whatever ref or version they were asked for by. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * @param entry the program that Node was started with, `dist/<name>/index.js`
 * @returns SHA-256 over names and contents of the code that all entries share; undefined where it runs from its source
 */
export async function ownBundle(entry = process.argv[1]): Promise<string | undefined> {
  if (entry === undefined) return undefined;
  const folder = join(dirname(entry), '..', 'shared');
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes('index.js')) return undefined;
  const hash = createHash('sha256');
  for (const name of names.filter((file) => /\.(?:m?js|wasm)$/.test(file)).sort()) {
    const content = await readFile(join(folder, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
