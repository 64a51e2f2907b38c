import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBytes } from '../../../src/files/find-bytes.ts';

const CHUNK = 2 ** 20;
const WANTED = Buffer.from('needle');
const signal = new AbortController().signal;

let path: string;
let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-find-bytes-'));
  path = join(work, 'file');
});
afterEach(() => rm(work, { recursive: true, force: true }));

it.each([0, 1, CHUNK - 6, CHUNK - 5, CHUNK - 1, CHUNK, 2 * CHUNK - 3, 2 * CHUNK + 10])(
  'finds it at %d',
  async (offset) => {
    await writeFile(path, Buffer.concat([Buffer.alloc(offset, 'n'), WANTED, Buffer.alloc(3)]));
    expect(await findBytes(path, WANTED, signal)).toBe(offset);
  },
);

it('finds the first of several, and nothing where there is none', async () => {
  await writeFile(path, 'xxneedle needle');
  expect(await findBytes(path, WANTED, signal)).toBe(2);
  await writeFile(path, Buffer.alloc(CHUNK + 5, 'needl'));
  expect(await findBytes(path, WANTED, signal)).toBeUndefined();
  await writeFile(path, '');
  expect(await findBytes(path, WANTED, signal)).toBeUndefined();
});

it('ends with the signal', async () => {
  await writeFile(path, Buffer.alloc(CHUNK));
  await expect(findBytes(path, WANTED, AbortSignal.abort())).rejects.toThrow();
});
