import { describe, expect, it } from 'vitest';
import { finishEarlier, HELD_REPAIR, type HeldRepair, undoRepair } from '../../../../src/repair/live/held-repair.ts';
import { formatRepairMark, type RepairMark } from '../../../../src/repair/live/repair-mark.ts';
import { formatOwner, ownerProcess } from '../../../../src/vsphere/vm/owner.ts';
import { PLAYED_NOW, type PlayedObject, playedVsphere, ref, settings } from '../../vsphere/played-vsphere.ts';

const VM = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC/vm/ws', datacenter: 'DC' };
const MARK: RepairMark = { vm: 'uuid-1', run: '0badcafe', state: 'running', template: true, cards: [] };
const HELD: HeldRepair = {
  ticket: { server: 'vc', tls: {}, cookie: '' } as unknown as HeldRepair['ticket'],
  vm: VM,
  mark: MARK,
  since: PLAYED_NOW.toISOString(),
};
const ME = ownerProcess('me');

interface State {
  readonly mark?: RepairMark;
  readonly power?: string;
  readonly template?: string;
  readonly owner?: string;
}

function world(
  { mark, power = 'poweredOff', template = 'false', owner = '' }: State,
  gone = false,
  more: Readonly<Record<string, PlayedObject>> = {},
) {
  const vm: PlayedObject = {
    type: 'VirtualMachine',
    properties: {
      'runtime.powerState': power,
      'config.template': template,
      'config.instanceUuid': 'uuid-1',
      'guest.toolsRunningStatus': 'guestToolsNotRunning',
      'config.extraConfig': settings({
        ...(mark && { 'stillframe.repair': formatRepairMark(mark) }),
        'stillframe.owner': owner,
      }),
    },
  };
  return playedVsphere(
    { ...(!gone && { 'vm-1': vm }), taskManager: { type: 'taskManager' }, ...more },
    { answers: { CancelTask: ({ target, objects }) => void objects.delete(target) as undefined } },
  );
}
const methods = ({ asked }: { readonly asked: readonly string[] }): string[] =>
  asked.map((call) => call.split(' ')[0] ?? '');
const BACK = ['ReconfigVM_Task', 'MarkAsTemplate'];

describe('what a run holds of a repair', () => {
  it('is named with what becomes of it', () => {
    expect(HELD_REPAIR.what(HELD)).toBe('the running state of ws, which is to be a template again');
    expect(HELD_REPAIR.what({ ...HELD, mark: { ...MARK, template: false } })).toBe('the running state of ws');
  });

  it.each<[string, State, readonly string[]]>([
    ['running, with its mark', { mark: MARK, power: 'poweredOn' }, ['PowerOffVM_Task', ...BACK]],
    ['off, with its mark', { mark: MARK }, BACK],
    ['no template any more, and without its mark', {}, BACK],
    ['a template still, or again', { template: 'true' }, []],
    ['another run’s by now', { mark: { ...MARK, run: 'other' }, power: 'poweredOn' }, []],
    ['over, and started by somebody', { mark: { ...MARK, state: 'over' }, power: 'poweredOn' }, []],
    ['started by somebody before it had a mark', { power: 'poweredOn' }, []],
  ])('is undone when the VM is %s', async (_, state, expected) => {
    const session = world(state);
    await undoRepair(session, HELD);
    expect(methods(session)).toEqual(expected);
  });

  it('is not undone while a start that it asked for is still on its way', async () => {
    const task = (name: string, since: number): PlayedObject => ({
      type: 'Task',
      properties: {
        'info.state': 'running',
        'info.entity': VM.moref,
        'info.name': name,
        'info.queueTime': new Date(PLAYED_NOW.getTime() + since).toISOString(),
      },
    });
    const tasks = {
      mine: task('PowerOnVM_Task', 0),
      earlier: task('PowerOnVM_Task', -1),
      other: task('CloneVM_Task', 1),
    };
    const session = world({ mark: MARK }, false, tasks);
    await undoRepair(session, HELD);
    expect(session.asked[0]).toBe('CancelTask mine');
    expect(methods(session)).toEqual(['CancelTask', ...BACK]);
  });

  it('says what it leaves running, and is content when the VM is gone', async () => {
    const session = world({ power: 'poweredOn' });
    await undoRepair(session, HELD);
    expect(session.said.warning).toEqual(['/DC/vm/ws is running, and not by this run: it is left as it is']);
    await expect(undoRepair(world({}, true), HELD)).resolves.toBeUndefined();
  });
});

describe('what an ended run has left', () => {
  const ended = (ms: number): RepairMark => ({
    ...MARK,
    state: 'over',
    ended: new Date(PLAYED_NOW.getTime() - ms).toISOString(),
  });
  const owner = (run: string, ms: number): string =>
    formatOwner({ ...ME, run, host: 'elsewhere', kernel: 'k' }, new Date(PLAYED_NOW.getTime() - ms));

  it.each<[string, State, readonly string[]]>([
    [
      'running, and nobody renews it',
      { mark: MARK, power: 'poweredOn', owner: owner('x', 601_000) },
      ['PowerOffVM_Task', ...BACK],
    ],
    ['running, and nobody owns it', { mark: MARK }, BACK],
    ['on its way back to a template', { mark: ended(3_599_999) }, BACK],
    ['a VM by somebody’s own will', { mark: ended(3_600_000) }, []],
    ['of a time that cannot be read', { mark: { ...MARK, state: 'over', ended: 'x' } }, []],
    ['over and started', { mark: ended(1), power: 'poweredOn' }, []],
    ['over, and never was a template', { mark: { ...ended(1), template: false } }, []],
    ['a template', { mark: MARK, template: 'true' }, []],
    ['nothing', {}, []],
  ])('is put back when it is %s', async (_, state, expected) => {
    const session = world(state);
    await finishEarlier(session, VM, ME);
    expect(methods(session)).toEqual(expected);
    expect(session.said.info).toHaveLength(expected.length > 0 ? 1 : 0);
  });

  it('is left to a run that goes on', async () => {
    const session = world({ mark: MARK, power: 'poweredOn', owner: owner('other', 1000) });
    await expect(finishEarlier(session, VM, ME)).rejects.toMatchObject({
      code: 'vsphere-busy',
      message: expect.stringContaining('Another run is repairing /DC/vm/ws: it belongs to run other') as string,
    });
    expect(session.asked).toEqual([]);
  });
});
