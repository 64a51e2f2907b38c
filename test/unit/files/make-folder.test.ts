import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from '../../../src/files/make-folder.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-folder-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('makes a folder with the parents that are missing', async () => {
  await mkdir(join(work, 'a'));
  await makeFolder(join(work, 'a/b/c'));
  expect((await stat(join(work, 'a/b/c'))).isDirectory()).toBe(true);
});

it('leaves a folder that is there as it is', async () => {
  await writeFile(join(work, 'kept'), '');
  await makeFolder(work);
  expect(await readdir(work)).toEqual(['kept']);
});

it('shares the work with whoever makes the same folders', async () => {
  await Promise.all(Array.from({ length: 8 }, () => makeFolder(join(work, 'a/b/c/d'))));
  expect((await stat(join(work, 'a/b/c/d'))).isDirectory()).toBe(true);
});

it('tells a file where a folder is wanted, there or on the way', async () => {
  const file = join(work, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST', path: file });
  await expect(makeFolder(join(file, 'x'))).rejects.toMatchObject({ code: 'ENOTDIR', path: join(file, 'x') });
});

it.runIf(process.platform === 'linux')('ends at once where no folder can be made', async () => {
  await expect(makeFolder('/proc/stillframe/x')).rejects.toMatchObject({ code: 'ENOENT', path: '/proc/stillframe' });
});
