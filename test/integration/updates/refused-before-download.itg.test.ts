/** What can be known before a download is told before it; what a package is, before it is handed on. */

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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

test('a place where no lock can be written is told before anything is downloaded', async () => {
  const before = downloads();
  const missing = await runFetchUpdates(catalog, folder, { ...SERVER_19, 'lock-file': join(folder, 'none', 'a.json') });
  expect(missing.exitCode).toBe(1);
  expect(missing.log).toMatch(/Input lock-file: .*its folder does not exist/);
  await mkdir(join(folder, 'locks'));
  const isFolder = await runFetchUpdates(catalog, folder, { ...SERVER_19, 'lock-file': join(folder, 'locks') });
  expect(isFolder.exitCode).toBe(1);
  expect(isFolder.log).toContain('is a folder');
  expect(downloads()).toBe(before);
});

test('a lock that a merge broke is refused, and made anew where that is asked for', async () => {
  const lock = join(folder, 'ws.lock.json');
  const inputs = { ...SERVER_19, 'lock-file': lock };
  await runFetchUpdates(catalog, folder, inputs);
  const good = await readFile(lock, 'utf8');
  await writeFile(lock, good.replaceAll('"kind": "cumulative"', '"kind": "dotnet"'));
  const broken = await runFetchUpdates(catalog, folder, inputs);
  expect(broken.exitCode).toBe(1);
  expect(broken.log).toContain('[lock-invalid]');
  expect(broken.log).toContain('an update of the kind cumulative was asked for and is not there');
  const anew = await runFetchUpdates(catalog, folder, { ...inputs, 'update-lock': 'true' });
  expect(anew.exitCode, anew.log).toBe(0);
  expect(await readFile(lock, 'utf8')).toBe(good);
});

test('a cache that is a file is an error, one that cannot be written is passed by', async () => {
  const path = join(folder, 'file');
  await writeFile(path, '');
  const isFile = await runFetchUpdates(catalog, folder, SERVER_19, { STILLFRAME_CACHE: path });
  expect(isFile.exitCode).toBe(1);
  expect(isFile.log).toContain('[path-invalid]');
  expect(isFile.log).toContain('STILLFRAME_CACHE');
  const denied = await runFetchUpdates(catalog, folder, SERVER_19, { STILLFRAME_CACHE: '/sys/stillframe' });
  expect(denied.exitCode, denied.log).toBe(0);
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

test('a package that is a plain cabinet is taken as it is with extract', async () => {
  const mum =
    '<assembly xmlns="urn:schemas-microsoft-com:asm.v3"><assemblyIdentity name="Package_for_KB5005112" version="17763.2090.1.1"/></assembly>';
  const time = new Date('2021-08-10T18:00:00Z');
  const cabinet = writeCabinet([{ name: 'update.mum', data: Buffer.from(mum) }], { compression: 'none', time });
  const list = await listOf('windows10.0-kb5005112-x64.cab', cabinet, '    kind: servicing-stack\n');
  const ended = await runFetchUpdates(catalog, folder, { ...SERVER_19, 'packages-file': list, extract: 'true' });
  expect(ended.exitCode, ended.log).toBe(0);
  expect(names(ended)).toEqual(['KB5005112 servicing-stack add-package']);
  expect(await readFile(ended.packages[0]?.path ?? '')).toEqual(cabinet);
});

test.each([
  ['windows-server-2019', '26100.33438', 'is a WIM container, which Windows Server 2019 cannot open'],
  ['windows-server-2025', '27500.1', 'is for Windows build 27500, not 26100'],
])('%s does not take a WIM of build %s', async (product, build, words) => {
  const stack = `${build.slice(0, 5)}.1`;
  const { name, bytes } = buildUpdatePackage({ kb: 'KB5122871', kind: 'cumulative', build, stack, container: 'wim' });
  const list = await listOf(name, bytes);
  const ended = await runFetchUpdates(catalog, folder, { product, 'packages-file': list });
  expect(ended.exitCode).toBe(1);
  expect(ended.log).toContain('[package-invalid]');
  expect(ended.log).toContain(words);
});

test('a proxy named as host:port that wants a password is named at once', async () => {
  let asked = 0;
  const proxy: Server = createServer().on('connect', (_, socket) => {
    asked += 1;
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const ended = await runFetchUpdates(
    { url: 'https://catalog.example.com/', releaseInfoUrl: 'none' },
    folder,
    SERVER_19,
    { HTTPS_PROXY: address, https_proxy: '', NO_PROXY: '', no_proxy: '' },
  );
  proxy.close();
  expect(ended.exitCode).toBe(1);
  expect(ended.log).toContain('asks for a user name and password (status 407)');
  expect(asked).toBe(1);
  expect(await readdir(folder)).not.toContain('updates');
});
