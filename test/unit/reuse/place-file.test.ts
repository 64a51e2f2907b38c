import {
  chmod,
  constants,
  copyFile,
  link,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlaceWays, placeFile } from '../../../src/reuse/place-file.ts';

const MIB = 2 ** 20;
const SIGNAL = new AbortController().signal;
const refuse = async (): Promise<void> => {
  throw Object.assign(new Error('not here'), { code: 'ENOTSUP' });
};
const NEITHER: PlaceWays = { clone: refuse, link: refuse, assertRoom: async () => {} };

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
  const force = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE;
  const clones = await copyFile(from, join(folder, 'clone'), force).then(
    () => true,
    () => false,
  );
  expect(await placeFile(from, to, SIGNAL)).toBe(clones ? 'clone' : 'link');
  expect(await readFile(to, 'utf8')).toBe('content');
});

it('clones where it can, and does nothing else', async () => {
  const clone = (_from: string, target: string) => writeFile(target, 'cloned');
  expect(await placeFile(from, to, SIGNAL, { ...NEITHER, clone })).toBe('clone');
  expect(await readFile(to, 'utf8')).toBe('cloned');
});

it('links where it cannot clone', async () => {
  expect(await placeFile(from, to, SIGNAL, { ...NEITHER, link })).toBe('link');
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
    const aborted = AbortSignal.abort(new Error('cancelled'));
    await expect(placeFile(from, to, aborted, NEITHER)).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(await readdir(folder)).toEqual(['from']);
  });

  it('is not begun where there is no room for what is not a hole', async () => {
    await truncate(from, 500 * MIB);
    const asked: unknown[] = [];
    const full = new Error('full');
    const assertRoom: PlaceWays['assertRoom'] = async (...request) => {
      asked.push(...request);
      throw full;
    };
    await expect(placeFile(from, to, SIGNAL, { ...NEITHER, assertRoom })).rejects.toBe(full);
    expect(asked).toEqual([folder, (await stat(from)).blocks * 512, 'a copy of the file']);
    expect(await readdir(folder)).toEqual(['from']);
  });

  it('asks for no more than the size', async () => {
    let asked = 0;
    const assertRoom: PlaceWays['assertRoom'] = async (_folder, bytes) => {
      asked = bytes;
    };
    await placeFile(from, to, SIGNAL, { ...NEITHER, assertRoom });
    expect(asked).toBe('content'.length);
  });

  it('leaves alone what stands there already', async () => {
    await writeFile(to, 'other');
    await expect(placeFile(from, to, SIGNAL, NEITHER)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(to, 'utf8')).toBe('other');
  });

  it('is of something that is there', async () => {
    await expect(placeFile(join(folder, 'none'), to, SIGNAL, NEITHER)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
