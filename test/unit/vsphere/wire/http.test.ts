import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type HttpRequest,
  type HttpResponse,
  isPassingStatus,
  sendRequest,
} from '../../../../src/vsphere/wire/http.ts';
import { createAgent } from '../../../../src/vsphere/wire/trust.ts';

const FIXTURES = `${import.meta.dirname}/../../../fixtures/ova`;
const TLS = {
  key: readFileSync(`${FIXTURES}/sign-key.pem`),
  cert: readFileSync(`${FIXTURES}/sign-certificate.pem`),
};
const undo: (() => void)[] = [];
const agent = createAgent({ kind: 'insecure' });

afterEach(() => {
  for (const step of undo.splice(0)) step();
});

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(TLS, listener);
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
}

function send(url: URL, more: Partial<HttpRequest> = {}): Promise<HttpResponse> {
  return sendRequest(agent, { method: 'GET', url, signal: new AbortController().signal, ...more });
}

describe('sendRequest', () => {
  it('takes any status for an answer', async () => {
    const url = await serve((_request, response) => response.writeHead(418, { 'X-A': 'b' }).end('tea'));
    const answer = await send(url);
    expect([answer.status, answer.headers['x-a'], answer.body.toString()]).toEqual([418, 'b', 'tea']);
  });

  it('streams a body of known length, and a text with its length in bytes', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .once('end', () => {
          seen.push([request.method, request.headers['content-length'], Buffer.concat(chunks).toString()]);
          response.end();
        });
    });
    await send(url, {
      method: 'PUT',
      body: {
        length: 4,
        send: async (write) => {
          await write(Buffer.from('ab'));
          await write(Buffer.from('cd'));
        },
      },
    });
    await send(url, { method: 'POST', body: 'ä' });
    expect(seen).toEqual([
      ['PUT', '4', 'abcd'],
      ['POST', '2', 'ä'],
    ]);
  });

  it('ends with what reading the body throws', async () => {
    const url = await serve(() => {});
    const body = { length: 9, send: () => Promise.reject(new RangeError('the file shrank')) };
    await expect(send(url, { method: 'POST', body })).rejects.toEqual(new RangeError('the file shrank'));
  });

  it('says of a server that hangs up while the body is sent that it could not be reached', async () => {
    const url = await serve((request) => request.once('data', () => request.socket.destroy()));
    const block = Buffer.alloc(2 ** 20);
    const body = {
      length: 2 ** 30,
      send: async (write: (bytes: Uint8Array) => Promise<void>) => {
        for (let sent = 0; sent < 2 ** 30; sent += block.length) await write(block);
      },
    };
    await expect(send(url, { method: 'PUT', body })).rejects.toMatchObject({
      code: 'vsphere-unreachable',
      taken: true,
      message: expect.stringContaining(`${url.host} could not be reached: `) as string,
    });
  });

  it('knows whether the server can have seen the request', async () => {
    const nobody = new URL('https://127.0.0.1:1/');
    await expect(send(nobody)).rejects.toMatchObject({ code: 'vsphere-unreachable', taken: false });
    const url = await serve((request) => request.socket.destroy());
    await expect(send(url)).rejects.toMatchObject({ code: 'vsphere-unreachable', taken: true });
  });

  it('sends once, also on a kept connection that the server gives up', async () => {
    let requests = 0;
    const url = await serve((request, response) => {
      if (++requests > 1) request.socket.destroy();
      else response.end('ok');
    });
    await send(url);
    await expect(send(url)).rejects.toMatchObject({ taken: true });
    expect(requests).toBe(2);
  });

  it('gives up on a server that falls silent', async () => {
    const url = await serve(() => {});
    await expect(send(url, { idleTimeout: 50 })).rejects.toMatchObject({
      message: expect.stringContaining('the connection fell silent') as string,
    });
  });

  it('takes an answer up to a limit', async () => {
    const url = await serve((_request, response) => response.end('12345'));
    expect((await send(url, { maxBytes: 5 })).body.toString()).toBe('12345');
    await expect(send(url, { maxBytes: 4 })).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: `The answer of ${url.host} is larger than 4 bytes`,
    });
  });

  it('reads of a body what is wanted when its head is known, and cuts the connection behind it', async () => {
    let closed = 0;
    const url = await serve((request, response) => {
      request.socket.once('close', () => closed++);
      response.writeHead(206, { 'X-A': 'b' });
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(1000, 7), more));
      more();
    });
    const heads: unknown[] = [];
    const answer = await send(url, {
      maxBytes: 10 ** 6,
      wanted: ({ status, headers }) => heads.push(status, headers['x-a']) * 750,
    });
    expect([answer.status, answer.body]).toEqual([206, Buffer.alloc(1500, 7)]);
    expect(heads).toEqual([206, 'b']);
    expect((await send(url, { wanted: () => 0 })).body).toHaveLength(0);
    await expect.poll(() => closed, { timeout: 10_000 }).toBe(2);
  });

  it('keeps the connection when the body is just what is wanted', async () => {
    const sockets = new Set<unknown>();
    const url = await serve((request, response) => {
      sockets.add(request.socket);
      response.end('four');
    });
    expect((await send(url, { wanted: () => 4 })).body.toString()).toBe('four');
    expect((await send(url, { wanted: () => 5 })).body.toString()).toBe('four');
    expect(sockets.size).toBe(1);
  });

  it('names the input server only where the server is meant', async () => {
    const nobody = new URL('https://127.0.0.1:1/');
    const server = await send(nobody).catch((error: unknown) => error as { message: string; hint: string });
    const host = await send(nobody, { peer: 'host' }).catch(
      (error: unknown) => error as { message: string; hint: string },
    );
    expect(server).toMatchObject({
      message: expect.stringMatching(/^127\.0\.0\.1:1 could not be reached: /) as string,
      hint: expect.stringMatching(/^Check the input server/) as string,
    });
    expect(host).toMatchObject({
      message: expect.stringMatching(/^127\.0\.0\.1:1, the host that vCenter names for the files, could not/) as string,
      hint: expect.stringMatching(/open its port \(443\)/) as string,
    });
  });

  it('speaks of names where a name is not known', async () => {
    const url = new URL('https://no-such-host.invalid/');
    await expect(send(url)).rejects.toMatchObject({ hint: expect.stringContaining('DNS of this runner') as string });
    await expect(send(url, { peer: 'host' })).rejects.toMatchObject({
      hint: expect.stringContaining('must resolve its name') as string,
    });
  });
});

it.each([
  [408, true],
  [429, true],
  [502, true],
  [503, true],
  [504, true],
  [500, false],
  [404, false],
  [200, false],
])('status %i may pass: %s', (status, passes) => expect(isPassingStatus(status)).toBe(passes));
