import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPartialFile } from '../../../src/files/partial-file.ts';

let work: string;
let path: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-partial-'));
  path = join(work, 'x.ova');
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('shows the file under its name only once it is finished', async () => {
  await writeFile(path, 'old');
  const file = await createPartialFile(path);
  await file.handle.write('new');
  expect(file.partialPath).toBe(`${path}.stillframe-partial`);
  expect(await readFile(path, 'utf8')).toBe('old');
  await file.finish();
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(work)).toEqual(['x.ova']);
  await writeFile(file.partialPath, 'of a later run');
  await file.discard();
  expect(await readdir(work)).toEqual(['x.ova', 'x.ova.stillframe-partial']);
});

it('leaves what was there when it is discarded, and can be discarded twice', async () => {
  await writeFile(path, 'old');
  const file = await createPartialFile(path);
  await file.handle.write('new');
  await file.discard();
  await file.discard();
  expect(await readdir(work)).toEqual(['x.ova']);
  expect(await readFile(path, 'utf8')).toBe('old');
});

it('writes over what a killed run left', async () => {
  await writeFile(`${path}.stillframe-partial`, 'longer than the new one');
  const file = await createPartialFile(path);
  await file.handle.write('new');
  await file.finish();
  expect(await readFile(path, 'utf8')).toBe('new');
});

it('stands beside what a link leads to', async () => {
  await mkdir(join(work, 'real'));
  await symlink('real/x.ova', path);
  const file = await createPartialFile(path);
  expect(await readdir(join(work, 'real'))).toEqual(['x.ova.stillframe-partial']);
  await file.finish();
  expect(await readdir(join(work, 'real'))).toEqual(['x.ova']);
});

it('leaves nothing when it cannot be put in its place', async () => {
  const file = await createPartialFile(path);
  await mkdir(path);
  await expect(file.finish()).rejects.toMatchObject({ code: 'path-invalid' });
  await file.discard();
  expect(await readdir(work)).toEqual(['x.ova']);
});

it.each([
  ['a folder', () => mkdir(path), 'path-invalid', 'is a folder'],
  ['a name that is too long', () => setPath('x'.repeat(300)), 'path-invalid', 'longer than'],
  ['a folder that is not there', () => setPath('none/x.ova'), 'file-missing', 'its folder does not exist'],
])('refuses %s before the work begins', async (_, make, code, says) => {
  await make();
  await expect(createPartialFile(path)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
});

async function setPath(name: string): Promise<void> {
  path = join(work, name);
}

it('holds no file open once it is finished or discarded', async () => {
  const finished = await createPartialFile(path);
  await finished.finish();
  await expect(finished.handle.stat()).rejects.toThrow();
  const discarded = await createPartialFile(path);
  await discarded.discard();
  await expect(discarded.handle.stat()).rejects.toThrow();
});

it('can be discarded when its end failed, and is closed only once', async () => {
  const file = await createPartialFile(path);
  await rm(file.partialPath);
  await expect(file.finish()).rejects.toThrow();
  await file.discard();
  expect(await readdir(work)).toEqual([]);
});
