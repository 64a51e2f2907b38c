/** The whole of upload-esxi against a played vSphere behind a server of its own; the file goes to a host on this machine. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UploadEsxiInputs } from '../../../../actions/upload-esxi/inputs.ts';
import { main } from '../../../../actions/upload-esxi/main.ts';
import type { UploadEsxiResult } from '../../../../actions/upload-esxi/result.ts';
import { describeItemRelease } from '../../../../src/vsphere/library/item-release.ts';
import { memoryDisk } from '../../disk/memory-disk.ts';
import { type Member, manifestOf, ovfOf, type SampleDrive, streamOf, tarOf } from '../../ova/sample-ova.ts';
import { CURRENT_SESSION, denyAll, missingIn } from '../../vsphere/access/deny-all.ts';
import { type PlayedRest, playedRest } from '../../vsphere/library/played-rest.ts';
import { serveRest } from '../../vsphere/library/serve-rest.ts';
import {
  type PlayedAnswer,
  type PlayedCall,
  type PlayedObject,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
  xml,
} from '../../vsphere/played-vsphere.ts';
import { ADMINISTERED, servePlayed } from '../../vsphere/serve-played.ts';
import type { SoapServer } from '../../vsphere/soap-server.ts';
import { type PlayedContext, playedContext } from '../played-context.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/ova');
let host: Server;
let origin: string;
let received: string[];
let folder: string;
const open: SoapServer[] = [];
beforeAll(async () => {
  const tls = {
    key: readFileSync(join(FIXTURES, 'sign-key.pem')),
    cert: readFileSync(join(FIXTURES, 'sign-certificate.pem')),
  };
  host = createServer(tls, (request, response) => {
    received.push(`${request.method} ${request.url} ${request.headers['content-length']}`);
    request.resume().once('end', () => response.end());
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  origin = `https://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
});
beforeEach(async () => {
  received = [];
  folder = await mkdtemp(join(tmpdir(), 'stillframe-upload-'));
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  await rm(folder, { recursive: true, force: true });
});

const MEMBERS: readonly Member[] = [
  ['ws.ovf', ovfOf({ drives: [{ href: 'a.vmdk', unit: 0 }] })],
  ['a.vmdk', 'the disk'],
];

async function ova(manifest = true, members = MEMBERS): Promise<string> {
  const path = join(folder, 'ws.ova');
  const [descriptor, ...files] = members;
  if (!descriptor) throw new Error('no descriptor');
  await writeFile(path, tarOf([descriptor, ...(manifest ? [['ws.mf', manifestOf(MEMBERS)] as const] : []), ...files]));
  return path;
}

const list = (type: string, id: string): string =>
  `<ManagedObjectReference type="${type}">${id}</ManagedObjectReference>`;

interface Scene {
  readonly more?: Readonly<Record<string, PlayedObject>>;
  readonly answers?: Readonly<Record<string, (call: PlayedCall) => PlayedAnswer>>;
  readonly freeSpace?: string;
  readonly signal?: AbortSignal;
  readonly manifest?: boolean;
  readonly service?: string;
  readonly members?: readonly Member[];
  readonly rest?: PlayedRest;
}

/** A host on its own in a datacenter, which takes what it is sent and obeys. */
function world({ more = {}, answers = {}, freeSpace = '1000000' }: Scene): PlayedVsphere {
  const change = (id: string, by: PlayedObject['properties'], objects: Map<string, PlayedObject>): void => {
    const old = objects.get(id);
    if (old) objects.set(id, { ...old, properties: { ...old.properties, ...by } });
  };
  return playedVsphere(
    {
      dc: { type: 'Datacenter', properties: { name: 'DC', vmFolder: ref('Folder', 'f') } },
      f: {
        type: 'Folder',
        properties: { name: 'vm', parent: ref('Datacenter', 'dc'), childType: '<string>VirtualMachine</string>' },
      },
      c: {
        type: 'ComputeResource',
        properties: {
          name: 'esx',
          parent: ref('Datacenter', 'dc'),
          resourcePool: ref('ResourcePool', 'p'),
          host: list('HostSystem', 'h'),
          datastore: list('Datastore', 'd'),
          network: list('Network', 'n'),
        },
      },
      p: {
        type: 'ResourcePool',
        properties: { name: 'Resources', parent: ref('x', 'c'), owner: ref('ComputeResource', 'c') },
      },
      d: { type: 'Datastore', properties: { name: 'ds', parent: ref('x', 'dc'), 'summary.freeSpace': freeSpace } },
      n: { type: 'Network', properties: { name: 'lab', parent: ref('x', 'dc') } },
      ...more,
    },
    {
      answers: {
        CreateImportSpec: () =>
          xml(
            '<returnval><importSpec><configSpec/></importSpec><fileItem><deviceId>i</deviceId><path>a.vmdk</path><create>false</create></fileItem></returnval>',
          ),
        ImportVApp: ({ objects, text }) => {
          const info = `<entity type="VirtualMachine">vm-9</entity><deviceUrl><key>k</key><importKey>i</importKey><url>${origin}/disk</url></deviceUrl>`;
          objects.set('lease-1', { type: 'HttpNfcLease', properties: { state: 'ready', info } });
          objects.set('vm-9', {
            type: 'VirtualMachine',
            properties: {
              name: 'x',
              parent: ref('Folder', 'f'),
              'config.firmware': 'efi',
              'config.guestId': 'windows2019srv_64Guest',
              'config.bootOptions': '<efiSecureBootEnabled>true</efiSecureBootEnabled>',
              'config.extraConfig': text,
            },
          });
          return ref('HttpNfcLease', 'lease-1');
        },
        HttpNfcLeaseGetManifest: () => 'MethodNotFound',
        HttpNfcLeaseAbort: ({ objects }) => void objects.delete('vm-9'),
        ReconfigVM_Task: ({ target, text, objects }) => {
          const config = Object.fromEntries(
            [...text.matchAll(/<key>([^<]*)<\/key><value[^>]*>([^<]*)/g)].map(([, key = '', value = '']) => [
              key,
              value,
            ]),
          );
          change(target, { 'config.extraConfig': settings({ 'disk.EnableUUID': 'TRUE', ...config }) }, objects);
          return undefined;
        },
        Rename_Task: ({ target, text, objects }) =>
          change(target, { name: /<newName>([^<]*)/.exec(text)?.[1] ?? '' }, objects) as undefined,
        Destroy_Task: ({ target, objects }) => void objects.delete(target),
        ...answers,
      },
    },
  );
}

