import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from '../../../src/files/replace-file.ts';

let work: string;
let path: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-replace-'));
  path = join(work, 'report.json');
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('writes text and bytes, with the mode of what was there', async () => {
  await replaceFile(path, 'ä');
  expect(await readFile(path)).toEqual(Buffer.from('ä'));
  await chmod(path, 0o600);
  await replaceFile(path, Buffer.from([0, 255]));
  expect(await readFile(path)).toEqual(Buffer.from([0, 255]));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(work)).toEqual(['report.json']);
});

it('writes to a pipe or device as it is', async () => {
  await symlink('/dev/null', path);
  await replaceFile(path, 'x');
  expect((await stat('/dev/null')).isFile()).toBe(false);
  expect(await readdir(work)).toEqual(['report.json']);
  await rm(path);
  spawnSync('mkfifo', [path]);
  const reader = open(path, 'r');
  await replaceFile(path, 'through the pipe');
  const handle = await reader;
  expect(await handle.readFile('utf8')).toBe('through the pipe');
  await handle.close();
});

it('refuses a folder and says so', async () => {
  await mkdir(path);
  await expect(replaceFile(path, 'x')).rejects.toMatchObject({
    code: 'path-invalid',
    message: `The output ${path} is a folder`,
  });
  expect(await readdir(work)).toEqual(['report.json']);
});

it('leaves what was there when it cannot be written', async () => {
  await writeFile(path, 'old');
  const huge = { length: 1 } as unknown as Uint8Array;
  await expect(replaceFile(path, huge)).rejects.toThrow();
  expect(await readdir(work)).toEqual(['report.json']);
  expect(await readFile(path, 'utf8')).toBe('old');
});
