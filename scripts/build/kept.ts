/** Keeps what was made of a text under the text's hash, so that the same text is worked on once. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `make` gives for the text, or gave earlier; in `folder`, which is for this `make` alone. Whole or not there, also after a kill. */
export async function keptBy(text: string, folder: string, make: (text: string) => string): Promise<string> {
  const path = join(folder, createHash('sha256').update(text).digest('hex'));
  try {
    return await readFile(path, 'utf8');
  } catch {
    const made = make(text);
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.${process.pid}`, made);
    await rename(`${path}.${process.pid}`, path);
    return made;
  }
}