async function upload(
  scene: Scene = {},
  more: Partial<UploadEsxiInputs> = {},
): Promise<{
  result: UploadEsxiResult;
  played: PlayedVsphere;
  context: PlayedContext;
  server: SoapServer;
  inputs: UploadEsxiInputs;
}> {
  const played = world(scene);
  const server = await servePlayed(played, scene.service, scene.rest && serveRest(scene.rest));
  open.push(server);
  const context = playedContext(folder, scene.signal && { signal: scene.signal });
  const inputs: UploadEsxiInputs = {
    ova: await ova(scene.manifest, scene.members),
    server: server.server,
    username: 'u',
    password: 'p',
    tls: { insecure: true },
    name: 'ws',
    run: '4711',
    placement: {
      datacenter: undefined,
      datastore: undefined,
      folder: undefined,
      resourcePool: undefined,
      host: undefined,
    },
    networks: new Map(),
    diskProvisioning: 'thin',
    as: 'template',
    ifExists: 'fail',
    library: undefined,
    viaLibrary: undefined,
    ...more,
  };
  try {
    return { result: await main(inputs, context), played, context, server, inputs };
  } finally {
    await context.end();
  }
}
const methods = ({ asked }: PlayedVsphere): string[] => asked.map((call) => call.split(' ')[0] ?? '');
const existing = (more: PlayedObject['properties'] = {}): Scene => ({
  more: {
    old: {
      type: 'VirtualMachine',
      properties: { name: 'ws', parent: ref('Folder', 'f'), 'config.template': 'true', ...more },
    },
  },
});

const ESXI = `<returnval><rootFolder type="Folder">root</rootFolder><about><fullName>ESXi 8</fullName><apiType>HostAgent</apiType></about>${['propertyCollector', 'viewManager', 'ovfManager'].map((name) => `<${name} type="${name}">${name}</${name}>`).join('')}</returnval>`;

