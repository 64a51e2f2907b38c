import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openFileCache, openUsableCache } from '../../../src/download/file-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a cache leaves nothing of its trial behind', async () => {
  const cache = await openFileCache(join(folder, 'cache'), 1);
  expect((await readdir(cache.folder)).sort()).toEqual(['by-sha1', 'files', 'partial']);
  expect(await readdir(join(cache.folder, 'partial'))).toEqual([]);
});

test('a path that is a file is the error of whoever named it', async () => {
  const path = join(folder, 'file');
  await writeFile(path, '');
  await expect(openUsableCache(path, 1, join(folder, 'own'), () => {})).rejects.toMatchObject({
    code: 'path-invalid',
    message: expect.stringMatching(/download cache \(STILLFRAME_CACHE\) .*file/),
  });
  await expect(access(join(folder, 'own'))).rejects.toThrow();
});

test('a cache that can be written is used', async () => {
  const warn = vi.fn();
  expect((await openUsableCache(join(folder, 'cache'), 1, join(folder, 'own'), warn)).folder).toBe(
    join(folder, 'cache'),
  );
  expect(warn).not.toHaveBeenCalled();
});

/** Nobody makes folders there, not even root. */
test.runIf(process.platform === 'linux')('one that cannot be written is passed by, with a warning', async () => {
  const warn = vi.fn();
  const cache = await openUsableCache('/sys/stillframe', 1, join(folder, 'own'), warn);
  expect(cache.folder).toBe(join(folder, 'own'));
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/\/sys\/stillframe .*passed by/));
});
