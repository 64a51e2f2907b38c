/** What can be known before a download is told before it; what a package is, before it is handed on. */

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { writeCabinet } from '../../media/updates/cabinet.ts';
import { buildUpdatePackage } from '../../media/updates/update-package.ts';
import { names, runFetchUpdates } from './run-fetch-updates.ts';

let catalog: CatalogDouble;
let folder: string;
beforeAll(async () => {
  catalog = await startCatalog();
});
afterAll(() => catalog.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-updates-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SERVER_19 = { product: 'windows-server-2019', 'media-build': '17763.6000' };
const downloads = (): number =>
  catalog.requests.filter((request) => request.includes('msdownload') || request.includes('/d/')).length;

test('E.27 a place where no lock can be written is told before anything is downloaded', async () => {
  const before = downloads();
  const missing = await runFetchUpdates(catalog, folder, { ...SERVER_19, 'lock-file': join(folder, 'none', 'a.json') });
  expect(downloads() - before, missing.error).toBe(0);
  expect(missing.error).toMatch(/Input lock-file: .*its folder does not exist/);
  await mkdir(join(folder, 'locks'));
  const isFolder = await runFetchUpdates(catalog, folder, { ...SERVER_19, 'lock-file': join(folder, 'locks') });
  expect(isFolder.error).toContain('is a folder');
  expect(downloads()).toBe(before);
});

describe('a lock that a merge broke', () => {
  const SERVER_25 = { product: 'windows-server-2025', 'media-build': '26100.1742' };
  let lock: string;
  let good: Lock;
  beforeEach(async () => {
    lock = join(folder, 'ws.lock.json');
    await runFetchUpdates(catalog, folder, { ...SERVER_25, 'lock-file': lock });
    good = JSON.parse(await readFile(lock, 'utf8')) as Lock;
  });

  interface Lock {
    readonly build: string;
    readonly updates: readonly {
      readonly kb: string;
      readonly files: readonly { readonly kb: string; readonly kind: string }[];
    }[];
  }
  type Files = Lock['updates'][number]['files'];

  function withFiles(change: (files: Files) => Files): Lock {
    return { ...good, updates: good.updates.map((update) => ({ ...update, files: change(update.files) })) };
  }

  test.each<[string, () => Lock, RegExp]>([
    ['no update at all', () => ({ ...good, updates: [] }), /updates/],
    [
      'a checkpoint without its target',
      () => withFiles((files) => files.filter(({ kind }) => kind === 'checkpoint')),
      /KB5098819 has no file of its own kind, cumulative/,
    ],
    [
      'the kinds of its files swapped',
      () =>
        withFiles((files) =>
          files
            .filter(({ kb }) => kb !== 'KB5091299')
            .map((file) => ({ ...file, kind: file.kind === 'checkpoint' ? 'cumulative' : 'checkpoint' })),
        ),
      /the file of KB5098819, windows11\.0-kb5043080.*, is one of KB5043080/,
    ],
    [
      'the number of another update',
      () => ({ ...good, updates: good.updates.map((update) => ({ ...update, kb: 'KB5096939' })) }),
      /the file of KB5096939, .*, is one of KB5098819/,
    ],
    [
      'the title of another update',
      () => ({ ...good, updates: good.updates.map((update) => ({ ...update, title: 'Update (KB5096939)' })) }),
      /the title of KB5098819 is that of KB5096939/,
    ],
    ['the build of another month', () => ({ ...good, build: '26100.33645' }), /its build is 26100\.33645/],
  ])('E.27 is refused: %s', async (_, change, message) => {
    await writeFile(lock, JSON.stringify(change(), undefined, 2));
    const before = downloads();
    const directory = join(folder, 'again');
    const broken = await runFetchUpdates(catalog, folder, { ...SERVER_25, 'lock-file': lock, directory });
    expect(broken.error).toMatch(/^\[lock-invalid\]/);
    expect(broken.error).toMatch(message);
    expect(downloads()).toBe(before);
  });

  test('is made anew where that is asked for', async () => {
    const text = await readFile(lock, 'utf8');
    await writeFile(lock, JSON.stringify({ ...good, updates: [] }));
    const anew = await runFetchUpdates(catalog, folder, { ...SERVER_25, 'lock-file': lock, 'update-lock': 'true' });
    expect(anew.error).toBe('none');
    expect(await readFile(lock, 'utf8')).toBe(text);
  });
});

test('a cache that is a file is an error', async () => {
  const path = join(folder, 'file');
  await writeFile(path, '');
  const isFile = await runFetchUpdates(catalog, folder, SERVER_19, { STILLFRAME_CACHE: path });
  expect(isFile.error).toContain('[path-invalid]');
  expect(isFile.error).toContain('STILLFRAME_CACHE');
});

test('E.28 a cache that cannot be written is passed by', async () => {
  const denied = await runFetchUpdates(catalog, folder, SERVER_19, { STILLFRAME_CACHE: '/sys/stillframe' });
  expect(denied.error).toBe('none');
  expect(denied.log).toContain('passed by');
  expect(names(denied)).toEqual(['KB5098818 cumulative add-package']);
});

async function listOf(name: string, bytes: Buffer, more = ''): Promise<string> {
  await writeFile(join(folder, name), bytes);
  const list = join(folder, 'packages.yml');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeFile(list, `packages:\n  - path: ${name}\n    sha256: ${sha256}\n${more}`);
  return list;
}

test('E.28 a package that is a plain cabinet is taken as it is with extract', async () => {
  const mum =
    '<assembly xmlns="urn:schemas-microsoft-com:asm.v3"><assemblyIdentity name="Package_for_KB5005112" version="17763.2090.1.1"/></assembly>';
  const time = new Date('2021-08-10T18:00:00Z');
  const cabinet = writeCabinet([{ name: 'update.mum', data: Buffer.from(mum) }], { compression: 'none', time });
  const list = await listOf('windows10.0-kb5005112-x64.cab', cabinet, '    kind: servicing-stack\n');
  const ended = await runFetchUpdates(catalog, folder, { ...SERVER_19, 'packages-file': list, extract: 'true' });
  expect(ended.error).toBe('none');
  expect(names(ended)).toEqual(['KB5005112 servicing-stack add-package']);
  expect(await readFile(ended.packages[0]?.path ?? '')).toEqual(cabinet);
});

test.each([
  ['windows-server-2019', '26100.33438', 'is a WIM container, which Windows Server 2019 cannot open'],
  ['windows-server-2025', '27500.1', 'is for Windows build 27500, not 26100'],
])('E.28 %s does not take a WIM of build %s', async (product, build, words) => {
  const stack = `${build.slice(0, 5)}.1`;
  const { name, bytes } = buildUpdatePackage({ kb: 'KB5122871', kind: 'cumulative', build, stack, container: 'wim' });
  const list = await listOf(name, bytes);
  const ended = await runFetchUpdates(catalog, folder, { product, 'packages-file': list });
  expect(ended.error).toContain('[package-invalid]');
  expect(ended.error).toContain(words);
});
