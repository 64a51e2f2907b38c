import { chmod, link, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlaceWays, placeFile } from '../../../src/reuse/place-file.ts';

const MIB = 2 ** 20;
const SIGNAL = new AbortController().signal;
const refuse = async (): Promise<void> => {
  throw Object.assign(new Error('not here'), { code: 'ENOTSUP' });
};
const NEITHER: PlaceWays = { clone: refuse, link: refuse };

let folder = '';
let from = '';
let to = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-place-'));
  from = join(folder, 'from');
  to = join(folder, 'to');
  await writeFile(from, 'content');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('needs no second copy of the bytes on this file system', async () => {
  expect(['clone', 'link']).toContain(await placeFile(from, to, SIGNAL));
  expect(await readFile(to, 'utf8')).toBe('content');
});

it('clones where it can, and does nothing else', async () => {
  const clone = (_from: string, target: string) => writeFile(target, 'cloned');
  expect(await placeFile(from, to, SIGNAL, { clone, link: refuse })).toBe('clone');
  expect(await readFile(to, 'utf8')).toBe('cloned');
});

it('links where it cannot clone', async () => {
  expect(await placeFile(from, to, SIGNAL, { clone: refuse, link })).toBe('link');
  expect((await stat(to)).ino).toBe((await stat(from)).ino);
});

describe('a copy, where the file system can do neither', () => {
  it('has the bytes, the size, the mode, and the holes', async () => {
    const file = await open(from, 'w');
    await file.write(Buffer.from('begin'), 0, 5, 0);
    await file.write(Buffer.from('middle'), 0, 6, 9 * MIB + 10);
    await file.close();
    await truncate(from, 32 * MIB + 5);
    await chmod(from, 0o640);
    expect(await placeFile(from, to, SIGNAL, NEITHER)).toBe('copy');
    expect((await readFile(to)).equals(await readFile(from))).toBe(true);
    const { size, mode, blocks, ino } = await stat(to);
    expect(size).toBe(32 * MIB + 5);
    expect(ino).not.toBe((await stat(from)).ino);
    if (process.platform === 'win32') return;
    expect(mode & 0o777).toBe(0o640);
    expect(blocks * 512).toBeLessThan(4 * MIB);
  });

  it('ends when the run is cancelled, and leaves nothing', async () => {
    const reason = new Error('cancelled');
    await expect(placeFile(from, to, AbortSignal.abort(reason), NEITHER)).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual(['from']);
  });

  it('is of something that is there', async () => {
    await expect(placeFile(join(folder, 'none'), to, SIGNAL, NEITHER)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
