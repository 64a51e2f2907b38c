import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD_CHECK } from '../../../src/quiesce/held-check.ts';
import { snapshotName } from '../../../src/quiesce/left-snapshots.ts';
import { undoCheck } from '../../../src/quiesce/undo-check.ts';
import type { VerifyTarget } from '../../../src/quiesce/verify-target.ts';
import { vsphereTarget } from '../../../src/quiesce/vsphere-target.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import { createAgent } from '../../../src/vsphere/wire/trust.ts';
import {
  PLAYED_NOW,
  type PlayedObject,
  type PlayedOptions,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
  xml,
} from '../vsphere/played-vsphere.ts';
import { SILENT, soapServer } from '../vsphere/soap-server.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const VM = ref('VirtualMachine', 'vm-1');
const tree = (...names: string[]): string =>
  names
    .map(
      (name, index) =>
        `<rootSnapshotList><snapshot type="VirtualMachineSnapshot">s-${index}</snapshot><name>${name}</name><quiesced>true</quiesced><backupManifest>m.zip</backupManifest></rootSnapshotList>`,
    )
    .join('');

function world(
  properties: PlayedObject['properties'] = {},
  options: PlayedOptions = {},
  more: Readonly<Record<string, PlayedObject>> = {},
): PlayedVsphere {
  const vm = {
    type: 'VirtualMachine',
    properties: {
      name: 'ws',
      'runtime.powerState': 'poweredOn',
      'guest.toolsRunningStatus': 'guestToolsRunning',
      ...properties,
    },
  };
  return playedVsphere({ 'vm-1': vm, ...more }, options);
}
const target = (session: PlayedVsphere): VerifyTarget => vsphereTarget(session, VM, 'DC0', {});
const off = (objects: Map<string, PlayedObject>): undefined => {
  objects.set('vm-1', { type: 'VirtualMachine', properties: { 'runtime.powerState': 'poweredOff' } });
  return undefined;
};

describe('a VM of vSphere as a target', () => {
  it('tells facts, guest and clock', async () => {
    const session = world(
      { 'config.extraConfig': settings({ 'guestinfo.stillframe.first-boot': 'running' }) },
      { answers: { CurrentTime: () => xml('<returnval>2026-11-28T12:00:01Z</returnval>') } },
    );
    expect(await target(session).facts()).toMatchObject({ name: 'ws', poweredOn: true, settings: { from: 'the VM' } });
    expect(await target(session).guest()).toEqual({ toolsRunning: true, firstBoot: 'running' });
    expect(await target(session).now()).toEqual(new Date('2026-11-28T12:00:01Z'));
  });

  it('is started, and says what was refused', async () => {
    const session = world();
    await target(session).powerOn();
    expect(session.asked).toEqual(['PowerOnVM_Task vm-1']);
    await expect(
      target(world({}, { answers: { PowerOnVM_Task: () => 'NoPermission' } })).powerOn(),
    ).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringMatching(/^Starting the VM: vSphere refused PowerOnVM_Task/),
    });
  });

  it('loses the snapshot that is named and no other', async () => {
    const session = world({ snapshot: tree('a', 'b') });
    await target(session).removeSnapshot('s-1');
    await target(session).removeSnapshot('s-9');
    expect(session.asked).toEqual([expect.stringMatching(/^RemoveSnapshot_Task s-1 /)]);
  });

  it('is left with whole disks when its snapshot is gone, unless it goes itself', async () => {
    const left = { snapshot: tree('a'), 'runtime.consolidationNeeded': 'true' };
    const stuck = target(world(left)).removeSnapshot('s-0');
    await expect(stuck).rejects.toThrow('need to be consolidated');
    const session = world(left);
    await vsphereTarget(session, VM, 'DC0', { disposable: true }).removeSnapshot('s-0');
    expect(session.asked).toEqual([expect.stringMatching(/^RemoveSnapshot_Task s-0 /)]);
  });

  it('gives its events from that moment on', async () => {
    const event = (time: string): string =>
      `<returnval xsi:type="E"><createdTime>${time}</createdTime><fullFormattedMessage>m</fullFormattedMessage></returnval>`;
    const session = world(
      {},
      {
        answers: {
          QueryEvents: () =>
            xml(['2026-11-28T12:00:01Z', '2026-11-28T12:00:00Z', '2026-11-28T11:59:59Z'].map(event).join('')),
        },
      },
    );
    const events = await target(session).events(new Date('2026-11-28T12:00:00Z'));
    expect(events.map(({ time }) => time)).toEqual(['2026-11-28T12:00:00Z', '2026-11-28T12:00:01Z']);
  });
});

