/** Answers, redirects and proxies over real sockets. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHostPolicy } from '../../../src/download/host-policy.ts';
import { createHttpClient, type HttpAnswer, type HttpClient, networkError } from '../../../src/download/http-client.ts';
import { Transient } from '../../../src/download/retry.ts';
import { UserError } from '../../../src/errors.ts';

const signal = new AbortController().signal;
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** @returns its port */
async function serve(answer: Answer, prepare: (server: Server) => void = () => {}): Promise<number> {
  const server = createServer(answer);
  prepare(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => server.closeAllConnections() }, { close: () => server.close() });
  return (server.address() as AddressInfo).port;
}

function client(mirrors: readonly string[], env: Record<string, string> = {}): HttpClient {
  const http = createHttpClient({
    policy: createHostPolicy({ mirrors, suffixes: ['.example.com'] }),
    env,
    stallMs: 20_000,
  });
  open.unshift({ close: () => http.close() });
  return http;
}

async function failure(sent: Promise<HttpAnswer>): Promise<{ transient: boolean; error: UserError }> {
  const error = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Transient) return { transient: true, error: error.cause as UserError };
  expect(error).toBeInstanceOf(UserError);
  return { transient: false, error: error as UserError };
}

const ASK = { what: 'The page', code: 'catalog-unavailable' } as const;

describe('an answer', () => {
  const answering = async (status: number, headers: Record<string, string> = {}): Promise<Promise<HttpAnswer>> => {
    const port = await serve((_, response) => response.writeHead(status, headers).end('body'));
    const url = `http://127.0.0.1:${port}/`;
    return client([url]).send(url, ASK, signal);
  };

  test.each([200, 204, 206, 299, 416])('of status %i is returned', async (status) => {
    const answer = await answering(status, { 'X-Many': 'a' });
    expect(answer).toMatchObject({ status, headers: { 'x-many': 'a' } });
    await answer.body.dump();
  });

  test.each([
    [400, false, 'Try again later'],
    [403, false, 'A proxy or firewall refuses it'],
    [404, false, 'Try again later'],
    [407, false, 'Write them into the variable'],
    [408, true, 'Try again later'],
    [429, true, 'Try again later'],
    [499, false, 'Try again later'],
    [500, true, 'Try again later'],
    [503, true, 'Try again later'],
  ])('of status %i: passing %s', async (status, transient, hint) => {
    const failed = await failure(answering(status).then((sent) => sent));
    expect(failed.transient).toBe(transient);
    expect(failed.error.code).toBe('catalog-unavailable');
    expect(failed.error.message).toContain(String(status));
    expect(failed.error.hint).toContain(hint);
  });

  test.each(['gzip', 'BR', 'deflate, gzip'])('in the encoding %s is refused in words', async (encoding) => {
    const failed = await failure(answering(200, { 'content-encoding': encoding }).then((sent) => sent));
    expect(failed.transient).toBe(false);
    expect(failed.error.message).toMatch(
      new RegExp(
        `^The page: 127.0.0.1:\\d+ sent it compressed \\(${encoding.toLowerCase()}\\), which nobody asked for$`,
      ),
    );
    expect(failed.error.hint).toContain('A proxy in between');
  });

  test('in no encoding may say so', async () => {
    const answer = await answering(200, { 'content-encoding': 'identity' });
    expect(await answer.body.text()).toBe('body');
  });

  test('may say when to come back', async () => {
    const sent = answering(503, { 'retry-after': '7' }).then((answer) => answer);
    await expect(sent).rejects.toMatchObject({ name: 'Transient', retryAfterMs: 7000 });
  });
});

