import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRequest } from '../../../../src/vsphere/wire/http.ts';
import { formatThumbprint, thumbprintOf } from '../../../../src/vsphere/wire/thumbprint.ts';
import { createAgent, machineAuthorities, readTrust, type Trust } from '../../../../src/vsphere/wire/trust.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/ova');
const KEY = readFileSync(join(FIXTURES, 'sign-key.pem'));
const CERTIFICATE = readFileSync(join(FIXTURES, 'sign-certificate.pem'), 'utf8');

describe('readTrust', () => {
  it('takes only one way to trust', async () => {
    await expect(readTrust({ thumbprint: 'a'.repeat(40), insecure: true })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });

  it('names a CA file that is missing or holds no certificate', async () => {
    await expect(readTrust({ caFile: '/no/such.pem' })).rejects.toMatchObject({ code: 'file-missing' });
    await expect(readTrust({ caFile: import.meta.filename })).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('sendRequest', () => {
  const request = async (server: Server, signal = new AbortController().signal): Promise<unknown> => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const agent = createAgent({ kind: 'insecure' });
    try {
      return await sendRequest(agent, { method: 'GET', url: new URL(`https://127.0.0.1:${port}/`), signal });
    } finally {
      agent.destroy();
      server.close();
    }
  };

  it('says that a server which speaks no TLS could not be reached', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).end('220 mail.example.com ESMTP\r\n'));
    await expect(request(server)).rejects.toMatchObject({ code: 'vsphere-unreachable' });
  });

  it('says that a server which hangs up could not be reached', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).destroy());
    await expect(request(server)).rejects.toMatchObject({ code: 'vsphere-unreachable' });
  });

  it('ends with the reason of its signal while a server does not answer', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const server = createServer((socket) => {
      socket.on('error', () => {});
      controller.abort(reason);
    });
    await expect(request(server, controller.signal)).rejects.toBe(reason);
  });
});

describe('whom an agent trusts', () => {
  let server: HttpsServer;
  let port: number;
  let requests = 0;
  beforeAll(async () => {
    server = createHttpsServer({ key: KEY, cert: CERTIFICATE }, (_request, response) => {
      requests += 1;
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function ask(trust: Trust, options?: Parameters<typeof createAgent>[1]): Promise<string> {
    const agent = createAgent(trust, options);
    const url = new URL(`https://127.0.0.1:${port}/`);
    try {
      const { body } = await sendRequest(agent, { method: 'GET', url, signal: new AbortController().signal });
      return body.toString();
    } finally {
      agent.destroy();
    }
  }
  const der = new X509Certificate(CERTIFICATE).raw;
  const sha256 = formatThumbprint(thumbprintOf(der, 'sha256'));
  const sha1 = formatThumbprint(thumbprintOf(der, 'sha1'));
  const refusal = async (
    trust: Trust,
    options?: Parameters<typeof createAgent>[1],
  ): Promise<{ message: string; hint: string; code: string }> =>
    ask(trust, options).then(
      () => ({ message: '', hint: '', code: '' }),
      (error: unknown) => error as { message: string; hint: string; code: string },
    );

  it('is anybody where that is asked for, and one with the pinned certificate', async () => {
    expect(await ask({ kind: 'insecure' })).toBe('x');
    expect(await ask(await readTrust({ thumbprint: sha256 }))).toBe('x');
    expect(await ask(await readTrust({ thumbprint: sha1 }))).toBe('x');
  });

  it.each([
    ['SHA-256', 32, sha256],
    ['SHA-1', 20, sha1],
  ])('is nobody with another than the pinned certificate, by %s', async (name, length, seen) => {
    const before = requests;
    const pinned = Array(length).fill('00').join(':');
    const { message, hint, code } = await refusal(await readTrust({ thumbprint: pinned }));
    expect(code).toBe('vsphere-certificate');
    expect(message).toBe(
      `The certificate of 127.0.0.1:${port} has the ${name} thumbprint ${seen}, not the pinned ${pinned}`,
    );
    expect(hint).toBe(
      `Either the certificate was renewed or somebody is in between. If that is your server (compare on its console), pin it: thumbprint: ${sha256}`,
    );
    const host = await refusal(await readTrust({ thumbprint: pinned }), { peer: 'host' });
    expect(host.hint).toContain('reconnect the host in vCenter');
    expect(requests).toBe(before);
  });

  it('is nobody whom no authority vouches for', async () => {
    const { message, hint, code } = await refusal(machineAuthorities());
    expect(code).toBe('vsphere-certificate');
    expect(message).toMatch(
      /is not trusted \(\w+\) by the authorities that this machine trusts; its SHA-256 thumbprint is [0-9A-F:]+$/,
    );
    expect(hint).toContain(`pin it: thumbprint: ${sha256} – or give the CA that signed it as ca-file.`);
    expect((await refusal(machineAuthorities(), { peer: 'host' })).hint).toContain('which pins the server alone');
  });

  it('is asked of the CA file that was given', async () => {
    const file = join(FIXTURES, 'sign-certificate.pem');
    const trust = await readTrust({ caFile: file });
    expect(trust).toEqual({ kind: 'authorities', pem: [CERTIFICATE], from: file });
    // Signed by the file itself, but for no such name: what is left to refuse is not the authority.
    const { message } = await refusal(trust);
    expect(message).not.toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
  });
});

describe('the ways to trust', () => {
  it.each([
    [{ thumbprint: 'a'.repeat(40), caFile: 'x' }],
    [{ caFile: 'x', insecure: true }],
    [{ thumbprint: 'a'.repeat(40), caFile: 'x', insecure: true }],
  ])('exclude each other: %j', async (options) => {
    await expect(readTrust(options)).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'More than one of thumbprint, ca-file and insecure is set',
    });
  });

  it('are each one alone, and the machine otherwise', async () => {
    expect(await readTrust({ insecure: true })).toEqual({ kind: 'insecure' });
    expect(await readTrust({ thumbprint: 'a'.repeat(40), insecure: false })).toMatchObject({ kind: 'pinned' });
    expect(await readTrust({ insecure: false })).toMatchObject({
      kind: 'authorities',
      from: 'the authorities that this machine trusts',
    });
    await expect(readTrust({ caFile: '/no/such.pem' })).rejects.toThrow('input ca-file');
    await expect(readTrust({ caFile: import.meta.filename.replace('trust', 'thumbprint') })).rejects.toThrow(
      'holds no certificate in PEM form',
    );
  });
});

it('an agent that is not needed any more ends connections that were not handed over yet', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const agent = createAgent({ kind: 'insecure' });
  silent.once('connection', (socket) => {
    socket.on('error', () => {});
    agent.destroy();
  });
  const request = sendRequest(agent, {
    method: 'GET',
    url: new URL(`https://127.0.0.1:${port}/`),
    signal: new AbortController().signal,
  });
  await expect(request).rejects.toMatchObject({
    message: expect.stringContaining('the connection is not needed any more'),
    taken: false,
  });
  silent.close();
});
