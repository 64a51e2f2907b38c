/** Faults over real sockets: either the verified file stands under its name, or one clear error and nothing. */

import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DownloadOptions } from '../../../src/download/download-file.ts';
import { type FetchedFile, fetchFile } from '../../../src/download/fetch-file.ts';
import { type FileCache, openFileCache } from '../../../src/download/file-cache.ts';
import { createHostPolicy, MICROSOFT_SUFFIXES } from '../../../src/download/host-policy.ts';
import { createHttpClient, type HttpClient } from '../../../src/download/http-client.ts';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import type { UpdatePackage } from '../../media/updates/update-package.ts';

const QUICK = { attempts: 3, baseMs: 2, maxMs: 1500 };
const signal = new AbortController().signal;

let catalog: CatalogDouble;
let file: UpdatePackage;
let folder: string;
let cache: FileCache;
let http: HttpClient;

beforeAll(async () => {
  catalog = await startCatalog();
  const entry = catalog.data.search('KB5098818 "Windows Server 2019"')[0];
  const found = entry && catalog.data.packages(entry)[0];
  if (!found) throw new Error('the double lacks the package');
  file = found;
});
afterAll(() => catalog.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-fetch-'));
  cache = await openFileCache(join(folder, 'cache'), 2 ** 30);
  http = createHttpClient({
    env: {},
    policy: createHostPolicy({ suffixes: MICROSOFT_SUFFIXES, mirrors: [catalog.url] }),
    stallMs: 400,
  });
});
afterEach(async () => {
  catalog.faults.clear();
  await http.close();
  await rm(folder, { recursive: true, force: true });
});

const target = (): string => join(folder, 'out', file.name);

function fetchIt(
  pins: Partial<{ url: string; sha1: string; sha256: string; size: number }> = {},
  options: Partial<DownloadOptions> = {},
): Promise<FetchedFile> {
  return fetchFile(
    { url: `${catalog.url}d/${file.name}`, name: file.name, sha1: file.sha1, ...pins },
    target(),
    cache,
    { http, signal, retries: QUICK, ...options },
  );
}

async function expectWhole(): Promise<void> {
  expect((await readFile(target())).equals(file.bytes)).toBe(true);
  expect(await readdir(join(folder, 'out'))).toEqual([file.name]);
}

async function somethingArrives(): Promise<void> {
  const partial = join(folder, 'cache', 'partial');
  for (;;) {
    const sizes = (await readdir(partial)).map(async (name) => (await stat(join(partial, name))).size);
    if ((await Promise.all(sizes)).some((size) => size > 0)) return;
    await sleep(5);
  }
}

async function expectNothing(): Promise<void> {
  expect(await readdir(join(folder, 'out'))).toEqual([]);
  expect(await readdir(join(folder, 'cache', 'files'))).toEqual([]);
}

