/** A git repository for plans. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Files = Readonly<Record<string, string>>;

export interface Repository {
  readonly folder: string;
  write(files: Files): Promise<void>;
  git(...args: string[]): string;
  /** @returns the commit */
  commit(files: Files): Promise<string>;
}

/** Nothing of it outlives its test: git need neither tidy up nor wait for the disk. */
const SETTINGS = ['user.name=t', 'user.email=t@example.com', 'maintenance.auto=false', 'core.fsync=none'];

/** For a running test; gone when that is. The files are its first commit, made when git is first asked or a file is changed. */
export async function sampleRepository(files: Files): Promise<Repository> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'stillframe-plan-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const put = async (all: Files): Promise<void> => {
    for (const [name, text] of Object.entries(all)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  };
  const run = (...args: string[]): string =>
    execFileSync('git', [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  let begun = false;
  // Starting git costs more than all else: who never asks it has a folder of files, and what git init would write is written here.
  const begin = (): void => {
    if (begun) return;
    begun = true;
    for (const name of ['objects', 'refs/heads']) mkdirSync(join(folder, '.git', name), { recursive: true });
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    run('add', '-A');
    run('commit', '-q', '--allow-empty', '-m', 'x');
  };
  const git = (...args: string[]): string => {
    begin();
    return run(...args);
  };
  const write = (all: Files): Promise<void> => {
    begin();
    return put(all);
  };
  const commit = async (all: Files): Promise<string> => {
    await write(all);
    run('add', '-A');
    run('commit', '-q', '--allow-empty', '-m', 'x');
    const head = readFileSync(join(folder, '.git/HEAD'), 'utf8').trim();
    return readFileSync(join(folder, '.git', head.replace('ref: ', '')), 'utf8').trim();
  };
  await put(files);
  return { folder, write, git, commit };
}
