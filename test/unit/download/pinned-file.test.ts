import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obtainPinnedFile } from '../../../src/download/pinned-file.ts';

let work: string;
let file: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-pinned-'));
  file = join(work, 'disc.iso');
  await writeFile(file, 'disc');
});
afterAll(() => rm(work, { recursive: true, force: true }));

const sha256 = createHash('sha256').update('disc').digest('hex');
const log = {
  info: () => {},
  warning: () => {},
  debug: () => {},
  group: <T>(_title: string, body: () => Promise<T>) => body(),
};

const obtain = (location: string, hash?: string): Promise<string> =>
  obtainPinnedFile(
    { location, sha256: hash },
    { input: 'tools-iso', env: {}, cache: join(work, 'cache') },
    { log, signal: new AbortController().signal, temp: work },
  );

// Downloads are proven over real sockets in the integration test of extract-drivers.
describe('obtainPinnedFile', () => {
  it('gives a path back once its hash is right, or when none is given', async () => {
    expect(await obtain(file, sha256)).toBe(file);
    expect(await obtain(file)).toBe(file);
  });

  it.each([
    ['a hash that differs', () => obtain(file, 'a'.repeat(64)), 'hash-mismatch'],
    ['a file that is not there', () => obtain(join(work, 'none.iso')), 'file-missing'],
    ['a file that is not there, with a hash', () => obtain(join(work, 'none.iso'), sha256), 'file-missing'],
    ['a folder', () => obtain(work), 'file-missing'],
    ['a URL without a hash', () => obtain('https://example.com/x.iso'), 'input-missing'],
  ])('refuses %s', async (_name, run, code) => {
    await expect(run()).rejects.toMatchObject({ code });
  });
});
