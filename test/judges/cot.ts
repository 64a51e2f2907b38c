/** COT, the Common OVF Tool, reads packages by rules that nobody here wrote. From PyPI, kept in .cache. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(import.meta.dirname, '../../.cache/judges');
const VERSION = '2.2.1';
/** What it is run with: `--target` keeps its packages away from those of this machine. */
const FOLDER = join(CACHE, `cot-${VERSION}`);

/** What `cot` prints, standard error included: it calls a wrong digest an error and goes on. */
export async function cot(...args: string[]): Promise<string> {
  if (!existsSync(FOLDER)) await install();
  const env = { ...process.env, PYTHONPATH: FOLDER, PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout, stderr } = await run('python3', [join(FOLDER, 'bin', 'cot'), ...args], { env });
  return stdout + stderr;
}

async function install(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'partial-'));
  try {
    const options = ['--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
    await run('python3', ['-m', 'pip', 'install', ...options, '--target', join(work, 'cot'), `cot==${VERSION}`]);
    await rename(join(work, 'cot'), FOLDER);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
