import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMember } from '../../../src/upload/send-member.ts';
import { memorySource } from '../disk/mutated-images.ts';
import { playedVsphere } from '../vsphere/played-vsphere.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/ova');
let server: Server;
let url: URL;
let got: { digest: string; length: string | undefined }[];
beforeAll(async () => {
  got = [];
  const tls = {
    key: readFileSync(join(FIXTURES, 'sign-key.pem')),
    cert: readFileSync(join(FIXTURES, 'sign-certificate.pem')),
  };
  server = createServer(tls, (request, response) => {
    const hash = createHash('sha256');
    request.on('data', (chunk: Buffer) => hash.update(chunk));
    request.once('end', () => {
      got.push({ digest: hash.digest('hex'), length: request.headers['content-length'] });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const BLOCK = 2 ** 18;

it.each([0, 1, BLOCK, BLOCK + 1, 4 * BLOCK + 7])('sends %i bytes from their place, block by block', async (size) => {
  const archive = Buffer.alloc(size + 10);
  for (let at = 0; at < archive.length; at += 997) archive[at] = at % 251;
  const blocks: number[] = [];
  const hash = createHash('sha256');
  const device = { key: 'd', importKey: 'd', url, sslThumbprint: undefined, sslCertificate: undefined };
  const item = { deviceId: 'd', path: 'a.vmdk', create: false };
  const upload = { item, device, offset: 5, size };
  const options = { hash, signal: new AbortController().signal, onBytes: (bytes: number) => void blocks.push(bytes) };
  await sendMember(playedVsphere({}), memorySource(archive), upload, options);
  const digest = createHash('sha256')
    .update(archive.subarray(5, 5 + size))
    .digest('hex');
  expect(got.at(-1)).toEqual({ digest, length: String(size) });
  expect(hash.digest('hex')).toBe(digest);
  expect(blocks.reduce((sum, bytes) => sum + bytes, 0)).toBe(size);
  // Two blocks are under way at a time, and are told at once when the second is known to have left first.
  expect(Math.max(0, ...blocks)).toBeLessThanOrEqual(2 * BLOCK);
  expect(blocks.every((bytes) => bytes > 0)).toBe(true);
});

it('has told all bytes by the end, however late it is known that the last ones have left', async () => {
  const blocks: number[] = [];
  const device = { key: 'd', importKey: 'd', url, sslThumbprint: undefined, sslCertificate: undefined };
  const upload = { item: { deviceId: 'd', path: 'a', create: false }, device, offset: 0, size: 4 * BLOCK + 7 };
  const options = {
    hash: undefined,
    signal: new AbortController().signal,
    onBytes: (bytes: number) => void blocks.push(bytes),
  };
  for (let turn = 0; turn < 5; turn++) {
    blocks.length = 0;
    await sendMember(playedVsphere({}), memorySource(Buffer.alloc(4 * BLOCK + 7)), upload, options);
    expect(blocks.reduce((sum, bytes) => sum + bytes, 0)).toBe(4 * BLOCK + 7);
    await new Promise((done) => setImmediate(done));
    expect(blocks.reduce((sum, bytes) => sum + bytes, 0)).toBe(4 * BLOCK + 7);
  }
});

it('ends with what reading the archive throws', async () => {
  const archive = { ...memorySource(Buffer.alloc(10)), readInto: () => Promise.reject(new Error('cannot read')) };
  const device = { key: 'd', importKey: 'd', url, sslThumbprint: undefined, sslCertificate: undefined };
  const upload = { item: { deviceId: 'd', path: 'a', create: false }, device, offset: 0, size: 10 };
  const options = { hash: undefined, signal: new AbortController().signal, onBytes: () => {} };
  await expect(sendMember(playedVsphere({}), archive, upload, options)).rejects.toThrow('cannot read');
});
