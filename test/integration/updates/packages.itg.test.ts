/** Packages before tools that nobody here wrote, and opened by 7-Zip and osslsigncode. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHostPolicy } from '../../../src/download/host-policy.ts';
import { createHttpClient } from '../../../src/download/http-client.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { checkSignature } from '../../../src/updates/check-signature.ts';
import { openPackage } from '../../../src/updates/open-package.ts';
import { buildUpdatePackage, type UpdatePackageSpec } from '../../media/updates/update-package.ts';

const run = promisify(execFile);
const signal = new AbortController().signal;
const tools = createToolRunner(signal);
const LCU: UpdatePackageSpec = {
  kb: 'KB5098818',
  kind: 'cumulative',
  build: '17763.9619',
  stack: '17763.9603',
  container: 'cab',
};
const LCU_2025: UpdatePackageSpec = {
  kb: 'KB5098819',
  kind: 'cumulative',
  build: '26100.33802',
  stack: '26100.33786',
  container: 'wim',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-packages-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function onDisk(spec: UpdatePackageSpec): Promise<string> {
  const made = buildUpdatePackage(spec);
  const path = join(folder, made.name);
  await writeFile(path, made.bytes);
  return path;
}

/** A key and a self-signed certificate of this run alone. */
async function certificate(usage: 'codeSigning' | 'serverAuth'): Promise<{ key: string; cert: string }> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=Sample signer', '-addext', `extendedKeyUsage=${usage}`, '-days', '2'];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject]);
  return { key, cert };
}

test('a sample cabinet is one to 7-Zip, cabextract and gcab', async () => {
  const path = await onDisk(LCU);
  expect((await run('7zz', ['t', path])).stdout).toContain('Everything is Ok');
  expect((await run('cabextract', ['-t', path])).stdout).toContain('no errors');
  expect((await run('gcab', ['-t', path])).stdout).toContain('SSU-17763.9603-x64.cab');
});

test('a sample of Server 2025 is a WIM to wimlib and 7-Zip', async () => {
  const path = await onDisk(LCU_2025);
  await run('wimlib-imagex', ['verify', path]);
  expect((await run('7zz', ['t', path])).stdout).toContain('Everything is Ok');
});

test('a combined package says who it is and gives its cabinets, the servicing stack first', async () => {
  const path = await onDisk(LCU);
  await mkdir(join(folder, 'cabs', '.opening-stillframe-tmp-killed'), { recursive: true }); // of a run that was killed
  const opened = await openPackage(path, tools, { temp: folder, extractTo: join(folder, 'cabs') });
  expect(opened).toMatchObject({
    container: 'cab',
    kb: 'KB5098818',
    build: '17763.9619',
    stack: '17763.9603',
    hotpatch: false,
  });
  expect(opened.cabs.map((cab) => [cab.name, cab.kind])).toEqual([
    ['SSU-17763.9603-x64.cab', 'servicing-stack'],
    ['Windows10.0-KB5098818-x64.cab', 'update'],
  ]);
  expect((await readdir(join(folder, 'cabs'))).sort()).toEqual(opened.cabs.map((cab) => cab.name));
  for (const cab of opened.cabs) {
    const { stdout } = await run('7zz', ['x', '-so', path, cab.name], { encoding: 'buffer' });
    expect((await readFile(cab.path)).equals(stdout)).toBe(true);
  }
  // A cabinet out of a package is a package too, and says so.
  expect(await openPackage(opened.cabs[1]?.path ?? '', tools, { temp: folder })).toMatchObject({ build: '17763.9619' });
});

test('a WIM package is looked into but not taken apart', async () => {
  const path = await onDisk(LCU_2025);
  expect(await openPackage(path, tools, { temp: folder })).toMatchObject({
    container: 'wim',
    kb: 'KB5098819',
    stack: '26100.33786',
    hotpatch: false,
  });
  const refused = openPackage(path, tools, { temp: folder, extractTo: join(folder, 'cabs') });
  await expect(refused).rejects.toMatchObject({ code: 'package-invalid', message: expect.stringContaining('WIM') });
});

test.each(['cab', 'wim'] as const)('a hotpatch in a %s is known by its metadata', async (container) => {
  expect(
    await openPackage(await onDisk({ ...LCU_2025, container, hotpatch: true }), tools, { temp: folder }),
  ).toMatchObject({ hotpatch: true });
});

test('a damaged package is one clear error, and nothing is left', async () => {
  const path = await onDisk(LCU);
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length - 20_000));
  await expect(openPackage(path, tools, { temp: folder, extractTo: join(folder, 'cabs') })).rejects.toThrow(
    /bytes of the file|unpacked/,
  );
  expect(await readdir(join(folder, 'cabs')).catch(() => [])).toEqual([]);
});

test('signatures: none, of an unknown root, of altered content', async () => {
  const path = await onDisk(LCU);
  expect(await checkSignature(path, 'cab', tools)).toMatchObject({ state: 'unsigned' });
  const { key, cert } = await certificate('codeSigning');
  const signed = join(folder, 'signed.cab');
  await run('osslsigncode', ['sign', '-certs', cert, '-key', key, '-in', path, '-out', signed]);
  expect(await checkSignature(signed, 'cab', tools)).toMatchObject({ state: 'untrusted', signer: '/CN=Sample signer' });
  const bytes = await readFile(signed);
  bytes.writeUInt8(bytes.readUInt8(20_000) ^ 1, 20_000);
  await writeFile(signed, bytes);
  await expect(checkSignature(signed, 'cab', tools)).rejects.toMatchObject({ code: 'package-invalid' });
});

test.each(['serverAuth', 'codeSigning'] as const)(
  'a server with an unknown certificate (%s) is refused at once, in words',
  async (usage) => {
    const { key, cert } = await certificate(usage);
    let asked = 0;
    const options = { key: await readFile(key), cert: await readFile(cert) };
    const server = createServer(options, (_, response) => {
      asked += 1;
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/x.msu`;
    const http = createHttpClient({ env: {}, policy: createHostPolicy({ mirrors: [url] }) });
    try {
      await expect(http.send(url, { what: 'The download', code: 'download-failed' }, signal)).rejects.toMatchObject({
        name: 'UserError',
        code: 'download-failed',
        message: expect.stringContaining('certificate'),
        hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      });
      expect(asked).toBe(0);
    } finally {
      await http.close();
      server.close();
    }
  },
);
