/** The real Windows build of Node, out of its npm package. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, makeOnce } from './cache-folder.ts';
import { runQuiet } from './run-quiet.ts';

const packages = new URL('../packages.mjs', import.meta.url);
// Plain JavaScript: the set-up runs before anything is installed, types included.
const { WINDOWS_NODE } = (await import(packages.href)) as {
  WINDOWS_NODE: { readonly name: string; readonly version: string; readonly integrity: string };
};

/** Where windowsNode() puts it; it may not be there yet. */
export function windowsNodePath(): string {
  return join(cacheFolder(), `node-${WINDOWS_NODE.version}`, 'bin', 'node.exe');
}

/** @returns the path of node.exe, fetched on the first call */
export async function windowsNode(): Promise<string> {
  const program = windowsNodePath();
  if (existsSync(program)) return program;
  const { name, version, integrity } = WINDOWS_NODE;
  const work = await mkdtemp(join(tmpdir(), 'stillframe-node-'));
  try {
    await runQuiet('npm', ['pack', '--silent', '--pack-destination', work, `${name}@${version}`]);
    const archive = join(work, `${name}-${version}.tgz`);
    const digest = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`;
    if (digest !== integrity) throw new Error(`${name}@${version} has the digest ${digest}, expected ${integrity}`);
    await makeOnce(join(program, '../..'), async (folder) => {
      await runQuiet('tar', ['-xzf', archive, '--strip-components=1', '-C', folder]);
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return program;
}
