import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyIdIn,
  copyName,
  findCopies,
  makeCopy,
  removeCopy,
  removeLeftCopies,
} from '../../../src/quiesce/disposable-copy.ts';
import { HELD_COPY } from '../../../src/quiesce/held-copy.ts';
import { removeHeldCopy } from '../../../src/quiesce/remove-held-copy.ts';
import { formatOwner, ownerProcess } from '../../../src/vsphere/vm/owner.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import { node, value } from '../../../src/vsphere/wire/soap.ts';
import {
  PLAYED_NOW,
  type PlayedObject,
  type PlayedOptions,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
} from '../vsphere/played-vsphere.ts';
import { SILENT, soapServer } from '../vsphere/soap-server.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 8 });

describe('the name of a disposable copy', () => {
  it('carries its run’s id and is never too long for vCenter', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 90 }), id, (source, run) => {
        const name = copyName(source, run);
        expect(copyIdIn(name, source)).toBe(run);
        expect(name.length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it.each([
    ['the source itself', 'ws'],
    ['a copy of another VM whose name begins alike', 'ws-std-stillframe-verify-0123abcd'],
    ['a copy of a copy', 'ws-stillframe-verify-0123abcd-stillframe-verify-0123abcd'],
    ['somebody’s VM', 'ws-stillframe-verify-notes'],
    ['one with more behind it', 'ws-stillframe-verify-0123abcd-keep'],
  ])('is not seen in %s', (_, name) => {
    expect(copyIdIn(name, 'ws')).toBeUndefined();
  });
});

it('cuts the name of the source where the whole would be too long', () => {
  expect(copyName('ws', '0123abcd')).toBe('ws-stillframe-verify-0123abcd');
  expect(copyName('x'.repeat(53), '0123abcd')).toBe(`${'x'.repeat(53)}-stillframe-verify-0123abcd`);
  expect(copyName('x'.repeat(54), '0123abcd')).toBe(`${'x'.repeat(53)}-stillframe-verify-0123abcd`);
  // Half a character would come back as another one, and nobody find the copy again.
  const pane = `${'x'.repeat(52)}🪟${'x'.repeat(9)}`;
  expect(copyName(pane, '0123abcd')).toBe(`${'x'.repeat(52)}-stillframe-verify-0123abcd`);
  expect(copyIdIn(copyName(pane, '0123abcd'), pane)).toBe('0123abcd');
});

describe('copies in vSphere', () => {
  const ME = ownerProcess('0123abcd');
  const OTHER = { run: '4567cdef', host: 'elsewhere', kernel: '', pid: 7, started: '' };
  const SOURCE = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC0/vm/ws', datacenter: 'DC0' };
  const ID = '4567cdef';
  const copy = (name: string, config: Readonly<Record<string, string>>, parent = 'f'): PlayedObject => ({
    type: 'VirtualMachine',
    properties: { name, parent: ref('Folder', parent), 'config.extraConfig': settings(config) },
  });
  const owned = (ago: number): string => formatOwner(OTHER, new Date(PLAYED_NOW.getTime() - ago));
  const world = (more: Readonly<Record<string, PlayedObject>> = {}, options: PlayedOptions = {}): PlayedVsphere =>
    playedVsphere(
      {
        dc: { type: 'Datacenter', properties: { name: 'DC0' } },
        f: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc') } },
        g: { type: 'Folder', properties: { name: 'other', parent: ref('Folder', 'f') } },
        cluster: {
          type: 'ClusterComputeResource',
          properties: {
            name: 'C',
            resourcePool: ref('ResourcePool', 'p'),
            configurationEx: '<drsConfig><enabled>false</enabled></drsConfig>',
          },
        },
        p: {
          type: 'ResourcePool',
          properties: {
            name: 'Resources',
            parent: ref('x', 'cluster'),
            owner: ref('ClusterComputeResource', 'cluster'),
          },
        },
        h: { type: 'HostSystem', properties: { name: 'h', parent: ref('ClusterComputeResource', 'cluster') } },
        'vm-1': {
          type: 'VirtualMachine',
          properties: {
            name: 'ws',
            parent: ref('Folder', 'f'),
            'runtime.host': ref('HostSystem', 'h'),
            resourcePool: ref('ResourcePool', 'p'),
          },
        },
        ...more,
      },
      {
        answers: {
          CloneVM_Task: () => ref('VirtualMachine', 'vm-2'),
          Destroy_Task: ({ target, objects }) => void objects.delete(target),
        },
        ...options,
      },
    );

  const REQUEST = { id: ID, me: ME, resourcePool: undefined };

  it('are made beside the source, marked by the run and by who makes them', async () => {
    const session = world();
    expect(await makeCopy(session, SOURCE, REQUEST)).toEqual({
      moref: ref('VirtualMachine', 'vm-2'),
      name: `ws-stillframe-verify-${ID}`,
    });
    expect(session.asked).toHaveLength(1);
    expect(session.asked[0]).toMatch(
      /^CloneVM_Task vm-1 <folder type="Folder">f<\/folder><name>ws-stillframe-verify-4567cdef<\/name>/,
    );
    expect(session.asked[0]).toContain('<pool type="ResourcePool">p</pool><host type="HostSystem">h</host>');
    expect(session.asked[0]).toContain(`<key>stillframe.verify</key><value xsi:type="xsd:string">${ID}</value>`);
    expect(session.asked[0]).toContain(
      `<key>stillframe.owner</key><value xsi:type="xsd:string">${formatOwner(ME, PLAYED_NOW)}</value>`,
    );
  });

  it('are linked to a snapshot of another VM, which is said in them, or customized, in the order of the specification', async () => {
    const session = world({
      'vm-5': {
        type: 'VirtualMachine',
        properties: { name: 'x', parent: ref('Folder', 'f'), resourcePool: ref('ResourcePool', 'p') },
      },
    });
    const from = { vm: ref('VirtualMachine', 'vm-5'), snapshot: ref('VirtualMachineSnapshot', 's-1') };
    const customization = node('anything', [value('nicSettingMap', '')]);
    const { name } = await makeCopy(session, SOURCE, { ...REQUEST, from, customization });
    expect(name).toBe(copyName('ws', ID));
    const [call = ''] = session.asked;
    expect(call).toMatch(/^CloneVM_Task vm-5 /);
    expect(call).toContain('<diskMoveType>createNewChildDiskBacking</diskMoveType>');
    expect(call).toContain('<key>stillframe.verify.linked-to</key><value xsi:type="xsd:string">vm-5</value>');
    expect(call).toMatch(
      /<\/config><customization><nicSettingMap><\/nicSettingMap><\/customization><powerOn>false<\/powerOn><snapshot type="VirtualMachineSnapshot">s-1<\/snapshot><\/spec>$/,
    );
  });

  it('that live on the disks of others come first', async () => {
    const linked = { 'stillframe.verify': '22222222', 'stillframe.verify.linked-to': 'whole' };
    const session = world({
      whole: copy(copyName('ws', ID), { 'stillframe.verify': ID }),
      linked: copy(copyName('ws', '22222222'), linked),
    });
    expect((await findCopies(session, SOURCE)).map(({ moref }) => moref.value)).toEqual(['linked', 'whole']);
  });

  it('are not made on an ESXi host, nor of what lies in no folder', async () => {
    await expect(makeCopy(world({}, { kind: 'esxi' }), SOURCE, REQUEST)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: 'vc.example.com is an ESXi host, and only a vCenter can copy ws',
      hint: expect.stringContaining('copy: false'),
    });
    const vapp = world({ 'vm-1': { type: 'VirtualMachine', properties: { name: 'ws' } } });
    await expect(makeCopy(vapp, SOURCE, REQUEST)).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: 'ws lies in no folder that could take a copy',
    });
    const refused = world({}, { answers: { CloneVM_Task: () => 'NoPermission' } });
    await expect(makeCopy(refused, SOURCE, REQUEST)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('Copying ws: '),
    });
  });

  it('are found by name, place and mark together', async () => {
    const name = copyName('ws', ID);
    const session = world({
      right: copy(name, { 'stillframe.verify': ID }),
      unmarked: copy(copyName('ws', '00000000'), {}),
      othermark: copy(copyName('ws', '11111111'), { 'stillframe.verify': ID }),
      elsewhere: copy(name, { 'stillframe.verify': ID }, 'g'),
      named: copy('ws2', { 'stillframe.verify': ID }),
      second: copy(copyName('ws', '22222222'), { 'stillframe.verify': '22222222' }),
    });
    expect((await findCopies(session, SOURCE)).map(({ moref }) => moref.value)).toEqual(['right', 'second']);
    expect(await findCopies(session, SOURCE, ID)).toEqual([{ moref: ref('VirtualMachine', 'right'), name }]);
  });

  it('that are gone while they are looked at are none; another fault is one', async () => {
    const one = { right: copy(copyName('ws', ID), { 'stillframe.verify': ID }) };
    const failing = (type: string): PlayedVsphere =>
      world(one, { onRead: (id) => (id === 'right' ? new VsphereFault('x', type, 'x') : undefined) });
    expect(await findCopies(failing('ManagedObjectNotFound'), SOURCE)).toEqual([]);
    await expect(findCopies(failing('NoPermission'), SOURCE)).rejects.toMatchObject({ type: 'NoPermission' });
  });

  it('are removed, and it is said which could not be', async () => {
    const session = world({ right: copy('x', {}) });
    await removeCopy(session, { moref: ref('VirtualMachine', 'right'), name: 'x' });
    expect(session.asked).toEqual(['Destroy_Task right']);
    const refused = world({ right: copy('x', {}) }, { answers: { Destroy_Task: () => 'NoPermission' } });
    await expect(removeCopy(refused, { moref: ref('VirtualMachine', 'right'), name: 'x' })).rejects.toThrow(
      'Removing x: vSphere refused Destroy_Task',
    );
  });

  it('that runs have left are removed, but not those at work, nor those of nobody', async () => {
    const session = world({
      left: copy(copyName('ws', '00000000'), {
        'stillframe.verify': '00000000',
        'stillframe.owner': owned(11 * 60_000),
      }),
      working: copy(copyName('ws', '11111111'), { 'stillframe.verify': '11111111', 'stillframe.owner': owned(60_000) }),
      nobodys: copy(copyName('ws', '22222222'), { 'stillframe.verify': '22222222' }),
    });
    await removeLeftCopies(session, SOURCE, ME);
    expect(session.asked).toEqual(['Destroy_Task left']);
    expect(session.said.info).toEqual([
      'Removing ws-stillframe-verify-00000000, which an ended run has left behind',
      expect.stringMatching(
        /^ws-stillframe-verify-11111111 is left alone: it belongs to run 4567cdef \(process 7 on elsewhere/,
      ),
    ]);
    expect(session.said.warning).toEqual([
      'ws-stillframe-verify-22222222 does not say whose it is, and is left alone: delete it when nobody needs it',
    ]);
  });

  describe('of a held run', () => {
    const held = {
      ticket: { server: 'x', tls: {}, cookie: '' },
      source: SOURCE,
      id: ID,
      since: PLAYED_NOW.toISOString(),
    };
    const task = (entity: string, name: string): PlayedObject => ({
      type: 'Task',
      properties: {
        'info.state': 'running',
        'info.entity': ref('VirtualMachine', entity),
        'info.name': name,
        'info.queueTime': PLAYED_NOW.toISOString(),
      },
    });

    it('are removed once what makes them, and what works on them, was stopped', async () => {
      const session = world(
        {
          mine: copy(copyName('ws', ID), { 'stillframe.verify': ID }),
          other: copy(copyName('ws', '22222222'), { 'stillframe.verify': '22222222' }),
          clone: task('vm-1', 'CloneVM_Task'),
          snapshot: task('vm-1', 'CreateSnapshot_Task'),
          start: task('mine', 'PowerOnVM_Task'),
        },
        {
          answers: {
            CancelTask: ({ target, objects }) => void objects.delete(target),
            Destroy_Task: ({ target, objects }) => void objects.delete(target),
          },
        },
      );
      await removeHeldCopy(session, held);
      expect(session.asked).toEqual(['CancelTask clone', 'CancelTask start', 'Destroy_Task mine']);
    });

    it('are told by source and run, and undone with the session that is resumed', async () => {
      expect(HELD_COPY.what(held)).toBe('the copy 4567cdef of ws');
      expect(HELD_COPY.kind).toBe('quiesce-copy');
      const server = await soapServer(({ method }) =>
        method === 'RetrievePropertiesEx'
          ? '<returnval/>'
          : method === 'CreateContainerView'
            ? '<returnval type="V">v</returnval>'
            : method === 'DestroyView'
              ? ''
              : undefined,
      );
      try {
        const ticket = (await server.connect()).ticket();
        await HELD_COPY.undo(
          { ...held, ticket },
          { log: SILENT, tools: recordedTools(), signal: new AbortController().signal },
        );
        expect(server.methods().filter((method) => method === 'CreateContainerView')).toHaveLength(1);
        expect(server.methods()).not.toContain('Logout');
      } finally {
        await server.close();
      }
    });
  });
});