describe('a download', () => {
  test('is verified and comes under its name whole', async () => {
    const fetched = await fetchIt({ size: file.bytes.length, sha256: file.sha256 });
    expect(fetched).toMatchObject({ sha1: file.sha1, sha256: file.sha256, size: file.bytes.length, from: 'network' });
    await expectWhole();
  });

  test('tells how far it is, now and then', async () => {
    catalog.faults.add({ kind: 'slow', bytesPerTick: Math.ceil(file.bytes.length / 20), match: /msdownload|\/d\// });
    const told: string[] = [];
    const tell = { onProgress: (message: string) => told.push(message), progressMs: 60 };
    const request = { url: `${catalog.url}d/${file.name}`, name: file.name, sha1: file.sha1 };
    await fetchFile(request, target(), cache, { http, signal, retries: QUICK, ...tell });
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(20);
    expect(told[0]).toMatch(/^windows10\.0-kb5098818-x64_\w+\.msu: [\d.]+ [KM]?i?B of [\d.]+ [KM]?i?B \(\d+ %\)$/);
  });

  test.each([1, 5, 9])('cut at %i tenths goes on where it broke', async (tenth) => {
    catalog.faults.add({ kind: 'cut', at: tenth / 10, match: /\/d\//, times: 1 });
    const fetched = await fetchIt();
    await expectWhole();
    // What had come was not asked for again.
    expect(fetched.received).toBe(file.bytes.length);
  });

  test('cut every time ends, and the next run goes on behind what came', async () => {
    catalog.faults.add({ kind: 'cut', at: 0.5, match: /\/d\//, times: 1 });
    catalog.faults.add({ kind: 'cut', at: 0, match: /\/d\// });
    await expect(fetchIt()).rejects.toMatchObject({ code: 'download-failed' });
    await expectNothing();
    catalog.faults.clear();
    const fetched = await fetchIt();
    await expectWhole();
    expect(fetched.received).toBeLessThan(file.bytes.length);
  });

  test('that is slow but moving is waited for', async () => {
    catalog.faults.add({ kind: 'slow', bytesPerTick: 2000, match: /\/d\// });
    await fetchIt();
    await expectWhole();
  });

  test('that stalls ends in one clear error', async () => {
    catalog.faults.add({ kind: 'stall', match: /\/d\// });
    await expect(fetchIt({}, { retries: { ...QUICK, attempts: 1 } })).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('127.0.0.1'),
    });
    await expectNothing();
  });

  test('refused with 429 waits as long as it was told, within the bound', async () => {
    catalog.faults.add({ kind: 'status', status: 429, retryAfter: '1', match: /\/d\//, times: 1 });
    const told: string[] = [];
    await fetchIt({}, { retries: { ...QUICK, maxMs: 50 }, onRetry: (message) => told.push(message) });
    expect(told).toEqual([expect.stringContaining('status 429; trying again in 50 ms')]);
    await expectWhole();
  });

  test('refused with 503 is tried again, and not for ever', async () => {
    catalog.faults.add({ kind: 'status', status: 503, match: /\/d\//, times: 2 });
    await fetchIt();
    await expectWhole();
    await rm(folder, { recursive: true });
    cache = await openFileCache(join(folder, 'cache'), 2 ** 30);
    catalog.faults.add({ kind: 'status', status: 503, match: /\/d\// });
    const before = catalog.requests.length;
    await expect(fetchIt()).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('status 503'),
    });
    expect(catalog.requests.length - before).toBe(QUICK.attempts);
    await expectNothing();
  });

  test('refused with 404 is not tried again', async () => {
    catalog.faults.add({ kind: 'status', status: 404, match: /\/d\// });
    const before = catalog.requests.length;
    await expect(fetchIt()).rejects.toMatchObject({ code: 'download-failed' });
    expect(catalog.requests.length - before).toBe(1);
    await expectNothing();
  });

  test.each([7, 100_000])(
    'with %i bytes more promised than come asks for the rest, and the hash decides',
    async (by) => {
      catalog.faults.add({ kind: 'wrong-length', by, match: /\/d\// });
      await fetchIt();
      await expectWhole();
    },
  );

  test('with fewer bytes promised than come fails', async () => {
    catalog.faults.add({ kind: 'wrong-length', by: -9, match: /\/d\// });
    await expect(fetchIt()).rejects.toMatchObject({ name: 'UserError' });
    await expectNothing();
  });

  test('of another length than the lock says is refused before it is read', async () => {
    await expect(fetchIt({ size: file.bytes.length + 1, sha256: file.sha256 })).rejects.toMatchObject({
      code: 'hash-mismatch',
    });
    await expectNothing();
  });

  test('with one byte changed is refused, and both hashes are said', async () => {
    catalog.faults.add({ kind: 'corrupt', match: /\/d\// });
    await expect(fetchIt()).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: expect.stringContaining(file.sha1),
    });
    await expectNothing();
    expect(await readdir(join(folder, 'cache', 'partial'))).toEqual([]);
  });

  test.each([
    ['sha1', { sha1: 'a'.repeat(40), sha256: undefined }],
    ['sha256', { sha256: 'b'.repeat(64) }],
  ])('whose %s is another than the pinned one is refused', async (_, pins) => {
    const { sha256, ...rest } = pins as { sha1?: string; sha256?: string };
    await expect(fetchIt({ ...rest, ...(sha256 !== undefined && { sha256 }) })).rejects.toMatchObject({
      code: 'hash-mismatch',
    });
    await expectNothing();
  });

  test('without any hash is refused before anything is asked', async () => {
    const before = catalog.requests.length;
    const request = { url: `${catalog.url}d/${file.name}`, name: file.name };
    await expect(fetchFile(request, target(), cache, { http, signal })).rejects.toMatchObject({
      code: 'download-failed',
    });
    expect(catalog.requests.length).toBe(before);
  });

  test('redirected within this machine is followed and verified', async () => {
    catalog.faults.add({ kind: 'redirect', to: `/elsewhere/${file.name}`, match: /\/d\//, times: 1 });
    await fetchIt();
    await expectWhole();
  });

  test.each([
    'http://evil.example/x.msu',
    'https://windowsupdate.com.evil.example/x.msu',
    'https://user@catalog.s.download.windowsupdate.com/x.msu',
    'file:///etc/passwd',
  ])('redirected to %s is refused', async (to) => {
    catalog.faults.add({ kind: 'redirect', to, match: /\/d\// });
    await expect(fetchIt()).rejects.toMatchObject({ code: 'download-failed' });
    await expectNothing();
  });

  test('redirected in a circle ends', async () => {
    catalog.faults.add({ kind: 'redirect', to: `/d/${file.name}`, match: /\/d\// });
    await expect(fetchIt()).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('redirects'),
    });
    await expectNothing();
  });

  test('that turns out to be a web page is refused as one', async () => {
    catalog.faults.add({ kind: 'html', html: '<html>Please sign in</html>', match: /\/d\// });
    await expect(fetchIt()).rejects.toMatchObject({ message: expect.stringContaining('web page') });
    await expectNothing();
  });

  test('broken off goes on though the server knows no ranges', async () => {
    catalog.faults.add({ kind: 'cut', at: 0.4, match: /\/d\//, times: 1 });
    catalog.faults.add({ kind: 'no-range', match: /\/d\// });
    await fetchIt();
    await expectWhole();
  });

  test('broken off starts over when the server refuses the range', async () => {
    catalog.faults.add({ kind: 'cut', at: 0.4, match: /\/d\//, times: 1 });
    catalog.faults.add({ kind: 'bad-range', match: /\/d\//, times: 1 });
    await fetchIt();
    await expectWhole();
  });

  test('that is cancelled leaves nothing under its name and can be resumed', async () => {
    catalog.faults.add({ kind: 'slow', bytesPerTick: 100, match: /\/d\// });
    const controller = new AbortController();
    const reason = new Error('cancelled');
    void somethingArrives().then(() => controller.abort(reason));
    const request = { url: `${catalog.url}d/${file.name}`, name: file.name, sha1: file.sha1 };
    await expect(fetchFile(request, target(), cache, { http, signal: controller.signal, retries: QUICK })).rejects.toBe(
      reason,
    );
    await expectNothing();
    catalog.faults.clear();
    const fetched = await fetchIt();
    expect(fetched.received).toBeLessThan(file.bytes.length);
    await expectWhole();
  });
});

describe('the cache', () => {
  test('gives the file when the catalog cannot be reached, by SHA-1 or SHA-256', async () => {
    await fetchIt();
    await rm(target());
    catalog.faults.add({ kind: 'status', status: 503, match: /./ });
    expect(await fetchIt()).toMatchObject({ from: 'cache', received: 0, sha256: file.sha256 });
    await rm(target());
    expect(await fetchIt({ sha256: file.sha256 })).toMatchObject({ from: 'cache' });
    await expectWhole();
  });

  test('leaves the right file alone, and replaces a wrong one', async () => {
    await fetchIt();
    expect(await fetchIt()).toMatchObject({ from: 'in place' });
    await writeFile(target(), 'something else');
    expect(await fetchIt()).toMatchObject({ from: 'cache' });
    await expectWhole();
  });

  test('whose file has rotted fetches it again', async () => {
    await fetchIt();
    await rm(target());
    await writeFile(join(folder, 'cache', 'files', file.sha256), 'rotten');
    expect(await fetchIt()).toMatchObject({ from: 'network' });
    await expectWhole();
  });

  test('takes over what a killed run left, and notices when it is damaged', async () => {
    const left = (pid: number): string =>
      join(folder, 'cache', 'partial', `${file.sha1}.${hostname()}.${pid}.0123abcd`);
    await writeFile(left(2 ** 22 + 1), file.bytes.subarray(0, 10_000)); // above any pid_max in use: that process is no more
    expect((await fetchIt()).received).toBe(file.bytes.length - 10_000);
    await expectWhole();
    await rm(join(folder, 'cache', 'files'), { recursive: true });
    await rm(target());
    cache = await openFileCache(join(folder, 'cache'), 2 ** 30);
    await writeFile(left(2 ** 22 + 1), Buffer.alloc(10_000, 1));
    await fetchIt();
    await expectWhole();
  });

  test('leaves alone what a living process is downloading', async () => {
    const living = join(folder, 'cache', 'partial', `${file.sha1}.${hostname()}.${process.ppid}.0123abcd`);
    await writeFile(living, 'being written');
    await fetchIt();
    expect(await readFile(living, 'utf8')).toBe('being written');
  });

  test('keeps within its bound, the least recently used going first', async () => {
    const small = await openFileCache(join(folder, 'small'), 250);
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      const path = join(folder, name);
      await writeFile(path, Buffer.alloc(100, name));
      const added = await small.add(path, name.repeat(40), name.repeat(64));
      await utimes(added.path, index, index);
    }
    await small.find({ sha256: 'a'.repeat(64) }); // used now
    await small.trim();
    expect((await readdir(join(folder, 'small', 'files'))).sort()).toEqual(['a'.repeat(64), 'c'.repeat(64)]);
    await small.trim(new Set(['c'.repeat(64)]));
    expect(await small.find({ sha1: 'b'.repeat(40) })).toBeUndefined();
  });

  test('forgets unfinished downloads of long ago', async () => {
    const old = join(folder, 'cache', 'partial', 'x.host.1.0123abcd');
    await writeFile(old, '');
    await utimes(old, 1, 1);
    await cache.trim();
    await expect(stat(old)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('serves two downloads of the same file at once', async () => {
    const one = fetchFile(
      { url: `${catalog.url}d/${file.name}`, name: file.name, sha1: file.sha1 },
      join(folder, 'one', file.name),
      cache,
      { http, signal, retries: QUICK },
    );
    const two = fetchIt();
    await Promise.all([one, two]);
    await expectWhole();
  });
});

describe('a file of this machine', () => {
  const local = (): string => join(folder, 'local.msu');
  const url = (): string => pathToFileURL(local()).href;

  test('is copied and verified, and goes into no cache', async () => {
    await writeFile(local(), file.bytes);
    const pins = { url: url(), sha256: file.sha256 };
    expect(await fetchIt(pins)).toEqual({
      path: target(),
      sha1: file.sha1,
      sha256: file.sha256,
      size: file.bytes.length,
      from: 'in place',
      received: 0,
    });
    await expectWhole();
    expect(await readdir(join(folder, 'cache', 'files'))).toEqual([]);
  });

  test('with another hash is refused, and both are said', async () => {
    await writeFile(local(), 'something else');
    await expect(fetchIt({ url: url(), sha256: file.sha256 })).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: expect.stringMatching(
        new RegExp(`^${file.name}: SHA-256 is [0-9a-f]{64}, expected ${file.sha256} \\(from ${local()}\\)$`),
      ),
    });
    await expectNothing();
  });

  test('with the hash and not the length that was pinned is refused', async () => {
    await writeFile(local(), file.bytes);
    const pins = { url: url(), sha256: file.sha256, size: file.bytes.length - 1 };
    await expect(fetchIt(pins)).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: `${file.name}: ${local()} has ${file.bytes.length} bytes, expected ${pins.size}`,
    });
    await expectNothing();
    expect(await fetchIt({ ...pins, size: file.bytes.length })).toMatchObject({ size: file.bytes.length });
  });

  test('that is not there is an error of the list', async () => {
    await expect(fetchIt({ url: url(), sha256: file.sha256 })).rejects.toMatchObject({
      code: 'file-missing',
      message: `The package ${local()} (input packages-file) does not exist`,
    });
  });
});

describe('the target', () => {
  test('loses what a killed run left beside it, and nothing else', async () => {
    await mkdir(join(folder, 'out'));
    const beside = (name: string): Promise<void> => writeFile(join(folder, 'out', name), '');
    await beside(`.${file.name}.123.stillframe-tmp`);
    await beside(`.other.123.stillframe-tmp`);
    await beside(`.${file.name}.123.other`);
    await fetchIt();
    expect((await readdir(join(folder, 'out'))).toSorted()).toEqual(
      [`.${file.name}.123.other`, '.other.123.stillframe-tmp', file.name].toSorted(),
    );
  });

  test('that is a folder is refused', async () => {
    await mkdir(target(), { recursive: true });
    await expect(fetchIt()).rejects.toMatchObject({ code: 'path-invalid' });
  });

  test('that has the right bytes and not the pinned hash is not taken for right', async () => {
    await mkdir(join(folder, 'out'));
    await writeFile(target(), file.bytes);
    expect(await fetchIt({ sha256: file.sha256, size: file.bytes.length })).toMatchObject({ from: 'in place' });
    for (const pins of [{ sha256: 'b'.repeat(64) }, { sha1: 'b'.repeat(40) }, { size: file.bytes.length + 1 }]) {
      await expect(fetchIt(pins)).rejects.toMatchObject({ code: 'hash-mismatch' });
    }
  });
});