describe('its snapshot', () => {
  const request = { name: 'n', description: 'd', timeout: 900_000 };
  const made = { CreateSnapshotEx_Task: () => ref('VirtualMachineSnapshot', 's-0') };

  it('is what the tree says of it', async () => {
    const session = world({ snapshot: tree('n') }, { answers: made });
    expect(await target(session).snapshot(request)).toEqual({
      snapshot: { id: 's-0', quiesced: true, backupManifest: 'm.zip' },
    });
    expect(session.asked[0]).toContain('<timeout>15</timeout>');
  });

  it('is waited for as long as a timer can when more was asked for', async () => {
    const answers = { CreateSnapshotEx_Task: () => 'TaskInProgress' };
    // A longer timer would be over before the answer is there, and the answer said to be late.
    const waited = target(world({}, { answers })).snapshot({ ...request, timeout: 60 * 86_400_000 });
    expect(await waited).toMatchObject({ fault: { type: 'TaskInProgress' } });
    const shorter = target(world({}, { answers })).snapshot({ ...request, timeout: 20 * 86_400_000 });
    expect(await shorter).toMatchObject({ fault: { type: 'TaskInProgress' } });
  });

  it('is a fault as evidence, with the time that its task took', async () => {
    const fault = new VsphereFault('CreateSnapshotEx_Task', 'ApplicationQuiesceFault', 'failed');
    fault.took = 300_000;
    expect(await target(world({}, { answers: { CreateSnapshotEx_Task: () => fault } })).snapshot(request)).toEqual({
      fault: { type: 'ApplicationQuiesceFault', message: 'failed' },
      took: 300_000,
    });
  });

  it.each(['NoPermission', 'NotAuthenticated'])('is no evidence where the account is refused with %s', async (type) => {
    await expect(
      target(world({}, { answers: { CreateSnapshotEx_Task: () => type } })).snapshot(request),
    ).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('Taking the quiesced snapshot: '),
    });
  });

  it('is no evidence where something else fails, or the run is cancelled', async () => {
    await expect(
      target(world({}, { answers: { CreateSnapshotEx_Task: () => new Error('broken') } })).snapshot(request),
    ).rejects.toThrow('broken');
    const run = new AbortController();
    const cancelled = world(
      {},
      {
        signal: run.signal,
        answers: {
          CreateSnapshotEx_Task: () => {
            run.abort(new Error('cancelled'));
            return 'TaskInProgress';
          },
        },
      },
    );
    await expect(target(cancelled).snapshot(request)).rejects.toThrow('cancelled');
  });
});

