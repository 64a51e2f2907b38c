import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeImageFile } from '../../../src/disk/write-image-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-image-file-'));
  path = join(folder, 'a.vhd');
});
afterEach(() => rm(folder, { recursive: true }));

it('is as long as the writer says, and under its name when it is whole', async () => {
  let seen: readonly string[] = [];
  const onWritten = async (): Promise<void> => {
    seen = await readdir(folder);
  };
  await writeImageFile(path, { onWritten }, async (file) => {
    await file.write(2, Buffer.from('ab'));
    return 8;
  });
  expect((await readFile(path)).toString('latin1')).toBe('\0\0ab\0\0\0\0');
  expect(seen).toEqual(['a.vhd.stillframe-partial']);
});

it.each<[string, Parameters<typeof writeImageFile>[1], () => Promise<number>]>([
  ['the writer fails', {}, () => Promise.reject(new Error('no'))],
  ['the source cannot be let go', { onWritten: () => Promise.reject(new Error('no')) }, async () => 8],
  ['it is cancelled', { signal: AbortSignal.abort(new Error('no')) }, async () => 8],
])('leaves nothing when %s', async (_, options, write) => {
  await expect(writeImageFile(path, options, write)).rejects.toThrow('no');
  expect(await readdir(folder)).toEqual([]);
});
