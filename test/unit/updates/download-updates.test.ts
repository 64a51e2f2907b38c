import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DownloadOptions } from '../../../src/download/download-file.ts';
import { openFileCache } from '../../../src/download/file-cache.ts';
import { downloadUpdates, type FetchedUpdateFile } from '../../../src/updates/download-updates.ts';
import type { ResolvedUpdate } from '../../../src/updates/update.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-updates-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Its files lie on this machine, so that nothing is asked of the network. */
async function update(kb: string, names: readonly string[]): Promise<ResolvedUpdate> {
  const files = names.map((name) => ({
    name,
    kb,
    kind: 'cumulative' as const,
    url: pathToFileURL(join(folder, `source-${name}`)).href,
    sha256: sha256(name),
  }));
  for (const name of names) await writeFile(join(folder, `source-${name}`), name);
  return { kb, kind: 'cumulative', title: kb, updateId: `id-of-${names[0]}`, reason: '', files };
}

async function download(...updates: ResolvedUpdate[]): Promise<FetchedUpdateFile[]> {
  const http: DownloadOptions['http'] = { send: () => Promise.reject(new Error('no network')), close: async () => {} };
  const cache = await openFileCache(join(folder, 'cache'), 1000);
  const options = { http, signal: new AbortController().signal };
  return downloadUpdates(updates, join(folder, 'updates'), cache, options);
}

it('puts each file into the folder of its update, named after the number or else after its id', async () => {
  const first = await update('KB5122871', ['a.msu', 'b.msu']);
  const second = await update('', ['c.msu']);
  const fetched = await download(first, second);
  const at = (...parts: string[]): string => join(folder, 'updates', ...parts);
  expect(fetched.map((entry) => [entry.update, entry.file, entry.fetched.path])).toEqual([
    [first, first.files[0], at('KB5122871', 'a.msu')],
    [first, first.files[1], at('KB5122871', 'b.msu')],
    [second, second.files[0], at('id-of-c.msu', 'c.msu')],
  ]);
  expect(await readFile(at('KB5122871', 'b.msu'), 'utf8')).toBe('b.msu');
});

it('leaves alone what is no package and what is one of its own', async () => {
  const own = await update('KB5122871', ['a.msu', 'b.msu']);
  await mkdir(join(folder, 'updates', 'KB5122871'), { recursive: true });
  for (const name of ['a.msu', 'b.msu', 'notes.txt', 'a.msu.txt']) {
    await writeFile(join(folder, 'updates', 'KB5122871', name), name);
  }
  expect((await download(own)).map(({ fetched }) => fetched.from)).toEqual(['in place', 'in place']);
});

it.each(['foreign.msu', 'FOREIGN.MSU'])('refuses %s beside a target before anything is fetched', async (name) => {
  const [first, second] = [await update('KB5000001', ['a.msu']), await update('KB5122871', ['b.msu'])];
  const there = join(folder, 'updates', 'KB5122871');
  await mkdir(there, { recursive: true });
  await writeFile(join(there, name), '');
  await expect(download(first, second)).rejects.toMatchObject({
    code: 'file-exists',
    message: `${join(there, name)} is no file of KB5122871, and DISM would take it from that folder`,
    hint: expect.stringContaining('Remove it'),
  });
  await expect(readFile(join(folder, 'updates', 'KB5000001', 'a.msu'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('says what is wrong with a folder that cannot be read', async () => {
  await mkdir(join(folder, 'updates'));
  await writeFile(join(folder, 'updates', 'KB5122871'), '');
  await expect(download(await update('KB5122871', ['a.msu']))).rejects.toMatchObject({ code: 'ENOTDIR' });
});
