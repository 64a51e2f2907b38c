import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isSameFile } from '../../../src/files/same-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-same-'));
  await writeFile(join(folder, 'a'), 'x');
});
afterEach(() => rm(folder, { recursive: true }));

it('knows one file by any way that leads to it', async () => {
  const file = join(folder, 'a');
  expect(await isSameFile(file, file)).toBe(true);
  await mkdir(join(folder, 'b'));
  expect(await isSameFile(file, `${folder}/b/../a`)).toBe(true);
  await symlink('a', join(folder, 'to-a'));
  await symlink('.', join(folder, 'here'));
  expect(await isSameFile(join(folder, 'to-a'), file)).toBe(true);
  expect(await isSameFile(file, join(folder, 'here/to-a'))).toBe(true);
});

it('takes others for others, and what is not there for nothing but itself', async () => {
  const file = join(folder, 'a');
  await writeFile(join(folder, 'c'), 'x');
  await link(file, join(folder, 'hard'));
  expect(await isSameFile(file, join(folder, 'c'))).toBe(false);
  expect(await isSameFile(file, join(folder, 'hard'))).toBe(false);
  expect(await isSameFile(join(folder, 'none'), join(folder, 'nil'))).toBe(false);
  expect(await isSameFile(join(folder, 'none'), join(folder, 'none'))).toBe(true);
  expect(await isSameFile(file, join(folder, 'none'))).toBe(false);
});
