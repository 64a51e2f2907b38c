import { afterEach, describe, expect, it } from 'vitest';
import { removeSnapshot, takeQuiescedSnapshot } from '../../../../src/vsphere/vm/vm-snapshot.ts';
import { objects, type SoapAnswer, type SoapCall, type SoapServer, soapServer } from '../soap-server.ts';

const VM = { type: 'VirtualMachine', value: 'vm-1' };
const STARTED = '<returnval type="Task">task-1</returnval>';
const TREE =
  '<rootSnapshotList><snapshot type="VirtualMachineSnapshot">snapshot-1</snapshot><name>n</name><quiesced>true</quiesced></rootSnapshotList>';
const MINUTE = 60_000;
const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(answer: (call: SoapCall) => SoapAnswer = () => STARTED, tree = TREE): Promise<SoapServer> {
  const server = await soapServer((call) => {
    if (call.method === 'RetrievePropertiesEx') {
      if (call.text.includes('info.state')) {
        const result = '<val type="VirtualMachineSnapshot">snapshot-1</val>';
        return objects(['Task', 'task-1', { 'info.state': 'success', 'info.result': 'R' }]).replace(
          '<val>R</val>',
          result,
        );
      }
      return objects(['VirtualMachine', 'vm-1', { snapshot: tree }]);
    }
    return call.method.endsWith('_Task') ? answer(call) : undefined;
  });
  open.push(server);
  return server;
}

const request = (timeout: number): { name: string; description: string; timeout: number } => ({
  name: 'n',
  description: 'd',
  timeout,
});

describe('takeQuiescedSnapshot', () => {
  it.each([
    [0, 5],
    [5 * MINUTE, 5],
    [5 * MINUTE + 1, 6],
    [15 * MINUTE, 15],
    [240 * MINUTE, 240],
    [999 * MINUTE, 240],
  ])('gives the guest, for %i ms, %i minutes', async (timeout, minutes) => {
    const server = await serve();
    const snapshot = await takeQuiescedSnapshot(await server.connect(), VM, request(timeout));
    expect(snapshot).toEqual({
      moref: { type: 'VirtualMachineSnapshot', value: 'snapshot-1' },
      name: 'n',
      description: '',
      quiesced: true,
      backupManifest: '',
    });
    const call = server.calls.find(({ method }) => method === 'CreateSnapshotEx_Task');
    expect(call?.text).toContain(
      '<name>n</name><description>d</description><memory>false</memory><quiesceSpec ' +
        `xsi:type="VirtualMachineWindowsQuiesceSpec"><timeout>${minutes}</timeout><vssBackupType>5</vssBackupType>` +
        '<vssBootableSystemState>true</vssBootableSystemState><vssPartialFileSupport>false</vssPartialFileSupport>' +
        '<vssBackupContext>ctx_backup</vssBackupContext></quiesceSpec>',
    );
  });

  it.each(['MethodNotFound', 'NotSupported', 'InvalidRequest'])('asks in the old way after %s', async (fault) => {
    const server = await serve(({ method }) => (method === 'CreateSnapshotEx_Task' ? { fault } : STARTED));
    await takeQuiescedSnapshot(await server.connect(), VM, request(0));
    expect(server.calls.find(({ method }) => method === 'CreateSnapshot_Task')?.text).toContain(
      '<memory>false</memory><quiesce>true</quiesce>',
    );
  });

  it('does not ask in another way for anything else', async () => {
    const server = await serve(() => ({ fault: 'TaskInProgress' }));
    await expect(takeQuiescedSnapshot(await server.connect(), VM, request(0))).rejects.toMatchObject({
      type: 'TaskInProgress',
    });
    expect(server.methods()).not.toContain('CreateSnapshot_Task');
  });

  it('misses the snapshot that was said to be made', async () => {
    const server = await serve(undefined, '');
    await expect(takeQuiescedSnapshot(await server.connect(), VM, request(0))).rejects.toThrow(
      'is not in the tree of the VM',
    );
  });
});

it('removes one snapshot, not its children, and merges its disks', async () => {
  const server = await serve();
  await removeSnapshot(await server.connect(), VM, { type: 'VirtualMachineSnapshot', value: 'snapshot-1' });
  expect(server.calls.find(({ method }) => method === 'RemoveSnapshot_Task')).toMatchObject({
    target: 'snapshot-1',
    text: expect.stringContaining('<removeChildren>false</removeChildren><consolidate>true</consolidate>') as string,
  });
});

const SNAPSHOT = { type: 'VirtualMachineSnapshot', value: 'snapshot-1' };

it('finds the removal whose answer was lost by the VM that its task works on, and does not ask for it twice', async () => {
  const server = await soapServer(({ method, text }) => {
    if (method === 'RemoveSnapshot_Task') return 'reset';
    if (method !== 'RetrievePropertiesEx') return undefined;
    if (!text.includes('recentTask')) return objects(['Task', 'task-1', { 'info.state': 'success' }]);
    const properties = {
      'info.name': 'RemoveSnapshot_Task',
      'info.entity': 'vm-1',
      'info.queueTime': '2026-11-28T12:05:00Z',
    };
    return objects(['Task', 'task-1', properties]).replace('<val>vm-1', '<val type="VirtualMachine">vm-1');
  });
  open.push(server);
  await removeSnapshot(await server.connect(), VM, SNAPSHOT);
  expect(server.methods().filter((method) => method === 'RemoveSnapshot_Task')).toHaveLength(1);
});

it.each([
  ['ManagedObjectNotFound', undefined],
  ['TaskInProgress', 'TaskInProgress'],
])('a removal that is refused with %s fails with %s', async (fault, type) => {
  const server = await serve(() => ({ fault }));
  const removed = removeSnapshot(await server.connect(), VM, SNAPSHOT).catch((error: unknown) => error);
  if (type === undefined) expect(await removed).toBeUndefined();
  else expect(await removed).toMatchObject({ type });
});

it.each([
  ['gone all the same', '', undefined],
  ['still there', TREE, 'vsphere-unreachable'],
])('looks for the snapshot when the server has forgotten the task of its removal: it is %s', async (_, tree, code) => {
  const server = await soapServer(({ method, text }) => {
    if (method === 'RemoveSnapshot_Task') return STARTED;
    if (method !== 'RetrievePropertiesEx') return undefined;
    return text.includes('info.state')
      ? { fault: 'ManagedObjectNotFound' }
      : objects(['VirtualMachine', 'vm-1', { snapshot: tree }]);
  });
  open.push(server);
  const removed = removeSnapshot(await server.connect(), VM, SNAPSHOT).catch((error: unknown) => error);
  if (code === undefined) expect(await removed).toBeUndefined();
  else expect(await removed).toMatchObject({ code });
});
