/** The client against the double over real sockets: kinds of pages, retries, politeness, hosts, proxies, certificates. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createHostPolicy, MICROSOFT_SUFFIXES } from '../../../src/download/host-policy.ts';
import { createHttpClient } from '../../../src/download/http-client.ts';
import { type CatalogClient, createCatalogClient } from '../../../src/updates/catalog-client.ts';
import { loadReleaseInfo } from '../../../src/updates/load-release-info.ts';
import type { Fault } from '../../fakes/catalog/faults.ts';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';

const signal = new AbortController().signal;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function connect(...faults: Fault[]): Promise<{ client: CatalogClient; catalog: CatalogDouble; said: string[] }> {
  const catalog = await startCatalog({ faults });
  const http = createHttpClient({
    env: {},
    policy: createHostPolicy({ suffixes: MICROSOFT_SUFFIXES, mirrors: [catalog.url] }),
  });
  open.push(
    () => http.close(),
    () => catalog.close(),
  );
  const said: string[] = [];
  const retries = { attempts: 3, baseMs: 2, maxMs: 50 };
  const client = createCatalogClient({
    http,
    url: catalog.url,
    signal,
    retries,
    onRetry: (message) => said.push(message),
  });
  return { client, catalog, said };
}

test('a search gathers all pages', async () => {
  const { client, catalog } = await connect();
  const rows = await client.search('Windows Server 2019');
  expect(rows).toHaveLength(catalog.data.search('Windows Server 2019').length);
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.map((row) => row.date)).toEqual(rows.map((row) => row.date).toSorted((a, b) => (a < b ? 1 : -1)));
  expect(client.requests).toBe(Math.ceil(rows.length / 25));
});

test('a search that has enough asks for no more', async () => {
  const { client } = await connect();
  expect(await client.search('Windows Server 2019', () => true)).toHaveLength(25);
  expect(client.requests).toBe(1);
});

test('the same question is asked once', async () => {
  const { client, catalog } = await connect();
  const [first, second] = await Promise.all([client.search('KB5005112'), client.search('KB5005112')]);
  expect(second).toEqual(first);
  expect(catalog.requests).toHaveLength(1);
});

test('nothing is nothing only when the catalog says so', async () => {
  const { client } = await connect();
  expect(await client.search('KB9999999')).toEqual([]);
});

test.each([
  { kind: 'shell' },
  { kind: 'error-page', number: '8DDD0010' },
  { kind: 'thanks' },
  { kind: 'status', status: 503 },
  { kind: 'cut', at: 0.5 },
] as const)('what passes is tried again: $kind', async (fault) => {
  const { client, said } = await connect({ ...fault, match: /Search/, times: 2 });
  expect(await client.search('KB5005112')).toHaveLength(2);
  expect(said).toHaveLength(2);
});

test.each([
  [{ kind: 'shell' }, 'catalog-unavailable', 'throttled'],
  [{ kind: 'error-page', number: '8DDD0010' }, 'catalog-unavailable', '8DDD0010'],
  [{ kind: 'status', status: 503 }, 'catalog-unavailable', '503'],
  [{ kind: 'status', status: 403 }, 'catalog-unavailable', '403'],
  [{ kind: 'html', html: '<html>All new!</html>' }, 'catalog-changed', '#tableContainer'],
  [{ kind: 'redirect', to: 'https://evil.example/' }, 'download-failed', 'evil.example'],
] as const)('what stays is one clear error: %j', async (fault, code, text) => {
  const { client } = await connect({ ...fault, match: /Search/ });
  await expect(client.search('KB5005112')).rejects.toMatchObject({ code, message: expect.stringContaining(text) });
});

test('files of several updates come with one request', async () => {
  const { client, catalog } = await connect();
  const ids = catalog.data.search('KB50988').map((entry) => entry.updateId);
  const files = await client.files(ids);
  expect([...files.keys()].sort()).toEqual([...ids].sort());
  expect(client.requests).toBe(1);
});

test('files of a withdrawn update are not found', async () => {
  const { client } = await connect();
  await expect(client.files(['00000000-0000-4000-a000-000000000000'])).rejects.toMatchObject({
    code: 'update-not-found',
  });
});

test('a flaky details page is never a reason to fail', async () => {
  const { client, catalog } = await connect({ kind: 'error-page', number: '8DDD0010', match: /ScopedView/ });
  const [entry] = catalog.data.search('KB5003711');
  expect(await client.details(entry?.updateId ?? '')).toBeUndefined();
  catalog.faults.clear();
  const { client: again, catalog: healthy } = await connect();
  const [same] = healthy.data.search('KB5003711');
  expect((await again.details(same?.updateId ?? ''))?.supersededBy).toHaveLength(1);
});

test('release information that cannot be had is a finding, not a failure', async () => {
  const catalog = await startCatalog({ faults: [{ kind: 'status', status: 403, match: /release-info/ }] });
  const http = createHttpClient({ env: {}, policy: createHostPolicy({ mirrors: [catalog.url] }) });
  open.push(
    () => http.close(),
    () => catalog.close(),
  );
  const info = await loadReleaseInfo(http, catalog.releaseInfoUrl, signal, () => {});
  expect(info.entries).toBeUndefined();
  expect(info.findings.map((finding) => finding.code)).toEqual(['release-info-unavailable']);
});

test('a proxy of the environment is used, but not for this machine itself', async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(407).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => proxy.close(() => resolve())));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const env = { HTTPS_PROXY: address, HTTP_PROXY: address };
  const catalog = await startCatalog();
  const http = createHttpClient({
    env,
    policy: createHostPolicy({ suffixes: MICROSOFT_SUFFIXES, mirrors: [catalog.url] }),
  });
  open.push(
    () => http.close(),
    () => catalog.close(),
  );
  await createCatalogClient({ http, url: catalog.url, signal }).search('KB5005112');
  expect(asked).toEqual([]);
  const init = { what: 'x', code: 'catalog-unavailable' } as const;
  await expect(http.send('https://www.catalog.update.microsoft.com/', init, signal)).rejects.toThrow();
  expect(asked).toEqual(['CONNECT www.catalog.update.microsoft.com:443']);
});

test.each([
  ['https://catalog.s.download.windowsupdate.com/x', true],
  ['https://windowsupdate.com/x', true],
  ['http://catalog.s.download.windowsupdate.com/x', false],
  ['https://evilwindowsupdate.com/x', false],
  ['https://x.microsoft.com@evil.example/x', false],
  ['https://evil.example/x.microsoft.com', false],
  ['https://mirror.example/x', true],
  ['https://mirror.example:8443/x', false],
  ['http://mirror.example/x', false],
  ['http://127.0.0.1/x', false],
  ['ftp://x.microsoft.com/x', false],
])('the host policy on %s', (url, allowed) => {
  const policy = createHostPolicy({ suffixes: MICROSOFT_SUFFIXES, mirrors: ['https://mirror.example/catalog/'] });
  if (allowed) expect(policy.check(url, 'x').href).toBe(url);
  else expect(() => policy.check(url, 'x')).toThrow(expect.objectContaining({ code: 'download-failed' }));
});
