import { expect, it } from 'vitest';
import { findLostTask, operationOf } from '../../../../src/vsphere/wire/lost-task.ts';
import { type PlayedObject, playedVsphere, ref } from '../played-vsphere.ts';

const SINCE = new Date('2026-11-28T12:00:00Z');
const CALL = { method: 'CloneVM_Task', target: ref('VirtualMachine', 'vm-1'), since: SINCE };
const task = (name: string, entity: string, queued: string): PlayedObject => ({
  type: 'Task',
  properties: { 'info.name': name, 'info.entity': ref('VirtualMachine', entity), 'info.queueTime': queued },
});

it('finds the newest of this operation on this object since then', async () => {
  const session = playedVsphere({
    before: task('CloneVM_Task', 'vm-1', '2026-11-28T11:59:59.999Z'),
    newest: task('cloneVm', 'vm-1', '2026-11-28T12:00:02Z'),
    first: task('CloneVM_Task', 'vm-1', '2026-11-28T12:00:00Z'),
    other: task('PowerOnVM_Task', 'vm-1', '2026-11-28T12:00:03Z'),
    elsewhere: task('CloneVM_Task', 'vm-2', '2026-11-28T12:00:03Z'),
    odd: { type: 'Task', properties: { 'info.name': 'CloneVM_Task' } },
  });
  expect(await findLostTask(session, CALL)).toEqual(ref('Task', 'newest'));
  expect(session.read.at(-1)).toContain('info.queueTime');
});

it('gives up when there is none for as long as it may take to be listed', async () => {
  const session = playedVsphere({ odd: { type: 'Task' } });
  const began = Date.now();
  expect(await findLostTask(session, CALL, 60)).toBeUndefined();
  expect(Date.now() - began).toBeGreaterThanOrEqual(59);
  expect(session.read.length).toBeGreaterThan(1);
});

it.each([
  ['CloneVM_Task', 'cloneVm'],
  ['PowerOnVM_Task', 'powerOn'],
  ['Rename_Task', 'rename'],
  ['Destroy_Task', 'Destroy'],
])('knows that %s and %s are one operation', (vcenter, simulator) => {
  expect(operationOf(vcenter)).toBe(operationOf(simulator));
});

it('keeps apart what only begins or ends alike', () => {
  expect(operationOf('_TaskRename')).toBe('_taskrename');
  expect(operationOf('VmRename')).toBe('vmrename');
});
