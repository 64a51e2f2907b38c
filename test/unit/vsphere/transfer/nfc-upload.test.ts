import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceUrl } from '../../../../src/vsphere/transfer/nfc-lease.ts';
import { type NfcFile, uploadFile } from '../../../../src/vsphere/transfer/nfc-upload.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { type PlayedVsphere, playedVsphere } from '../played-vsphere.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/ova');
const key = readFileSync(join(FIXTURES, 'sign-key.pem'));
const cert = readFileSync(join(FIXTURES, 'sign-certificate.pem'));

interface Got {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let origin: string;
let answer: readonly [number, string];
let got: Got[];
beforeAll(async () => {
  server = createServer({ key, cert }, (request, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (chunk: string) => {
      body += chunk;
    });
    request.once('end', () => {
      got.push({ method: request.method, path: request.url, headers: request.headers, body });
      response.writeHead(answer[0]).end(answer[1]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = [200, ''];
  got = [];
});

const device = (more: Partial<DeviceUrl> = {}): DeviceUrl => ({
  key: 'd',
  importKey: 'd',
  url: new URL('/nfc/disk-0.vmdk', origin),
  sslThumbprint: undefined,
  sslCertificate: undefined,
  ...more,
});
const file = (more: Partial<NfcFile> = {}): NfcFile => ({
  name: 'a.vmdk',
  body: { length: 5, send: (write) => write(Buffer.from('hello')) },
  create: false,
  ...more,
});
const signal = new AbortController().signal;
const session = (url = 'https://vc.example.com'): PlayedVsphere => ({ ...playedVsphere({}), url: new URL(url) });

describe('uploadFile', () => {
  it.each([200, 201])('posts a disk, and takes %i for done', async (status) => {
    answer = [status, ''];
    await uploadFile(session(), device(), file(), signal);
    expect(got).toMatchObject([
      {
        method: 'POST',
        path: '/nfc/disk-0.vmdk',
        body: 'hello',
        headers: { 'content-type': 'application/x-vnd.vmware-streamVmdk', 'content-length': '5', connection: 'close' },
      },
    ]);
    expect(got[0]?.headers).not.toHaveProperty('overwrite');
    expect(got[0]?.headers).not.toHaveProperty('cookie');
  });

  it('puts what is to be created, over what is there', async () => {
    await uploadFile(session(), device(), file({ create: true }), signal);
    expect(got).toMatchObject([
      { method: 'PUT', headers: { 'content-type': 'application/octet-stream', overwrite: 't' } },
    ]);
  });

  it('shows its session to the server itself, to nobody else', async () => {
    await uploadFile(session(origin), device(), file(), signal);
    expect(got[0]?.headers.cookie).toBe('the-cookie');
  });

  it('trusts a host by what the server says of it, the server itself by its own', async () => {
    const wrong = { sslThumbprint: Array(20).fill('AB').join(':') };
    const ca = { ...session(), trust: { kind: 'pinned', thumbprint: { algorithm: 'sha256', hex: '00' } } as never };
    await expect(uploadFile(ca, device(wrong), file(), signal)).rejects.toMatchObject({ code: 'vsphere-certificate' });
    await uploadFile(ca, device({ sslCertificate: cert.toString() }), file(), signal);
    expect(got).toHaveLength(1);
    await uploadFile(session(origin), device(wrong), file(), signal);
    expect(got).toHaveLength(2);
  });

  it.each([
    [404, '', ''],
    [503, '<html>busy\n <b>now</b></html>', ': busy now'],
    [429, 'x', ': x'],
  ])('may be tried again after %i', async (status, body, said) => {
    answer = [status, body];
    const error = await uploadFile(session(), device(), file(), signal).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PassingError);
    expect(error).toMatchObject({
      code: 'upload-failed',
      taken: true,
      message: `${device().url.host} refused a.vmdk with the HTTP status ${status}${said}`,
      hint: expect.stringContaining('run the step again'),
    });
  });

  it.each([202, 400, 401, 500])('is refused for good with %i, and it is said with what words', async (status) => {
    answer = [status, `<p>${'no '.repeat(300)}</p>`];
    const error = await uploadFile(session(), device(), file(), signal).catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(PassingError);
    expect(error).toMatchObject({
      code: 'upload-failed',
      message: expect.stringMatching(new RegExp(`refused a\\.vmdk with the HTTP status ${status}: no no .*no`)),
      hint: expect.stringContaining('the datastore may be full'),
    });
    expect((error as Error).message.length).toBeLessThan(600);
  });

  it('ends with the signal', async () => {
    const run = new AbortController();
    const stuck = file({ body: { length: 5, send: () => new Promise(() => run.abort(new Error('cancelled'))) } });
    await expect(uploadFile(session(), device(), stuck, run.signal)).rejects.toThrow('cancelled');
  });
});

it('says who could not be reached: the host that vCenter names, or the server itself', async () => {
  const closed = new URL('https://127.0.0.1:1/x');
  const unreachable = async (of: PlayedVsphere): Promise<{ message: string }> =>
    uploadFile(of, device({ url: closed }), file(), signal).then(
      () => ({ message: '' }),
      (error: unknown) => error as { message: string },
    );
  expect((await unreachable(session())).message).toMatch(
    /^127\.0\.0\.1:1, the host that vCenter names for the files, could not be reached/,
  );
  expect((await unreachable(session(closed.origin))).message).toMatch(/^127\.0\.0\.1:1 could not be reached/);
});
