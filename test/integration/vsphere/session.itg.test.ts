import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readInventory } from '../../../src/vsphere/inventory/inventory.ts';
import { type ConnectOptions, connectVsphere, type VsphereSession } from '../../../src/vsphere/wire/session.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { makeContext, makeFolder } from './upload-job.ts';

let vsphere: Vsphere;
let folder = '';
const sessions: VsphereSession[] = [];

beforeAll(async () => {
  await buildVsphereDouble();
  vsphere = await startVsphere({ password: 'a&b<c>"d"\'e\' ö€ ]]>' });
  folder = await makeFolder();
});
afterAll(async () => {
  await vsphere.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

async function open(more: Partial<ConnectOptions> = {}): Promise<VsphereSession> {
  const { server, username, password, thumbprint } = vsphere;
  const { log, signal } = makeContext();
  const session = await connectVsphere({ server, username, password, tls: { thumbprint }, log, signal, ...more });
  sessions.push(session);
  return session;
}

/** The server's certificate in PEM form, read with Node's own client. */
async function certificate(): Promise<string> {
  const [host, port] = vsphere.server.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect({ host: host ?? '', port: Number(port), rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.toString() ?? '');
      socket.end();
    });
    socket.once('error', reject);
  });
}

describe('logging in', () => {
  it('works with a password of any characters, and knows what it talks to', async () => {
    expect((await open()).about).toMatchObject({ kind: 'vcenter', apiVersion: expect.stringMatching(/^\d/) as string });
  });

  it('says that the password is wrong', async () => {
    await expect(open({ password: 'a&b' })).rejects.toMatchObject({
      code: 'vsphere-login',
      message: expect.not.stringContaining('a&b') as string,
    });
  });

  it('says that nothing listens there', async () => {
    await expect(open({ server: '127.0.0.1:1' })).rejects.toMatchObject({ code: 'vsphere-unreachable' });
    await expect(open({ server: 'no-such-host.invalid' })).rejects.toMatchObject({ code: 'vsphere-unreachable' });
  });

  it('ends its session when it is closed', async () => {
    const session = await open();
    await session.close();
    await expect(session.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' })).rejects.toThrow();
  });
});

describe('the certificate', () => {
  it('is taken by its SHA-256, by its SHA-1, and as its own authority', async () => {
    await open({ tls: { thumbprint: vsphere.thumbprint } });
    await open({ tls: { thumbprint: vsphere.sha1Thumbprint } });
    const caFile = join(folder, 'ca.pem');
    await writeFile(caFile, await certificate());
    await open({ tls: { caFile } });
  });

  it.each([
    ['another pin', { thumbprint: 'ab'.repeat(32) }],
    ['the CAs of this machine', {}],
  ])('is refused by %s, with the thumbprint that would be right', async (_what, tls) => {
    const { sha1Thumbprint, thumbprint } = vsphere;
    const error = (await open({ tls }).catch((thrown: unknown) => thrown)) as Error & { hint: string };
    expect(error).toMatchObject({ code: 'vsphere-certificate' });
    expect(error.message + error.hint).toContain(thumbprint);
    expect(error.message).not.toContain(sha1Thumbprint);
  });

  it('is named by the digest that was pinned', async () => {
    await expect(open({ tls: { thumbprint: 'ab'.repeat(20) } })).rejects.toMatchObject({
      message: expect.stringContaining(vsphere.sha1Thumbprint) as string,
      hint: expect.stringContaining(vsphere.thumbprint) as string,
    });
  });

  it('may be anything when that is asked for, with a warning', async () => {
    const { log, lines, signal } = makeContext();
    await open({ tls: { insecure: true }, log, signal });
    expect(lines.join()).toContain('is not checked');
  });
});

it('gives objects the paths that govc gives them', async () => {
  const session = await open();
  const all = await readInventory(session, { Datastore: [], HostSystem: [], Network: [] });
  expect(all.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/DC0',
      '/DC0/vm',
      '/DC0/host/DC0_C0/DC0_C0_H0',
      '/DC0/datastore/LocalDS_0',
      '/DC0/network/VM Network',
    ]),
  );
});