test('a request says who asks, what it takes and no body that it does not have', async () => {
  const asked: [string | undefined, IncomingMessage['headers']][] = [];
  const port = await serve((request, response) => {
    asked.push([request.method, request.headers]);
    response.end();
  });
  const url = `http://127.0.0.1:${port}/`;
  const answer = await client([url]).send(url, { ...ASK, headers: { accept: 'text/x' } }, signal);
  await answer.body.dump();
  const [method, headers] = asked[0] ?? [];
  expect(method).toBe('GET');
  expect(headers).toMatchObject({
    accept: 'text/x',
    'accept-encoding': 'identity',
    'user-agent': expect.stringContaining('Stillframe'),
  });
  expect(headers).not.toHaveProperty('content-length');
});

test('a request that is cancelled throws the reason', async () => {
  const port = await serve(() => {});
  const url = `http://127.0.0.1:${port}/`;
  const controller = new AbortController();
  const reason = new Error('cancelled');
  const sent = client([url]).send(url, ASK, controller.signal);
  controller.abort(reason);
  await expect(sent).rejects.toBe(reason);
});

describe('a connection that fails', () => {
  const url = new URL('https://www.example.com/x');
  const failed = (error: unknown): unknown => networkError(error, url, ASK);
  const coded = (code: string): Error => Object.assign(new Error(`${code}: from TLS`), { code });

  test.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'CERT_SIGNATURE_FAILURE',
    'CERT_CHAIN_TOO_LONG',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('by %s is not tried again', (code) => {
    const error = coded(code);
    expect(failed(error)).toMatchObject({
      name: 'UserError',
      code: 'catalog-unavailable',
      message: `The page: the certificate of www.example.com is not trusted: ${code}: from TLS`,
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      cause: error,
    });
    expect(failed(new Error('outer', { cause: error }))).toMatchObject({ name: 'UserError' });
  });

  test('by anything else may pass', () => {
    const error = coded('ECONNRESET');
    expect(failed(error)).toMatchObject({
      name: 'Transient',
      retryAfterMs: undefined,
      cause: {
        code: 'catalog-unavailable',
        message: 'The page: the connection to www.example.com failed: ECONNRESET: from TLS',
        hint: expect.stringContaining('HTTPS_PROXY'),
        cause: error,
      },
    });
    expect(failed('only text')).toMatchObject({ message: expect.stringContaining('failed: only text') });
  });

  test.each([
    ['Proxy response (407) !== 200 when HTTP Tunneling', 'asks for a user name and password (status 407)'],
    ['Proxy Authentication Required (407)', 'asks for a user name and password (status 407)'],
    ['Proxy response (403) !== 200 when HTTP Tunneling', 'refuses the connection (status 403)'],
  ])('by the words of its proxy, %s, is not tried again', (words, says) => {
    const error = new Error('fetch failed', { cause: new Error(words) });
    expect(failed(error)).toMatchObject({
      name: 'UserError',
      message: `The page: the proxy in front of www.example.com ${says}`,
      cause: error,
    });
  });

  test('by a proxy that fails itself may pass', () => {
    expect(failed(new Error('Proxy response (502) !== 200 when HTTP Tunneling'))).toMatchObject({ name: 'Transient' });
  });
});

describe('a redirect', () => {
  const hops = async (status: number, location: (n: number) => string | undefined): Promise<[string, string[]]> => {
    const asked: string[] = [];
    const port = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        asked.push(`${request.method} ${request.url} ${body}`);
        const to = location(asked.length);
        response.writeHead(to === undefined ? 200 : status, to === undefined ? {} : { location: to }).end();
      });
    });
    return [`http://127.0.0.1:${port}/0`, asked];
  };

  test.each([
    [301, 'GET /1 '],
    [302, 'GET /1 '],
    [303, 'GET /1 '],
    [307, 'POST /1 x=1'],
    [308, 'POST /1 x=1'],
  ])('of status %i is followed as %s', async (status, second) => {
    const [url, asked] = await hops(status, (n) => (n === 1 ? '/1' : undefined));
    const answer = await client([url]).send(url, { ...ASK, method: 'POST', body: 'x=1' }, signal);
    await answer.body.dump();
    expect(asked).toEqual(['POST /0 x=1', second]);
    expect(answer.url.pathname).toBe('/1');
  });

  test('is followed five times, not six', async () => {
    const [url] = await hops(302, (n) => (n <= 5 ? `/${n}` : undefined));
    const answer = await client([url]).send(url, ASK, signal);
    await answer.body.dump();
    expect(answer.url.pathname).toBe('/5');
    const [endless, asked] = await hops(302, (n) => `/${n}`);
    const { error } = await failure(client([endless]).send(endless, ASK, signal));
    expect(error.message).toContain('redirects more than 5 times');
    expect(asked).toHaveLength(6);
  });

  test('to a host that is not allowed is refused', async () => {
    const [url] = await hops(302, () => 'https://elsewhere.invalid/x');
    const { error } = await failure(client([url]).send(url, ASK, signal));
    expect(error.message).toContain('https://elsewhere.invalid, which is refused');
  });
});

