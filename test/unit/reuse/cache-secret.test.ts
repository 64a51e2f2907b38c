import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cacheSecret } from '../../../src/reuse/cache-secret.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-secret-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is 32 bytes at random, kept for this account alone', async () => {
  const secret = await cacheSecret(folder);
  expect(secret).toHaveLength(32);
  expect(await readdir(folder)).toEqual(['secret']);
  expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(secret.toString('hex'));
  if (process.platform !== 'win32') expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  await rm(join(folder, 'secret'));
  expect(await cacheSecret(folder)).not.toEqual(secret);
});

it('stays the same', async () => {
  const secret = await cacheSecret(folder);
  expect(await cacheSecret(folder)).toEqual(secret);
});

it.each(['', 'ab'.repeat(31), `${'ab'.repeat(32)}0`, 'xy'.repeat(32)])(
  'is made anew where it is damaged: "%s"',
  async (text) => {
    await writeFile(join(folder, 'secret'), text);
    const secret = await cacheSecret(folder);
    expect(secret).toHaveLength(32);
    expect(secret.toString('hex')).not.toBe(text.slice(0, 64));
    expect(await cacheSecret(folder)).toEqual(secret);
  },
);

it('is one, of many that come first at once', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => cacheSecret(folder)));
  const kept = await readFile(join(folder, 'secret'), 'utf8');
  expect(new Set(secrets.map((secret) => secret.toString('hex')))).toEqual(new Set([kept.trim()]));
  expect(await readdir(folder)).toEqual(['secret']);
});
