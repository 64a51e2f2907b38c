/** A whole import over a played vSphere: files go to a host on this machine, which says what it has received. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { type ImportOptions, importOva } from '../../../src/upload/import-ova.ts';
import type { StartedImport } from '../../../src/upload/undo-import.ts';
import type { ImportRequest } from '../../../src/vsphere/transfer/ovf-import.ts';
import { formatOwner } from '../../../src/vsphere/vm/owner.ts';
import { PassingError } from '../../../src/vsphere/wire/passing-error.ts';
import { memorySource } from '../disk/mutated-images.ts';
import {
  PLAYED_NOW,
  type PlayedAnswer,
  type PlayedCall,
  type PlayedVsphere,
  playedVsphere,
  ref,
  xml,
} from '../vsphere/played-vsphere.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/ova');
const TLS = {
  key: readFileSync(join(FIXTURES, 'sign-key.pem')),
  cert: readFileSync(join(FIXTURES, 'sign-certificate.pem')),
};
const ME = { run: 'r1', host: 'here', kernel: '', pid: 7, started: '' };
const ARCHIVE = Buffer.from('....disk-bytes..nvram');
const DISK = Buffer.from('disk-bytes');
const digest = (algorithm: string, bytes: Buffer): string => createHash(algorithm).update(bytes).digest('hex');

let host: Server;
let origin: string;
let received: Map<string, string>;
let status: number;
beforeAll(async () => {
  host = createServer(TLS, (request, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (chunk: string) => {
      body += chunk;
    });
    request.once('end', () => {
      received.set(`${request.method} ${request.url}`, body);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  origin = `https://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
});
beforeEach(() => {
  received = new Map();
  status = 200;
});

function ova(manifest?: 'sha1' | 'sha256' | 'sha512'): OvaPackage {
  const digests = new Map([
    ['a.vmdk', { algorithm: manifest, digest: manifest && digest(manifest, DISK) }],
    ['b.nvram', { algorithm: manifest, digest: manifest && digest(manifest, Buffer.from('nvram')) }],
  ]);
  return {
    path: '/x/ws.ova',
    source: memorySource(ARCHIVE),
    members: new Map([
      ['a.vmdk', { name: 'a.vmdk', offset: 4, size: 10 }],
      ['b.nvram', { name: 'b.nvram', offset: 16, size: 5 }],
    ]),
    descriptor: { name: 'ws.ovf', text: '<ovf/>' },
    manifest: manifest && { name: 'ws.mf', digests },
  } as unknown as OvaPackage;
}

const item = (id: string, path: string, create: boolean): string =>
  `<fileItem><deviceId>${id}</deviceId><path>${path}</path><create>${create}</create></fileItem>`;
const ITEMS = item('i-b', 'b.nvram', true) + item('i-a', 'a.vmdk', false);
const WARNING = '<warning><fault xsi:type="OvfX"/><localizedMessage>odd</localizedMessage></warning>';

interface Scene {
  readonly answers?: Readonly<Record<string, (call: PlayedCall, count: number) => PlayedAnswer>>;
  readonly items?: string;
  readonly devices?: string;
  readonly spec?: string;
  readonly signal?: AbortSignal;
}

function world({ answers = {}, items = ITEMS, devices, spec = '', signal }: Scene = {}): PlayedVsphere {
  const device = (id: string): string =>
    `<deviceUrl><key>k-${id}</key><importKey>i-${id}</importKey><url>${origin}/${id}</url></deviceUrl>`;
  const info = `<entity type="VirtualMachine">vm-9</entity>${devices ?? device('a') + device('b')}`;
  const usual: NonNullable<Scene['answers']> = {
    CreateImportSpec: () => xml(`<returnval><importSpec><configSpec/></importSpec>${items}${spec}</returnval>`),
    ImportVApp: ({ objects }) => {
      objects.set('lease-1', { type: 'HttpNfcLease', properties: { state: 'ready', info } });
      objects.set('vm-9', { type: 'VirtualMachine', properties: {} });
      return ref('HttpNfcLease', 'lease-1');
    },
    HttpNfcLeaseAbort: ({ objects }) => void objects.delete('vm-9'),
    HttpNfcLeaseGetManifest: () => 'MethodNotFound',
    ...answers,
  };
  const counts = new Map<string, number>();
  const counted = Object.entries(usual).map(
    ([method, answer]) =>
      [
        method,
        (call: PlayedCall) => {
          counts.set(method, (counts.get(method) ?? 0) + 1);
          return answer(call, counts.get(method) ?? 0);
        },
      ] as const,
  );
  return playedVsphere({}, { answers: Object.fromEntries(counted), ...(signal && { signal }) });
}

const REQUEST: ImportRequest = {
  pool: ref('ResourcePool', 'p'),
  datastore: ref('Datastore', 'd'),
  folder: ref('Folder', 'f'),
  host: undefined,
  descriptor: '<ovf/>',
  name: 'ws',
  diskProvisioning: 'thin',
  networks: new Map(),
};

interface Told {
  readonly made: StartedImport[];
  readonly shares: number[];
  readonly options: ImportOptions;
}

function options(): Told {
  const told: Omit<Told, 'options'> = { made: [], shares: [] };
  return {
    ...told,
    options: {
      me: ME,
      onMade: (made) => told.made.push({ ...made }),
      onProgress: () => (share) => told.shares.push(share),
      retries: { attempts: 3, baseMs: 1, maxMs: 1 },
    },
  };
}

const methods = (session: PlayedVsphere): string[] => session.asked.map((call) => call.split(' ')[0] ?? '');

const unheard = (name: string): string => `The host does not say what it received of ${name}: nobody has compared it`;

describe('importOva', () => {
  it('makes the VM under a name for the time being, and sends each file from its place', async () => {
    const session = world({ spec: WARNING });
    const told = options();
    expect(await importOva(session, ova('sha1'), REQUEST, told.options)).toEqual({
      vm: ref('VirtualMachine', 'vm-9'),
      workingName: 'ws.stillframe-new-r1',
      uploadedBytes: 15,
    });
    expect([...received]).toEqual([
      ['PUT /b', 'nvram'],
      ['POST /a', 'disk-bytes'],
    ]);
    expect(methods(session)).toEqual([
      'CreateImportSpec',
      'ImportVApp',
      'HttpNfcLeaseProgress',
      'HttpNfcLeaseGetManifest',
      'HttpNfcLeaseGetManifest',
      'HttpNfcLeaseComplete',
    ]);
    expect(session.asked[0]).toContain('<entityName>ws.stillframe-new-r1</entityName>');
    expect(session.asked[1]).toContain(
      `<key>stillframe.owner</key><value xsi:type="xsd:string">${formatOwner(ME, PLAYED_NOW)}</value>`,
    );
    expect(session.asked[2]).toContain('<percent>0</percent>');
    expect(session.said.warning).toEqual(['OVF descriptor: odd (OvfX)', unheard('b.nvram'), unheard('a.vmdk')]);
    expect(told.shares).toEqual([5 / 15, 1]);
  });

  it('tells what is made before it is, and whenever more of it is known', async () => {
    const told = options();
    await importOva(world(), ova(), REQUEST, told.options);
    const base = { folder: ref('Folder', 'f'), name: 'ws.stillframe-new-r1', run: 'r1' };
    const lease = ref('HttpNfcLease', 'lease-1');
    expect(told.made).toEqual([
      { ...base, lease: undefined, entity: undefined },
      { ...base, lease, entity: undefined },
      { ...base, lease: undefined, entity: ref('VirtualMachine', 'vm-9') },
    ]);
  });

  it('makes a VM without files too', async () => {
    const session = world({ items: '', devices: '' });
    expect((await importOva(session, ova(), REQUEST, options().options)).uploadedBytes).toBe(0);
    expect(session.asked).toContain('HttpNfcLeaseProgress lease-1 <percent>0</percent>');
  });

  it('makes nothing of an OVA that lacks a file of its descriptor', async () => {
    const session = world({ items: item('i-a', 'c.vmdk', false) });
    await expect(importOva(session, ova(), REQUEST, options().options)).rejects.toMatchObject({
      code: 'ova-invalid',
      message: '/x/ws.ova: the descriptor names c.vmdk, which is not in the archive',
    });
    expect(methods(session)).toEqual(['CreateImportSpec']);
  });

  it('makes nothing when the run is cancelled before', async () => {
    const run = new AbortController();
    const cancel: PlayedAnswer = xml('<returnval><importSpec/></returnval>');
    const session = world({
      signal: run.signal,
      answers: {
        CreateImportSpec: () => {
          run.abort(new Error('cancelled'));
          return cancel;
        },
      },
    });
    const told = options();
    await expect(importOva(session, ova(), REQUEST, told.options)).rejects.toThrow('cancelled');
    expect(methods(session)).toEqual(['CreateImportSpec']);
    expect(told.made).toEqual([]);
  });
});

describe('what the host has received', () => {
  const manifest = (algorithm: 'sha1' | 'sha256', a: string, b: string) => (): PlayedAnswer =>
    xml(
      [
        ['k-a', a],
        ['k-b', b],
      ]
        .map(
          ([key, checksum]) =>
            `<returnval><key>${key}</key><size>9</size><checksum>${checksum}</checksum><checksumType>${algorithm}</checksumType></returnval>`,
        )
        .join(''),
    );
  const NVRAM = Buffer.from('nvram');

  it('is compared with the manifest of the OVA, of the kind that it has', async () => {
    const right = manifest('sha1', digest('sha1', DISK), digest('sha1', NVRAM));
    const session = world({ answers: { HttpNfcLeaseGetManifest: right } });
    await importOva(session, ova('sha1'), REQUEST, options().options);
    expect(methods(session)).not.toContain('HttpNfcLeaseSetManifestChecksumType');
    expect(session.said.debug).toContain(`a.vmdk: sha1 ${digest('sha1', DISK)} on both sides`);
  });

  it.each(['sha256', 'sha512', undefined] as const)(
    'is compared by SHA-256 where the manifest has %s',
    async (kind) => {
      const right = manifest('sha256', digest('sha256', DISK), digest('sha256', NVRAM));
      const session = world({ answers: { HttpNfcLeaseGetManifest: right } });
      await importOva(session, ova(kind), REQUEST, options().options);
      expect(methods(session)).toContain('HttpNfcLeaseSetManifestChecksumType');
      expect(session.said.debug).toContain(`b.nvram: sha256 ${digest('sha256', NVRAM)} on both sides`);
    },
  );

  it.each(['sha1', undefined] as const)('is refused where it is something else, manifest %s', async (kind) => {
    const algorithm = kind ?? 'sha256';
    const wrong = manifest(algorithm, 'aa', digest(algorithm, NVRAM));
    const session = world({ answers: { HttpNfcLeaseGetManifest: wrong } });
    await expect(importOva(session, ova(kind), REQUEST, options().options)).rejects.toMatchObject({
      code: 'upload-failed',
      message: `a.vmdk arrived with the ${algorithm} aa (9 bytes), but was sent with ${digest(algorithm, DISK)} (10 bytes)`,
    });
    expect(methods(session)).toContain('HttpNfcLeaseAbort');
    expect(methods(session)).not.toContain('HttpNfcLeaseComplete');
  });

  it.each<[string, string]>([
    [digest('sha1', DISK), ''],
    ['aa', `a.vmdk arrived with the sha1 aa (9 bytes), but was sent with ${digest('sha1', DISK)}`],
  ])('is compared by what the host tells, where it is another kind than was asked for: %s', async (told, said) => {
    const session = world({ answers: { HttpNfcLeaseGetManifest: manifest('sha1', told, digest('sha1', NVRAM)) } });
    const imported = importOva(session, ova('sha256'), REQUEST, options().options).catch((error: unknown) => error);
    if (said === '') {
      await imported;
      expect(session.said.debug).toContain(`a.vmdk: sha1 ${told} on both sides`);
    } else expect(await imported).toMatchObject({ message: expect.stringContaining(said) as string });
    expect(session.said.warning).toEqual([]);
  });

  it('may not be known', async () => {
    const session = world({ answers: { HttpNfcLeaseGetManifest: () => xml('<returnval><key>k-a</key></returnval>') } });
    await importOva(session, ova('sha1'), REQUEST, options().options);
    expect(session.said.warning).toEqual(
      expect.arrayContaining(
        ['a.vmdk', 'b.nvram'].map(
          (name) => `The host does not say what it received of ${name}: nobody has compared it`,
        ),
      ),
    );
  });
});

describe('an import that fails', () => {
  it('is undone: the lease is aborted and the VM removed', async () => {
    status = 500;
    const session = world({
      answers: { HttpNfcLeaseAbort: () => undefined, Destroy_Task: ({ objects }) => void objects.delete('vm-9') },
    });
    await expect(importOva(session, ova(), REQUEST, options().options)).rejects.toMatchObject({
      code: 'upload-failed',
    });
    expect(methods(session).slice(-2)).toEqual(['HttpNfcLeaseAbort', 'Destroy_Task']);
    expect(session.said.warning).toEqual([]);
  });

  it('for want of a place for a file is undone and said', async () => {
    const session = world({ items: item('i-z', 'a.vmdk', false) });
    await expect(importOva(session, ova(), REQUEST, options().options)).rejects.toMatchObject({
      code: 'upload-failed',
      message: 'The lease has no place for a.vmdk (i-z)',
    });
    expect(methods(session)).toContain('HttpNfcLeaseAbort');
  });

  it('in passing is begun anew under another name', async () => {
    status = 503;
    const session = world({
      answers: {
        HttpNfcLeaseAbort: ({ objects }) => {
          objects.delete('vm-9');
          status = 200;
          return undefined;
        },
      },
    });
    const told = options();
    expect((await importOva(session, ova(), REQUEST, told.options)).workingName).toBe('ws.stillframe-new-r1-2');
    expect(session.said.warning).toEqual([
      expect.stringMatching(/^The upload broke off \(.*503\)\. Nothing of it remains; beginning anew$/),
      unheard('b.nvram'),
      unheard('a.vmdk'),
    ]);
    expect(methods(session).filter((method) => method === 'ImportVApp')).toHaveLength(2);
  });

  it('with its lease is begun anew, but not with a fault of its own', async () => {
    const lost = world({
      answers: { HttpNfcLeaseComplete: (_, count) => (count === 1 ? 'InvalidState' : undefined) },
    });
    expect((await importOva(lost, ova(), REQUEST, options().options)).workingName).toBe('ws.stillframe-new-r1-2');
    const refused = world({ answers: { ImportVApp: () => 'NoPermission' } });
    await expect(importOva(refused, ova(), REQUEST, options().options)).rejects.toMatchObject({ type: 'NoPermission' });
    expect(methods(refused).filter((method) => method === 'ImportVApp')).toHaveLength(1);
  });

  it('and leaves something is not begun anew, and what remains is said', async () => {
    status = 503;
    const session = world({ answers: { HttpNfcLeaseAbort: () => 'NoPermission', Destroy_Task: () => 'NoPermission' } });
    await expect(importOva(session, ova(), REQUEST, options().options)).rejects.toMatchObject({
      code: 'upload-failed',
    });
    expect(session.said.warning).toEqual([
      expect.stringMatching(
        /^Not everything could be removed\. What remains: the lease lease-1, which runs out by itself in some minutes \(NoPermission it is\); the VM ws\.stillframe-new-r1 \(vm-9\) \(NoPermission it is\)\. The next upload/,
      ),
    ]);
    expect(methods(session).filter((method) => method === 'ImportVApp')).toHaveLength(1);
  });

  it('ends with the run, also when it was cancelled after the last byte', async () => {
    const run = new AbortController();
    const session = world({
      signal: run.signal,
      answers: {
        HttpNfcLeaseGetManifest: (_, count) => {
          if (count === 2) run.abort(new Error('cancelled'));
          return 'MethodNotFound';
        },
      },
    });
    await expect(importOva(session, ova(), REQUEST, options().options)).rejects.toThrow('cancelled');
    expect(methods(session)).not.toContain('HttpNfcLeaseComplete');
    expect(methods(session)).toContain('HttpNfcLeaseAbort');
  });

  it('without the answer to its import is looked up by its name and run', async () => {
    const lost = new PassingError('vsphere-unreachable', 'lost', 'x', { taken: true });
    const session = world({
      answers: {
        ImportVApp: ({ objects }) => {
          objects.set('vm-7', {
            type: 'VirtualMachine',
            properties: {
              name: 'ws.stillframe-new-r1',
              parent: ref('Folder', 'f'),
              'config.extraConfig': `<OptionValue><key>stillframe.owner</key><value>${formatOwner(ME, PLAYED_NOW)}</value></OptionValue>`,
            },
          });
          return lost;
        },
        Destroy_Task: ({ target, objects }) => {
          objects.delete(target);
          return undefined;
        },
      },
    });
    const told = { ...options().options, retries: { attempts: 1, baseMs: 1, maxMs: 1 } };
    await expect(importOva(session, ova(), REQUEST, told)).rejects.toThrow('lost');
    expect(session.asked).toContain('Destroy_Task vm-7');
  });
});
