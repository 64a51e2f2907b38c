import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { obtainIso } from '../../../../src/windows/media/obtain-iso.ts';
import { fakeContext } from '../fake-context.ts';
import { recordedTools } from '../fake-tools.ts';

const BYTES = Buffer.from('a disc');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

let folder = '';
let asked = 0;
let url = '';
const server = createServer((_request, response) => {
  asked++;
  response.end(BYTES);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-iso-'));
  asked = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ws2022.iso`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const obtain = async (iso: string, sha256: string | undefined): Promise<string> => {
  const context = fakeContext(folder, recordedTools());
  const obtained = await obtainIso(iso, sha256, { cache: join(folder, 'cache'), env: {} }, context);
  expect(obtained.sha256).toBe(SHA256);
  return obtained.path;
};

it('takes a file where it lies, when its hash fits', async () => {
  const iso = join(folder, 'own.iso');
  await writeFile(iso, BYTES);
  expect(await obtain(iso, undefined)).toBe(iso);
  expect(await obtain(iso, SHA256)).toBe(iso);
  await expect(obtain(iso, 'f'.repeat(64))).rejects.toMatchObject({ code: 'hash-mismatch' });
  await expect(obtain(join(folder, 'none.iso'), undefined)).rejects.toMatchObject({ code: 'file-missing' });
});

it('fetches an address once, and then takes it from the cache', async () => {
  const first = await obtain(url, SHA256);
  expect(await readFile(first)).toEqual(BYTES);
  await rm(first);
  expect(await readFile(await obtain(url, SHA256))).toEqual(BYTES);
  expect(asked).toBe(1);
});

it('fetches nothing without a hash, and keeps nothing with another', async () => {
  await expect(obtain(url, undefined)).rejects.toMatchObject({
    code: 'input-missing',
    message: expect.stringContaining('Input iso is a URL without a hash'),
  });
  expect(asked).toBe(0);
  await expect(obtain(url, 'f'.repeat(64))).rejects.toMatchObject({ code: 'hash-mismatch' });
});
