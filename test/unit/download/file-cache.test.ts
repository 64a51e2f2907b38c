import { access, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FileCache, openFileCache, openUsableCache } from '../../../src/download/file-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a cache that is opened', () => {
  test('leaves nothing of its trial behind', async () => {
    const cache = await openFileCache(join(folder, 'cache'), 1);
    expect(cache.folder).toBe(join(folder, 'cache'));
    expect((await readdir(cache.folder)).sort()).toEqual(['by-sha1', 'files', 'partial']);
    expect(await readdir(join(cache.folder, 'partial'))).toEqual([]);
  });

  test('at a path that is a file is the error of whoever named it', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    await expect(openUsableCache(path, 1, join(folder, 'own'), () => {})).rejects.toMatchObject({
      code: 'path-invalid',
      message: expect.stringMatching(/^The download cache \(STILLFRAME_CACHE\) .*file/),
    });
    await expect(access(join(folder, 'own'))).rejects.toThrow();
  });

  test('and can be written is used', async () => {
    const warn = vi.fn();
    expect((await openUsableCache(join(folder, 'cache'), 1, join(folder, 'own'), warn)).folder).toBe(
      join(folder, 'cache'),
    );
    expect(warn).not.toHaveBeenCalled();
  });

  /** Nobody makes folders there, not even root. */
  test.runIf(process.platform === 'linux')('and cannot be written is passed by, with a warning', async () => {
    const warn = vi.fn();
    const cache = await openUsableCache('/sys/stillframe', 1, join(folder, 'own'), warn);
    expect(cache.folder).toBe(join(folder, 'own'));
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/\/sys\/stillframe .*passed by/));
  });
});