describe('what the account may', () => {
  /** What one that may nothing is told to need, without what every way of making a VM needs. */
  async function needs(inputs: Partial<UploadEsxiInputs>, rest?: PlayedRest): Promise<string[]> {
    const answers = { HasPrivilegeOnEntities: denyAll };
    const scene = { service: ADMINISTERED, answers, more: CURRENT_SESSION, ...(rest && { rest }) };
    const error: unknown = await upload(scene, inputs).catch((reason: unknown) => reason);
    expect(received).toEqual([]);
    return missingIn(error);
  }
  const HERE = 'Folder f or ResourcePool p';
  const VM = [
    ...['VApp.Import', 'Resource.AssignVMToPool'].map((one) => `${one} on ResourcePool p`),
    'VirtualMachine.Inventory.Create on Folder f',
    ...['Inventory.Delete', 'Config.AddNewDisk', 'Config.AdvancedConfig', 'Config.Settings', 'Config.Rename'].map(
      (one) => `VirtualMachine.${one} on ${HERE}`,
    ),
    'Datastore.AllocateSpace on Datastore d',
    'Network.Assign on Network n',
  ];

  it.each<[Partial<UploadEsxiInputs>, readonly string[]]>([
    [{ as: 'vm' }, VM],
    [{ as: 'candidate' }, VM],
    [{ as: 'template' }, [...VM, `VirtualMachine.Provisioning.MarkAsTemplate on ${HERE}`]],
  ])('is asked before a byte is sent, object by object: %j', async (inputs, expected) => {
    expect(new Set(await needs(inputs))).toEqual(new Set(expected));
  });

  it('is asked for the way through a library, and for an item of one', async () => {
    const inLibrary = ['AddLibraryItem', 'UpdateSession', 'DeleteLibraryItem'].map(
      (one) => `ContentLibrary.${one} on Folder root`,
    );
    expect(new Set(await needs({ as: 'vm', viaLibrary: 'golden' }, playedRest()))).toEqual(
      new Set([...VM, ...inLibrary]),
    );
    const item = { as: 'library-item', library: 'golden' } as const;
    const all = [...inLibrary, 'ContentLibrary.UpdateLibraryItem on Folder root'];
    for (const ifExists of ['fail', 'replace', 'keep'] as const) {
      expect(new Set(await needs({ ...item, ifExists }, playedRest()))).toEqual(new Set(all));
    }
  });
});

describe('an item of a library', () => {
  const ITEM = { as: 'library-item', library: 'golden' } as const;
  const there = (backings?: readonly object[]): PlayedRest => {
    const rest = playedRest(({ id }) =>
      backings && id === 'l-1' ? { name: 'golden', type: 'LOCAL', storage_backings: backings } : undefined,
    );
    const description = describeItemRelease('', { run: '1', ova: 'ab'.repeat(32), published: new Date(0) });
    const item = { library_id: 'l-1', name: 'ws', description, size: 1, cached: true, content: 'vm-1' };
    rest.items.set('i-7', item);
    return rest;
  };

  it('that is there is kept without a privilege, and told by its id', async () => {
    const scene = { service: ADMINISTERED, answers: { HasPrivilegeOnEntities: denyAll }, more: CURRENT_SESSION };
    const { result, context } = await upload({ ...scene, rest: there() }, { ...ITEM, ifExists: 'keep' });
    expect(result).toMatchObject({
      ...{ as: 'library-item', inventoryPath: 'golden/ws', libraryItem: 'i-7', existing: 'kept', product: 'Test 8.0' },
      ...{ uploadedBytes: 0, milliseconds: 0, repaired: [] },
    });
    expect(context.said.info.at(-1)).toBe('The item golden/ws exists and is kept');
    expect(context.held).toEqual(['vsphere-session', 'vsphere-rest-session']);
  });

  it('that is there is an error where nothing else was said', async () => {
    await expect(upload({ rest: there() }, ITEM)).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: 'The content library golden has an item ws already',
      hint: expect.stringContaining('if-exists: replace') as string,
    });
  });

  it('of somebody else is neither replaced nor kept for a release', async () => {
    const rest = there();
    rest.items.set('i-7', { ...rest.items.get('i-7'), description: 'by hand' } as never);
    for (const ifExists of ['fail', 'replace', 'keep'] as const) {
      await expect(upload({ rest }, { ...ITEM, ifExists })).rejects.toMatchObject({
        code: 'vsphere-exists',
        message:
          'The content library golden has an item ws that no release made: it is not replaced, nor taken for one',
      });
    }
  });

  it('is not made of a descriptor by which vCenter deploys machines with BIOS firmware', async () => {
    const order = '<vmw:BootOrderSection vmw:instanceId="8" vmw:type="disk"><Info>x</Info></vmw:BootOrderSection>';
    const [[name, text], ...disks] = MEMBERS as [Member, ...Member[]];
    const ordered: Member = [name, String(text).replace('</VirtualSystem>', `${order}$&`)];
    const rest = there();
    rest.items.clear();
    const scene = { rest, manifest: false, members: [ordered, ...disks] };
    await expect(upload(scene, ITEM)).rejects.toMatchObject({
      code: 'ova-invalid',
      message: expect.stringMatching(/ws\.ova: ws\.ovf has a vmw:BootOrderSection/) as string,
    });
    expect(rest.items.size).toBe(0);
  });

  it('is not begun where its library has no room', async () => {
    const rest = there([{ type: 'DATASTORE', datastore_id: 'd' }]);
    rest.items.clear();
    await expect(upload({ rest, freeSpace: '10' }, ITEM)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringMatching(
        /^The content library golden lies on the datastore ds, which has 10 B free/,
      ) as string,
    });
    expect(rest.items.size).toBe(0);
  });
});

