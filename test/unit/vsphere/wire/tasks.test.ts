import { afterEach, describe, expect, it } from 'vitest';
import { findLostTask, operationOf } from '../../../../src/vsphere/wire/lost-task.ts';
import { runTask } from '../../../../src/vsphere/wire/tasks.ts';
import { playedVsphere } from '../played-vsphere.ts';
import { objects, type SoapAnswer, type SoapCall, type SoapServer, soapServer, TIME } from '../soap-server.ts';

const VM = { type: 'VirtualMachine', value: 'vm-1' };
const STARTED = '<returnval type="Task">task-1</returnval>';
const LATER = '2026-11-28T12:10:00Z';
const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(answer: (call: SoapCall, count: number) => SoapAnswer): Promise<SoapServer> {
  const server = await soapServer(answer);
  open.push(server);
  return server;
}

const state = (name: string, more: Record<string, string> = {}): string =>
  objects(['Task', 'task-1', { 'info.state': name, ...more }]);

describe('runTask', () => {
  it('waits for the end and gives the result', async () => {
    const server = await serve(({ method }, count) => {
      if (method === 'Destroy_Task') return STARTED;
      if (method !== 'RetrievePropertiesEx') return undefined;
      return count < 3 ? state('running') : state('success', { 'info.result': 'done' });
    });
    const session = await server.connect();
    expect((await runTask(session, 'Destroy_Task', VM))?.text).toBe('done');
    expect(server.methods().filter((method) => method === 'RetrievePropertiesEx')).toHaveLength(3);
  });

  it('throws the task’s fault', async () => {
    const error =
      '<fault xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="NoDiskSpace"/><localizedMessage>full</localizedMessage>';
    const server = await serve(({ method }) =>
      method === 'RetrievePropertiesEx' ? state('error', { 'info.error': error }) : startedBy(method),
    );
    await expect(runTask(await server.connect(), 'CloneVM_Task', VM)).rejects.toMatchObject({
      type: 'NoDiskSpace',
      message: 'full',
      operation: 'CloneVM_Task',
    });
  });

  it('has a fault for a task that failed without one, and for a call that started none', async () => {
    const failed = await serve(({ method }) =>
      method === 'RetrievePropertiesEx' ? state('error') : startedBy(method),
    );
    await expect(runTask(await failed.connect(), 'CloneVM_Task', VM)).rejects.toMatchObject({ type: 'MethodFault' });
    const none = await serve(({ method }) => (method === 'CloneVM_Task' ? '' : undefined));
    await expect(runTask(await none.connect(), 'CloneVM_Task', VM)).rejects.toThrow('the server started no task');
  });

  it('is not told as what it worked on being gone when the server has forgotten it', async () => {
    const server = await serve(({ method }) =>
      method === 'RetrievePropertiesEx' ? { fault: 'ManagedObjectNotFound' } : startedBy(method),
    );
    await expect(runTask(await server.connect(), 'Destroy_Task', VM)).rejects.toMatchObject({
      code: 'vsphere-unreachable',
      taken: true,
      message: 'The server has forgotten the task task-1 of Destroy_Task before its end was seen',
      cause: { type: 'ManagedObjectNotFound' },
    });
    const gone = '<fault xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ManagedObjectNotFound"/>';
    const ended = await serve(({ method }) =>
      method === 'RetrievePropertiesEx' ? state('error', { 'info.error': gone }) : startedBy(method),
    );
    // As the task itself says it of the VM.
    await expect(runTask(await ended.connect(), 'Destroy_Task', VM)).rejects.toMatchObject({
      type: 'ManagedObjectNotFound',
    });
  });

  it('cancels the task with the run', async () => {
    const controller = new AbortController();
    const server = await serve(({ method }, count) => {
      if (method === 'CancelTask') return '';
      if (method !== 'RetrievePropertiesEx') return startedBy(method);
      if (count === 2) controller.abort(new Error('cancelled'));
      return count < 4 ? state('running') : state('success');
    });
    const session = await server.connect({ signal: controller.signal });
    await expect(runTask(session, 'CloneVM_Task', VM)).rejects.toThrow('cancelled');
    expect(server.calls.find(({ method }) => method === 'CancelTask')?.target).toBe('task-1');
  });

  it('does not tear the call that starts a task when the run is cancelled meanwhile, so that it can cancel the task', async () => {
    const controller = new AbortController();
    const server = await serve(({ method }) => {
      if (method === 'CancelTask') return '';
      if (method === 'CloneVM_Task') controller.abort(new Error('cancelled'));
      return method === 'RetrievePropertiesEx' ? state('success') : startedBy(method);
    });
    const session = await server.connect({ signal: controller.signal });
    await expect(runTask(session, 'CloneVM_Task', VM)).rejects.toThrow('cancelled');
    expect(server.methods()).toContain('CancelTask');
  });

  it('starts nothing in a run that is cancelled', async () => {
    const controller = new AbortController();
    const server = await serve(({ method }) => startedBy(method));
    const session = await server.connect({ signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(runTask(session, 'CloneVM_Task', VM)).rejects.toThrow('cancelled');
    expect(server.methods()).toEqual([]);
  });
});

describe('a call whose answer was lost', () => {
  const task = (
    id: string,
    name: string,
    entity: string,
    queueTime: string,
  ): [string, string, Record<string, string>] => [
    'Task',
    id,
    { 'info.name': name, 'info.entity': entity, 'info.queueTime': queueTime },
  ];

  it('is not sent again: its task is looked up and waited for', async () => {
    const server = await serve(({ method, text }) => {
      if (method === 'CloneVM_Task') return 'reset';
      if (method !== 'RetrievePropertiesEx') return undefined;
      if (!text.includes('recentTask'))
        return text.includes('task-right')
          ? state('success', { 'info.result': 'clone' })
          : { fault: 'ManagedObjectNotFound' };
      return objects(
        task('task-other-vm', 'CloneVM_Task', 'vm-2', LATER),
        task('task-other-call', 'Destroy_Task', 'vm-1', LATER),
        task('task-early', 'CloneVM_Task', 'vm-1', '2026-11-28T12:05:00Z'),
        task('task-right', 'CloneVM_Task', 'vm-1', LATER),
        task('task-before', 'CloneVM_Task', 'vm-1', '2026-11-28T11:59:59.999Z'),
      ).replaceAll(/<val>(vm-\d)/g, '<val type="VirtualMachine">$1');
    });
    const session = await server.connect();
    expect((await runTask(session, 'CloneVM_Task', VM))?.text).toBe('clone');
    expect(server.methods().filter((method) => method === 'CloneVM_Task')).toHaveLength(1);
  });

  it.each([
    [2, 'clone', 2],
    [9, 'reset', 4],
  ])('is sent again where there is no such task, but not for ever (%i)', async (until, came, sent) => {
    let asked = 0;
    const server = await serve(({ method, text }) => {
      if (method === 'CloneVM_Task') return ++asked < until ? 'reset' : '<returnval type="Task">task-1</returnval>';
      if (method !== 'RetrievePropertiesEx') return undefined;
      return text.includes('recentTask') ? objects() : state('success', { 'info.result': 'clone' });
    });
    const run = runTask(await server.connect(), 'CloneVM_Task', VM, [], { patience: 20 });
    if (came === 'clone') expect((await run)?.text).toBe('clone');
    else await expect(run).rejects.toMatchObject({ code: 'vsphere-unreachable', taken: true });
    expect(server.methods().filter((method) => method === 'CloneVM_Task')).toHaveLength(sent);
  });

  it('counts as not taken when there is no such task', async () => {
    const server = await serve(({ method }) =>
      method === 'RetrievePropertiesEx'
        ? objects(task('task-before', 'Destroy_Task', 'vm-1', '2026-11-28T11:59:59.999Z')).replace(
            '<val>vm-1',
            '<val type="VirtualMachine">vm-1',
          )
        : undefined,
    );
    const call = { method: 'Destroy_Task', target: VM, since: new Date(TIME) };
    const session = await server.connect();
    expect(await findLostTask(session, call, 120)).toBeUndefined();
    expect(await findLostTask(session, { ...call, since: new Date('2026-11-28T11:59:59.999Z') }, 120)).toEqual({
      type: 'Task',
      value: 'task-before',
    });
  });

  it.each([
    ['CloneVM_Task', 'clone'],
    ['cloneVm', 'clone'],
    ['Destroy_Task', 'destroy'],
    ['PowerOnVM_Task', 'poweron'],
    ['CreateSnapshotEx_Task', 'createsnapshotex'],
  ])('%s is the operation %s', (name, operation) => expect(operationOf(name)).toBe(operation));
});

function startedBy(method: string): SoapAnswer {
  return method.endsWith('_Task') ? STARTED : undefined;
}

it('tells how long a task that failed took, by the clock of the server, where it says so', async () => {
  const failing = async (times: Record<string, string>): Promise<unknown> => {
    const error = '<fault xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Odd"/>';
    const server = await serve(({ method }) =>
      method === 'RetrievePropertiesEx' ? state('error', { 'info.error': error, ...times }) : startedBy(method),
    );
    return runTask(await server.connect(), 'CloneVM_Task', VM).catch(
      (reason: unknown) => (reason as { took: unknown }).took,
    );
  };
  const start = { 'info.startTime': '2026-11-28T12:00:00Z' };
  expect(await failing({ ...start, 'info.completeTime': '2026-11-28T12:05:00Z' })).toBe(300_000);
  expect(await failing({ ...start, 'info.completeTime': '2026-11-28T12:00:00Z' })).toBe(0);
  expect(await failing({ ...start, 'info.completeTime': '2026-11-28T11:00:00Z' })).toBeUndefined();
  expect(await failing(start)).toBeUndefined();
});

it('asks of a task what it needs and no more', async () => {
  const session = playedVsphere({});
  await runTask(session, 'CloneVM_Task', VM);
  expect(session.read).toEqual(['Task: info.state info.error info.result info.startTime info.completeTime']);
});
