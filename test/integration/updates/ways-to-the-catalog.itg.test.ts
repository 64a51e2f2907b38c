/** Proxies and lines as they are found in companies, between the built action and the catalog. */

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { names, runFetchUpdates } from './run-fetch-updates.ts';

const SERVER_19 = { product: 'windows-server-2019', 'media-build': '17763.6000' };
/** For an address that only the proxy could reach. */
const AFAR = { url: 'https://catalog.example.com/', releaseInfoUrl: 'none' };

let catalog: CatalogDouble;
let folder: string;
beforeAll(async () => {
  catalog = await startCatalog();
});
afterAll(() => catalog.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-ways-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Proxy {
  /** `127.0.0.1:8080` */
  readonly address: string;
  /** `GET http://…` or `CONNECT host:443`. */
  readonly asked: readonly string[];
  close(): void;
}

/** What stands for the double behind the proxy: nobody asks a proxy for this machine's own addresses. */
const MIRROR = 'http://mirror.example.com/';

/** A proxy that gives the double's pages and files as those of the mirror, and answers CONNECT with `status`. */
async function startProxy(status: string): Promise<Proxy> {
  const asked: string[] = [];
  const forward = (from: IncomingMessage, to: ServerResponse): void => {
    const { method, url = '' } = from;
    asked.push(`${method} ${url}`);
    if (!url.startsWith(MIRROR)) return void to.writeHead(400).end();
    const { host: _host, ...headers } = from.headers;
    const onward = request(url.replace(MIRROR, catalog.url), { method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const { 'content-length': _length, ...kept } = answer.headers;
      to.writeHead(answer.statusCode ?? 502, kept);
      const isPage = answer.headers['content-type']?.startsWith('text/html') === true;
      to.end(isPage ? body.toString('utf8').replaceAll(catalog.url, MIRROR) : body);
    });
    onward.once('error', () => to.destroy());
    from.pipe(onward);
  };
  const server: Server = createServer(forward).on('connect', (from, socket) => {
    asked.push(`CONNECT ${from.url}`);
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const NONE = { HTTP_PROXY: '', http_proxy: '', HTTPS_PROXY: '', https_proxy: '', NO_PROXY: '', no_proxy: '' };

/** No proxy of this machine has a say. */
function through(protocol: 'http' | 'https', address: string): Readonly<Record<string, string>> {
  return { ...NONE, [`${protocol}_proxy`]: address, [`${protocol}_proxy`.toUpperCase()]: address };
}

describe('a proxy', () => {
  test('E.28 is taken when it is written as host:port', async () => {
    const proxy = await startProxy('407 Proxy Authentication Required');
    const ended = await runFetchUpdates(AFAR, folder, SERVER_19, through('https', proxy.address));
    proxy.close();
    expect(proxy.asked[0], ended.error).toBe('CONNECT catalog.example.com:443');
  });

  test('E.28 that wants a password is named at once', async () => {
    const proxy = await startProxy('407 Proxy Authentication Required');
    const variables = through('https', `http://${proxy.address}`);
    const ended = await runFetchUpdates(AFAR, folder, SERVER_19, variables);
    proxy.close();
    expect(ended.error).toContain('asks for a user name and password (status 407)');
    expect(proxy.asked).toHaveLength(1);
    expect(await readdir(folder)).not.toContain('updates');
  });

  test('E.28 is asked for an http mirror without CONNECT, which many allow for https alone', async () => {
    const proxy = await startProxy('405 Method Not Allowed');
    const variables = through('http', `http://${proxy.address}`);
    const mirror = { url: MIRROR, releaseInfoUrl: `${MIRROR}windows-server-release-info` };
    const ended = await runFetchUpdates(mirror, folder, SERVER_19, variables);
    proxy.close();
    expect(proxy.asked.filter((line) => line.startsWith('CONNECT'))).toEqual([]);
    expect(ended.error).toBe('none');
    expect(names(ended)).toEqual(['KB5098818 cumulative add-package']);
    expect(proxy.asked.some((line) => line.startsWith(`GET ${MIRROR}d/msdownload`))).toBe(true);
  });
});

test('E.28 a long download tells how far it is', async () => {
  // Some 43 KiB in more than the ten seconds after which something is told.
  catalog.faults.add({ kind: 'slow', bytesPerTick: 75, match: /msdownload/ });
  const ended = await runFetchUpdates(catalog, folder, SERVER_19, NONE);
  catalog.faults.clear();
  expect(ended.error).toBe('none');
  expect(ended.log).toMatch(/kb5098818.*\d+(\.\d+)? KiB of .* KiB/i);
});
