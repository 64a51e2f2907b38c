/** A program for Windows out of its npm package, which npm itself does not install on another system. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOnce } from './cache-folder.ts';
import { runQuiet } from './run-quiet.ts';

export interface WindowsPackage {
  readonly name: string;
  readonly version: string;
  /** Of the archive, as the registry has it. */
  readonly integrity: string;
}

/**
 * Unpacks a package unless that was done before.
 * @param folder where to; it may not be there yet
 * @param part a folder of the package that is enough; all of it otherwise
 */
export async function unpackPackage(
  { name, version, integrity }: WindowsPackage,
  folder: string,
  part = '',
): Promise<void> {
  if (existsSync(folder)) return;
  const work = await mkdtemp(join(tmpdir(), 'stillframe-package-'));
  try {
    await runQuiet('npm', ['pack', '--silent', '--pack-destination', work, `${name}@${version}`]);
    const archive = join(work, `${name}-${version}.tgz`);
    const digest = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`;
    if (digest !== integrity) throw new Error(`${name}@${version} has the digest ${digest}, expected ${integrity}`);
    await makeOnce(folder, async (unfinished) => {
      const inside = part === '' ? [] : [`package/${part}`];
      await runQuiet('tar', ['-xzf', archive, '--strip-components=1', '-C', unfinished, ...inside]);
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
