import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followLinks } from '../../../src/files/follow-links.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-links-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('leaves a path alone that is no link, whether or not anything is there', async () => {
  await writeFile(join(work, 'file'), '');
  expect(await followLinks(join(work, 'file'))).toBe(join(work, 'file'));
  expect(await followLinks(join(work, 'none'))).toBe(join(work, 'none'));
});

it('follows links through links, relative to the folder of each, to what is not there yet', async () => {
  await symlink('two', join(work, 'one'));
  await symlink('./none', join(work, 'two'));
  expect(await followLinks(join(work, 'one'))).toBe(join(work, 'none'));
});

it('follows forty links and no more', async () => {
  for (let index = 0; index < 41; index++) await symlink(`link${index + 1}`, join(work, `link${index}`));
  expect(await followLinks(join(work, 'link1'))).toBe(join(work, 'link41'));
  await expect(followLinks(join(work, 'link0'))).rejects.toMatchObject({ code: 'ELOOP', path: join(work, 'link0') });
});

it('throws what the system says of the folder', async () => {
  await writeFile(join(work, 'file'), '');
  await expect(followLinks(join(work, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});
