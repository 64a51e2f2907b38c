import { describe, expect, it } from 'vitest';
import { cancelTasksOf } from '../../../../src/vsphere/wire/cancel-tasks.ts';
import { findLostTask } from '../../../../src/vsphere/wire/lost-task.ts';
import { type PlayedObject, type PlayedVsphere, playedVsphere, ref } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const SINCE = new Date('2026-11-28T12:00:00Z');
const task = (state: string, more: Readonly<Record<string, string | ReturnType<typeof ref>>> = {}): PlayedObject => ({
  type: 'Task',
  properties: {
    'info.state': state,
    'info.entity': VM,
    'info.name': 'CloneVM_Task',
    'info.queueTime': SINCE.toISOString(),
    ...more,
  },
});

/** Tasks that end when they are cancelled, but for those that cannot. */
function world(tasks: Readonly<Record<string, PlayedObject>>, stubborn: readonly string[] = []): PlayedVsphere {
  return playedVsphere(tasks, {
    answers: {
      CancelTask: ({ target, objects }) => {
        objects.set(target, task('success'));
        return stubborn.includes(target) ? 'NotSupported' : undefined;
      },
    },
  });
}

describe('cancelTasksOf', () => {
  it('cancels what is queued or running on the object, and waits until nothing is', async () => {
    const session = world({
      queued: task('queued'),
      running: task('running'),
      done: task('success'),
      failed: task('error'),
      other: task('running', { 'info.entity': ref('VirtualMachine', 'vm-2') }),
      folder: task('running', { 'info.entity': ref('Folder', 'vm-1') }),
    });
    await cancelTasksOf(session, VM);
    expect(session.asked).toEqual(['CancelTask queued', 'CancelTask running']);
    expect(session.read).toEqual(Array(2).fill('Task: info.state info.entity info.name info.queueTime'));
  });

  it('looks once where nothing is to be done', async () => {
    const session = world({ done: task('success') });
    await cancelTasksOf(session, VM);
    expect(session.read).toHaveLength(1);
  });

  it('waits for what goes on for a while', async () => {
    const session = playedVsphere(
      { slow: task('running') },
      { answers: { CancelTask: ({ objects }) => void setTimeout(() => objects.delete('slow'), 1) } },
    );
    await cancelTasksOf(session, VM);
    expect(session.objects.has('slow')).toBe(false);
    expect(session.read.length).toBeGreaterThan(2);
  });

  it('goes on when one cannot be cancelled', async () => {
    const session = world({ a: task('running'), b: task('running') }, ['a']);
    await cancelTasksOf(session, VM);
    expect(session.asked).toEqual(['CancelTask a', 'CancelTask b']);
  });

  it('touches only what is its own, where others work on the object too', async () => {
    const session = world({
      own: task('running'),
      simulated: task('running', { 'info.name': 'cloneVm' }),
      before: task('running', { 'info.queueTime': '2026-11-28T11:59:59.999Z' }),
      undated: task('running', { 'info.queueTime': '' }),
      another: task('running', { 'info.name': 'CreateSnapshot_Task' }),
    });
    await cancelTasksOf(session, VM, { methods: ['RemoveSnapshot_Task', 'CloneVM_Task'], since: SINCE });
    expect(session.asked).toEqual(['CancelTask own', 'CancelTask simulated']);
  });
});

describe('findLostTask', () => {
  const call = { method: 'CloneVM_Task', target: VM, since: SINCE };

  it('finds the newest of that call, whatever has become of it', async () => {
    const session = world({
      late: task('error', { 'info.queueTime': '2026-11-28T12:00:02Z' }),
      early: task('success'),
      other: task('running', { 'info.name': 'Destroy_Task', 'info.queueTime': '2026-11-28T12:00:09Z' }),
      elsewhere: task('running', {
        'info.entity': ref('VirtualMachine', 'vm-2'),
        'info.queueTime': '2026-11-28T12:00:09Z',
      }),
    });
    expect(await findLostTask(session, call)).toEqual(ref('Task', 'late'));
    expect(session.read).toEqual(['Task: info.name info.entity info.queueTime']);
  });

  it('finds none that began before, and does not wait longer than it is told', async () => {
    const session = world({
      before: task('running', { 'info.queueTime': '2026-11-28T11:59:59.999Z' }),
      nameless: { type: 'Task' },
    });
    expect(await findLostTask(session, call, 1)).toBeUndefined();
  });
});