describe('the files', () => {
  const A = { sha1: 'a'.repeat(40), sha256: 'a'.repeat(64) };
  let cache: FileCache;
  beforeEach(async () => {
    cache = await openFileCache(join(folder, 'cache'), 250);
  });
  async function add(letter: string, size = 100, used = 1): Promise<void> {
    const path = join(folder, letter);
    await writeFile(path, Buffer.alloc(size, letter));
    const added = await cache.add(path, letter.repeat(40), letter.repeat(64));
    await utimes(added.path, used, used);
  }
  const kept = async (): Promise<string> =>
    (await readdir(join(cache.folder, 'files')))
      .map((name) => name.slice(0, 1))
      .sort()
      .join('');

  test('are moved in and found by either hash', async () => {
    await writeFile(join(folder, 'a'), 'text');
    const path = join(cache.folder, 'files', A.sha256);
    expect(await cache.add(join(folder, 'a'), A.sha1, A.sha256)).toEqual({ path, sha256: A.sha256, size: 4 });
    expect(await readdir(folder)).toEqual(['cache']);
    expect(await readFile(join(cache.folder, 'by-sha1', A.sha1), 'utf8')).toBe(A.sha256);
    expect(await readdir(join(cache.folder, 'by-sha1'))).toEqual([A.sha1]);
    const found = { path, sha256: A.sha256, size: 4 };
    expect(await cache.find({ sha1: A.sha1 })).toEqual(found);
    expect(await cache.find({ sha256: A.sha256 })).toEqual(found);
    expect(await cache.find(A)).toEqual(found);
    // The better hash decides.
    expect(await cache.find({ sha1: A.sha1, sha256: 'b'.repeat(64) })).toBeUndefined();
  });

  test('that are not there are not found', async () => {
    expect(await cache.find({})).toBeUndefined();
    expect(await cache.find(A)).toBeUndefined();
    expect(await cache.find({ sha1: A.sha1 })).toBeUndefined();
    await add('a');
    await cache.drop(A.sha256);
    expect(await cache.find({ sha1: A.sha1 })).toBeUndefined();
    await cache.drop(A.sha256);
  });

  test('are not looked for by what is no hash', async () => {
    for (const text of ['../../x', 'A'.repeat(64), `${A.sha256}0`, `0${A.sha256}`, A.sha256.slice(1)]) {
      await writeFile(join(cache.folder, 'by-sha1', A.sha1), text);
      expect(await cache.find({ sha1: A.sha1 })).toBeUndefined();
      expect(await cache.find({ sha256: text })).toBeUndefined();
    }
    await add('a');
    await writeFile(join(cache.folder, 'by-sha1', A.sha1), `${A.sha256}\n`);
    expect(await cache.find({ sha1: A.sha1 })).toMatchObject({ sha256: A.sha256 });
  });

  test('are marked as used when they are found', async () => {
    await add('a');
    const found = await cache.find(A);
    expect((await stat(found?.path ?? '')).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });

  test('stay while they are within the bound', async () => {
    await add('a', 100, 1);
    await add('b', 150, 2);
    await cache.trim();
    expect(await kept()).toBe('ab');
  });

  test('go above the bound, the least recently used first, and no more than must', async () => {
    await add('b', 100, 3);
    await add('a', 100, 2);
    await add('c', 100, 1);
    await cache.trim();
    expect(await kept()).toBe('ab');
  });

  test('that are wanted stay, whatever the bound', async () => {
    await add('a', 200, 1);
    await add('b', 200, 2);
    await cache.trim(new Set([A.sha256]));
    expect(await kept()).toBe('a');
    await add('b', 200, 2);
    await cache.trim(new Set([A.sha256, 'b'.repeat(64)]));
    expect(await kept()).toBe('ab');
  });
});

describe('an unfinished download', () => {
  let cache: FileCache;
  let place: string;
  beforeEach(async () => {
    cache = await openFileCache(join(folder, 'cache'), 1);
    place = join(cache.folder, 'partial');
  });
  const leave = async (name: string): Promise<void> => writeFile(join(place, name), name);
  /** No process has this number. */
  const ENDED = 2 ** 22 + 1;

  test('is a name of its own for this process', async () => {
    const { path } = await cache.claimPartial('key');
    expect(path.startsWith(join(place, `key.${hostname()}.${process.pid}.`))).toBe(true);
    expect((await cache.claimPartial('key')).path).not.toBe(path);
    expect(await readdir(place)).toEqual([]);
  });

  test('of a process that has ended is taken over, once', async () => {
    const name = `key.${hostname()}.${ENDED}.0123abcd`;
    await leave(name);
    const one = await cache.claimPartial('key');
    expect(await readFile(one.path, 'utf8')).toBe(name);
    const two = await cache.claimPartial('key');
    await expect(stat(two.path)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(place)).toHaveLength(1);
  });

  test('of this process is taken over when it was given back, and not before', async () => {
    const one = await cache.claimPartial('key');
    await writeFile(one.path, 'half');
    const two = await cache.claimPartial('key');
    await expect(stat(two.path)).rejects.toMatchObject({ code: 'ENOENT' });
    one.release();
    const three = await cache.claimPartial('key');
    expect(await readFile(three.path, 'utf8')).toBe('half');
  });

  test.each([
    ['another file', `other.${hostname()}.${ENDED}.0123abcd`],
    ['a file whose name begins alike', `keys.${hostname()}.${ENDED}.0123abcd`],
    ['another machine', `key.elsewhere.${ENDED}.0123abcd`],
    ['a machine whose name ends alike', `key.x${hostname()}.${ENDED}.0123abcd`],
    ['a process that lives', `key.${hostname()}.${process.ppid}.0123abcd`],
    ['nobody known', `key.${hostname()}.x.0123abcd`],
    ['somebody else', `key.${hostname()}.${ENDED}.0123abcde`],
  ])('of %s is left alone', async (_, name) => {
    await leave(name);
    const { path } = await cache.claimPartial('key');
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(place)).toEqual([name]);
  });

  test('is forgotten after a week', async () => {
    const now = Date.now() / 1000;
    const week = 7 * 24 * 3600;
    await leave('old');
    await utimes(join(place, 'old'), now, now - week - 60);
    await leave('young');
    await utimes(join(place, 'young'), now, now - week + 60);
    await cache.trim();
    expect(await readdir(place)).toEqual(['young']);
  });
});