describe('its manifest', () => {
  const FIXTURES = join(import.meta.dirname, '../../fixtures/ova');
  const asked: string[] = [];
  let server: Server;
  let url: URL;
  beforeAll(async () => {
    const tls = {
      key: readFileSync(join(FIXTURES, 'sign-key.pem')),
      cert: readFileSync(join(FIXTURES, 'sign-certificate.pem')),
    };
    server = createServer(tls, (call, response) => {
      asked.push(call.url ?? '');
      response.end('content');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['[ds 1] a/m.zip', {}, '/folder/a/m.zip?dcPath=DC0&dsName=ds+1'],
    [
      'm.zip',
      { 'config.files': '<snapshotDirectory>[ds] snaps/</snapshotDirectory><vmPathName>[other] x/y.vmx</vmPathName>' },
      '/folder/snaps/m.zip?dcPath=DC0&dsName=ds',
    ],
    ['m.zip', { 'config.files': '<vmPathName>[ds] ws/ws.vmx</vmPathName>' }, '/folder/ws/m.zip?dcPath=DC0&dsName=ds'],
  ])('named %s with %j is read at %s', async (path, properties, expected) => {
    const agent = createAgent({ kind: 'insecure' });
    try {
      const session = { ...world(properties), url, agent };
      expect((await vsphereTarget(session, VM, 'DC0', {}).readManifest(path)).toString()).toBe('content');
      expect(asked.pop()).toBe(expected);
    } finally {
      agent.destroy();
    }
  });

  it('is not to be had where the VM does not say where it lies', async () => {
    await expect(target(world()).readManifest('m.zip')).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: 'The VM does not say on which datastore its manifest m.zip lies',
    });
  });
});

describe('a check that is held', () => {
  const located = { moref: VM, name: 'ws', path: '/DC0/vm/ws', datacenter: 'DC0' };
  const held = {
    ticket: { server: 'x', tls: {}, cookie: '' },
    vm: located,
    id: '0000aaaa',
    wasOff: true,
    since: PLAYED_NOW.toISOString(),
  };
  const task = (name: string, time: Date = PLAYED_NOW): PlayedObject => ({
    type: 'Task',
    properties: { 'info.state': 'running', 'info.entity': VM, 'info.name': name, 'info.queueTime': time.toISOString() },
  });
  const answers: PlayedOptions['answers'] = {
    CancelTask: ({ target: id, objects }) => void objects.delete(id),
    ShutdownGuest: ({ objects }) => off(objects),
  };

  it('stops its own snapshots, removes them, and shuts the VM down that it had started', async () => {
    const session = world(
      { snapshot: tree('backup', snapshotName('0000aaaa')) },
      { answers },
      {
        ours: task('CreateSnapshotEx_Task'),
        old: task('CreateSnapshot_Task'),
        backups: task('CreateSnapshot_Task', new Date(PLAYED_NOW.getTime() - 1)),
        start: task('PowerOnVM_Task'),
      },
    );
    await undoCheck(session, held);
    expect(session.asked).toEqual([
      'CancelTask ours',
      'CancelTask old',
      expect.stringMatching(/^RemoveSnapshot_Task s-1 /),
      'ShutdownGuest vm-1',
    ]);
  });

  it('leaves a VM as it was that ran before, or is off already', async () => {
    const running = world({}, { answers });
    await undoCheck(running, { ...held, wasOff: false });
    expect(running.asked).toEqual([]);
    const stopped = world({ 'runtime.powerState': 'poweredOff' }, { answers });
    await undoCheck(stopped, held);
    expect(stopped.asked).toEqual([]);
  });

  it('says what it is, and is undone with the session that is resumed, which it leaves', async () => {
    expect(HELD_CHECK.what(held)).toBe('the snapshot and the running state of ws, should there be one');
    expect(HELD_CHECK.what({ ...held, wasOff: false })).toBe('the snapshot of ws, should there be one');
    const objects = '<returnval><objects><obj type="VirtualMachine">vm-1</obj></objects></returnval>';
    const server = await soapServer(({ method }) => (method === 'RetrievePropertiesEx' ? objects : undefined));
    try {
      const ticket = (await server.connect()).ticket();
      await HELD_CHECK.undo(
        { ...held, ticket },
        { log: SILENT, tools: recordedTools(), signal: new AbortController().signal },
      );
      expect(server.methods().filter((method) => method === 'RetrievePropertiesEx')).toHaveLength(3);
      expect(server.methods()).not.toContain('Logout');
    } finally {
      await server.close();
    }
  });
});
