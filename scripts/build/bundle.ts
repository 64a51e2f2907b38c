/** Makes one file of an entry and all that it uses, with ncc. */

import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../root.ts';
import { breakLongLiterals } from './break-lines.ts';
import { DIST, entryOf } from './stamps.ts';

/** `emitted`: the folder with the JavaScript of the whole source. @returns the size of the bundle in bytes. */
export async function bundle(name: string, emitted: string): Promise<number> {
  const folder = join(DIST, name);
  // ncc leaves files of earlier builds in place: only an empty folder proves that the bundle comes from this source.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const ncc = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  const entry = join(emitted, entryOf(name).replace(/\.ts$/, '.js'));
  const options = ['--license', 'licenses.txt', '--no-cache', '-q'];
  await promisify(execFile)(process.execPath, [ncc, 'build', entry, '-o', folder, ...options], { cwd: ROOT });
  const code = breakLongLiterals(await readFile(join(folder, 'index.js'), 'utf8'));
  await writeFile(join(folder, 'index.js'), code);
  return Buffer.byteLength(code);
}