describe('a proxy', () => {
  const MIRROR = 'http://mirror.example.com/';

  test('named as host:port gets http whole, without CONNECT', async () => {
    const asked: string[] = [];
    const port = await serve(
      (request, response) => {
        asked.push(`${request.method} ${request.url}`);
        response.end('through the proxy');
      },
      (server) => server.on('connect', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')),
    );
    const answer = await client([MIRROR], { http_proxy: `127.0.0.1:${port}` }).send(`${MIRROR}x.msu`, ASK, signal);
    expect(await answer.body.text()).toBe('through the proxy');
    expect(asked).toEqual(['GET http://mirror.example.com/x.msu']);
  });

  test.each([
    [407, false, 'asks for a user name and password (status 407)'],
    [403, false, 'refuses the connection (status 403)'],
    [502, true, 'failed'],
  ])('that answers CONNECT with %i: passing %s', async (status, transient, words) => {
    let asked = 0;
    const port = await serve(
      () => {},
      (server) =>
        server.on('connect', (_, socket) => {
          asked += 1;
          socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
        }),
    );
    const http = client([], { HTTPS_PROXY: `127.0.0.1:${port}` });
    const failed = await failure(http.send('https://www.example.com/', ASK, signal));
    expect(failed.transient).toBe(transient);
    expect(failed.error.message).toContain(words);
    expect(asked).toBe(1);
  });

  test('that wants a password for http is named at once', async () => {
    const port = await serve((_, response) => response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end());
    const http = client([MIRROR], { HTTP_PROXY: `http://127.0.0.1:${port}` });
    const failed = await failure(http.send(MIRROR, ASK, signal));
    expect(failed.transient).toBe(false);
    expect(failed.error.message).toContain('asks for a user name and password');
    expect(failed.error.hint).toContain('http://user:password@proxy:3128');
  });

  test('is not asked for what NO_PROXY names, in capitals or not', async () => {
    const url = 'http://mirror.invalid/';
    const asked: string[] = [];
    const port = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const proxy = { http_proxy: `127.0.0.1:${port}` };
    const ask = async (env: Record<string, string>): Promise<number> => {
      asked.length = 0;
      const sent = client([url], { ...proxy, ...env }).send(url, ASK, AbortSignal.timeout(60_000));
      await sent.then(({ body }) => body.dump()).catch(() => {});
      return asked.length;
    };
    expect(await ask({ no_proxy: 'elsewhere.invalid' })).toBe(1);
    for (const env of [{ NO_PROXY: '', no_proxy: 'mirror.invalid' }, { NO_PROXY: '.invalid' }, { no_proxy: '*' }]) {
      expect(await ask(env as Record<string, string>)).toBe(0);
    }
  });

  test('is not asked for this machine itself', async () => {
    const port = await serve((_, response) => response.end('direct'));
    const url = `http://127.0.0.1:${port}/`;
    const answer = await client([url], { HTTP_PROXY: '127.0.0.1:1' }).send(url, ASK, signal);
    expect(await answer.body.text()).toBe('direct');
  });
});