describe('an upload', () => {
  it('checks, imports, settles, and makes the template in its place', async () => {
    const { result, played, context, server, inputs } = await upload();
    expect(result).toMatchObject({
      vm: 'vm-9',
      inventoryPath: '/DC/vm/ws',
      as: 'template',
      server: server.server,
      product: 'Test 8.0',
      datastore: 'ds',
      existing: 'none',
      uploadedBytes: 8,
      ova: createHash('sha256').update(readFileSync(inputs.ova)).digest('hex'),
      repaired: ['disk.EnableUUID = TRUE'],
    });
    expect(received).toEqual(['POST /disk 8']);
    expect(methods(played)).toEqual([
      'CreateImportSpec',
      'ImportVApp',
      'HttpNfcLeaseProgress',
      'HttpNfcLeaseSetManifestChecksumType',
      'HttpNfcLeaseGetManifest',
      'HttpNfcLeaseComplete',
      'ReconfigVM_Task',
      'MarkAsTemplate',
      'Rename_Task',
    ]);
    expect(played.asked[0]).toContain(
      '<networkMapping><name>VM &amp; Network</name><network type="Network">n</network></networkMapping>',
    );
    expect(played.asked[0]).toContain('<diskProvisioning>thin</diskProvisioning>');
    expect(context.held).toEqual([
      'vsphere-session',
      'upload-import',
      'upload-import',
      '-upload-import',
      'upload-import',
      '-upload-import',
      '-upload-import',
    ]);
    expect(context.said.info).toEqual(
      expect.arrayContaining([
        `Connected to ${server.server}: Test 8.0`,
        '[Checking the OVA against its manifest]',
        '2 files are as ws.mf says',
        '100 % sent',
        expect.stringMatching(/^8 B sent and taken in /),
      ]),
    );
    expect(context.said.warning).toEqual([
      expect.stringContaining('is not checked (insecure)'),
      expect.stringContaining('does not say what it received of a.vmdk'),
    ]);
    expect(server.methods().at(-1)).toBe('Logout');
  });

  it('as a candidate says under which name it shall be published, and until when it is nobody’s', async () => {
    const { result, played } = await upload({}, { as: 'candidate' });
    const ova = result.ova ?? '';
    expect(ova).toMatch(/^[0-9a-f]{64}$/);
    expect(result).toMatchObject({
      inventoryPath: '/DC/vm/ws.candidate-4711',
      release: { name: 'ws', ova, expires: expect.stringMatching(/^2026-12-05T12:00:0/) as string },
    });
    expect(played.objects.get('vm-9')?.properties).toMatchObject({
      name: 'ws.candidate-4711',
      'config.extraConfig': expect.stringContaining(
        `<key>stillframe.release</key><value>name=ws run=4711 ova=${ova} expires=${result.release?.expires}</value>`,
      ) as string,
    });
    const { result: plain, played: unmarked } = await upload({}, { as: 'vm' });
    expect(plain).not.toHaveProperty('release');
    expect(unmarked.objects.get('vm-9')?.properties?.['config.extraConfig']).not.toContain('stillframe.release');
  });

  it('as a VM makes no template', async () => {
    const { result, played } = await upload({}, { as: 'vm' });
    expect(result.as).toBe('vm');
    expect(methods(played)).not.toContain('MarkAsTemplate');
  });

  it('of an OVA without a manifest is warned of', async () => {
    const { context } = await upload({ manifest: false });
    expect(context.said.warning.join('\n')).toMatch(
      /ws\.ova has no manifest: that its files are whole cannot be checked/,
    );
  });

  it('of an OVA that is not what its manifest says ends before anything is made', async () => {
    const members: readonly Member[] = [MEMBERS[0] as Member, ['a.vmdk', 'another disk']];
    const played: string[] = [];
    const answers = { CreateImportSpec: () => void played.push('asked') };
    await expect(upload({ members, answers })).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(played).toEqual([]);
  });

  it('of a disk that is larger than its descriptor says ends before a byte is sent, of an unused one is warned of', async () => {
    const disk = await streamOf(memoryDisk(2 ** 20));
    const of = (...drives: SampleDrive[]): readonly Member[] => [
      ['ws.ovf', ovfOf({ drives })],
      ['a.vmdk', disk],
      ['b.vmdk', disk],
    ];
    const small = of({ href: 'a.vmdk', unit: 0, disk: 'ovf:capacity="512"' });
    await expect(upload({ members: small, manifest: false })).rejects.toMatchObject({
      code: 'ova-invalid',
      message: expect.stringContaining('gives a.vmdk a capacity of 512 B (512 bytes)') as string,
      hint: expect.stringContaining('Make the OVA again') as string,
    });
    expect(received).toEqual([]);
    const unused = of({ href: 'a.vmdk', unit: 0 }, { href: 'b.vmdk', unit: 1, unused: true });
    const { context } = await upload({ members: unused, manifest: false });
    expect(context.said.warning.join('\n')).toMatch(/lists the disk b\.vmdk, and no item of the machine uses it/);
  });

  it('ends where the datastore has no room', async () => {
    await expect(upload({ freeSpace: '10' })).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringMatching(/^The datastore ds has 10 B free, less than the .* of the OVA$/),
    });
  });

  it('of a template ends on an ESXi host, which has none', async () => {
    const service = ESXI;
    await expect(upload({ service })).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringMatching(/is an ESXi host \(ESXi 8\), and only vCenter has templates$/),
    });
    expect((await upload({ service }, { as: 'vm' })).result.product).toBe('ESXi 8');
  });

  it.each<[Partial<UploadEsxiInputs>, string]>([
    [{ as: 'vm', viaLibrary: 'transit' }, 'Leave via-library out: the host takes the disk itself.'],
    [{ as: 'library-item', library: 'golden' }, 'Set as: vm.'],
  ])('through a library ends on an ESXi host, which has none: %j', async (asked, hint) => {
    await expect(upload({ service: ESXI }, asked)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringMatching(/is an ESXi host \(ESXi 8\), and only vCenter has content libraries$/) as string,
      hint,
    });
  });

  it('that vSphere refuses says what was done', async () => {
    await expect(upload({ answers: { CreateImportSpec: () => 'NoPermission' } })).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('Uploading ws: '),
    });
  });

  it('that fails on its way is undone, and no longer held', async () => {
    const error = upload({ answers: { HttpNfcLeaseComplete: () => 'NoPermission' } });
    await expect(error).rejects.toMatchObject({ code: 'vsphere-refused' });
    expect(open[0]?.methods()).toContain('HttpNfcLeaseAbort');
  });
});

