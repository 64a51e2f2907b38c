import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isUrl, type ObtainedFile, obtainPinnedFile } from '../../../src/download/pinned-file.ts';

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

const obtain = (location: string, hash?: string): Promise<ObtainedFile> =>
  obtainPinnedFile(
    { location, sha256: hash },
    { input: 'tools-iso', env: {}, cache: join(work, 'cache') },
    { log, signal: new AbortController().signal, temp: work },
  );

describe('obtainPinnedFile', () => {
  it('gives path and hash once that is the one that was expected, or when none was', async () => {
    expect(await obtain(file, sha256)).toEqual({ path: file, sha256 });
    expect(await obtain(file)).toEqual({ path: file, sha256 });
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

it('says whose hash differs, and what it names', async () => {
  await expect(obtain(file, 'a'.repeat(64))).rejects.toMatchObject({
    message: `disc.iso: SHA-256 is ${sha256}, expected ${'a'.repeat(64)} (from ${file})`,
  });
  await expect(obtain(work)).rejects.toMatchObject({
    message: `The file ${work} (input tools-iso) is a folder where a file is needed`,
  });
  await expect(obtain('https://example.com/x.iso')).rejects.toMatchObject({
    message: 'Input tools-iso is a URL without a hash to verify the download by',
    hint: expect.stringContaining('Add "sha256: …"'),
  });
});

it.each([
  ['https://x/y', true],
  ['HTTP://x/y', true],
  ['file:///x', false],
  ['./https://x', false],
  ['https:/x', false],
])('%s is an address: %s', (location, is) => {
  expect(isUrl(location)).toBe(is);
});

describe('a file by its address', () => {
  let server: Server;
  let base: string;
  let asked: string[];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('disc');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  let own: string;
  let said: string[];
  beforeEach(async () => {
    own = await mkdtemp(join(work, 'run-'));
    said = [];
    asked = [];
  });
  const fetch = async (path: string, hash: string | undefined = sha256, cache = join(own, 'cache')) => {
    const obtained = await obtainPinnedFile(
      { location: base + path, sha256: hash },
      { input: 'iso', env: {}, cache },
      {
        log: { ...log, info: (line) => said.push(line), warning: (line) => said.push(`warning: ${line}`) },
        signal: new AbortController().signal,
        temp: own,
      },
    );
    expect(obtained.sha256).toBe(sha256);
    return obtained.path;
  };

  it('is downloaded once into the folder of the run, under a name that is safe there', async () => {
    const path = await fetch('/media/a%20b%2f..%2fc.iso?sig=x');
    expect(path).toBe(join(own, 'a_b_.._c.iso'));
    expect(await readFile(path, 'utf8')).toBe('disc');
    await rm(path);
    expect(await fetch('/media/a%20b%2f..%2fc.iso?sig=x')).toBe(path);
    expect(asked).toEqual(['/media/a%20b%2f..%2fc.iso?sig=x']);
    expect(said).toEqual([
      'a b/../c.iso: downloaded, SHA-256 verified',
      'a b/../c.iso: out of the cache, SHA-256 verified',
    ]);
  });

  it('with a percent sign that encodes nothing is one like any other', async () => {
    expect(await fetch('/media/100%.iso')).toBe(join(own, '100_.iso'));
  });

  it('without a name gets one', async () => {
    expect(await fetch('/')).toBe(join(own, 'download'));
  });

  it('with another hash is refused', async () => {
    await expect(fetch('/a.iso', 'b'.repeat(64))).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(await readdir(own)).toEqual(['cache']);
  });

  it.runIf(process.platform === 'linux')('needs no cache that can be written', async () => {
    expect(await fetch('/a.iso', sha256, '/sys/stillframe')).toBe(join(own, 'a.iso'));
    expect(said[0]).toMatch(/^warning: .*passed by/);
    expect(await readdir(own)).toEqual(['a.iso', 'download-cache']);
  });
});