describe('a name that is taken', () => {
  it('is an error where nothing else was said', async () => {
    await expect(upload(existing())).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: '/DC/vm/ws exists already',
      hint: expect.stringContaining('if-exists: replace'),
    });
  });

  it('is kept, if it is of the kind', async () => {
    const { result, played, context } = await upload(existing(), { ifExists: 'keep' });
    expect(result).toMatchObject({ vm: 'old', existing: 'kept', uploadedBytes: 0, milliseconds: 0, repaired: [] });
    expect(result).not.toHaveProperty('ova');
    expect(methods(played)).toEqual([]);
    expect(context.said.info.at(-1)).toBe('/DC/vm/ws exists and is kept');
    await expect(upload(existing(), { ifExists: 'keep', as: 'vm' })).rejects.toMatchObject({
      message: '/DC/vm/ws exists as a template, and as: vm was asked for',
      hint: expect.stringContaining('set as: template'),
    });
    await expect(upload(existing({ 'config.template': 'false' }), { ifExists: 'keep' })).rejects.toMatchObject({
      message: '/DC/vm/ws exists as a virtual machine, not a template, and as: template was asked for',
      hint: expect.stringContaining('set as: vm'),
    });
    expect(
      (await upload(existing({ 'config.template': 'false' }), { ifExists: 'keep', as: 'vm' })).result.existing,
    ).toBe('kept');
  });

  it('is kept without a privilege to make one, which whoever makes one needs', async () => {
    const asked: string[] = [];
    const scene: Scene = {
      service: ADMINISTERED,
      answers: {
        HasPrivilegeOnEntities: (call) => {
          asked.push(call.text.includes('VirtualMachine.Provisioning.MarkAsTemplate') ? 'a template' : 'a VM');
          return denyAll(call);
        },
      },
    };
    const there = { ...existing().more, ...CURRENT_SESSION };
    const { result } = await upload({ ...scene, more: there }, { ifExists: 'keep' });
    expect([result.existing, asked]).toEqual(['kept', []]);
    for (const more of [CURRENT_SESSION, there]) {
      const ifExists = more === there ? 'replace' : 'keep';
      await expect(upload({ ...scene, more }, { ifExists })).rejects.toMatchObject({
        message: expect.stringContaining('The account lacks privileges that upload-esxi needs here') as string,
      });
    }
    await expect(upload({ ...scene, more: CURRENT_SESSION }, { as: 'vm' })).rejects.toThrow('lacks privileges');
    expect(asked).toEqual(['a template', 'a template', 'a VM']);
  });

  it('is given to the new one, once it is whole', async () => {
    const { result, played } = await upload(existing(), { ifExists: 'replace' });
    expect(result.existing).toBe('replaced');
    expect(methods(played).slice(-3)).toEqual(['Rename_Task', 'Rename_Task', 'Destroy_Task']);
    expect(played.objects.has('old')).toBe(false);
  });

  it.each(['orphaned', 'inaccessible', 'invalid'])('is not kept by one that vSphere calls %s', async (state) => {
    const there = existing({ 'runtime.connectionState': state });
    await expect(upload(there, { ifExists: 'keep' })).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: `/DC/vm/ws exists, but vSphere calls it ${state}: it cannot be kept`,
    });
    const away = existing({ 'runtime.connectionState': 'disconnected' });
    expect((await upload(away, { ifExists: 'keep' })).result.existing).toBe('kept');
  });

  it('is not taken from one that is suspended, whose memory would be lost', async () => {
    await expect(
      upload(existing({ 'runtime.powerState': 'suspended' }), { ifExists: 'replace' }),
    ).rejects.toMatchObject({ code: 'vsphere-exists', message: '/DC/vm/ws is suspended and is not replaced' });
  });

  it('is not taken from one that runs', async () => {
    await expect(
      upload(existing({ 'runtime.powerState': 'poweredOn' }), { ifExists: 'replace' }),
    ).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: '/DC/vm/ws is running and is not replaced',
    });
  });
});

it('what an ended run has left is cleared away first', async () => {
  const owner = 'run=b1 machine=elsewhere process=7 time=2026-11-27T12:00:00.000Z';
  const left: PlayedObject = {
    type: 'VirtualMachine',
    properties: {
      name: 'ws.stillframe-new-b1',
      parent: ref('Folder', 'f'),
      'config.extraConfig': settings({ 'stillframe.owner': owner }),
    },
  };
  const { played } = await upload({ more: { left } });
  expect(played.asked[0]).toBe('Destroy_Task left');
  expect(played.objects.has('left')).toBe(false);
});

it('one that was finished before the cancel stays, and it is said', async () => {
  const run = new AbortController();
  const { result, context } = await upload(
    {
      signal: run.signal,
      answers: {
        Destroy_Task: ({ target, objects }) => {
          objects.delete(target);
          run.abort(new Error('cancelled'));
          return undefined;
        },
      },
      ...existing(),
    },
    { ifExists: 'replace' },
  );
  expect(result.existing).toBe('replaced');
  expect(context.said.warning.at(-1)).toBe('/DC/vm/ws (vm-9) was finished before the run was cancelled, and stays.');
});
