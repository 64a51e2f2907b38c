import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownedBy, readOwner, removeLeftover, whileOwned } from '../../../../src/vsphere/vm/owned-vm.ts';
import { formatOwner, OWNER_KEY } from '../../../../src/vsphere/vm/owner.ts';
import { isBusy, removeVm } from '../../../../src/vsphere/vm/remove-vm.ts';
import { VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { PLAYED_NOW, playedVsphere, ref, settings } from '../played-vsphere.ts';
import { type FakeVm, NOW, vmSession } from '../vm-session.ts';

const VM = { type: 'VirtualMachine', value: 'vm-1' };
const NAMED = { moref: VM, path: '/DC/vm/ws' };
const ME = { run: 'mine', host: 'here', kernel: '', pid: 7, started: '' };

function owned(minutes: number, run = 'theirs'): FakeVm {
  const time = new Date(NOW.getTime() - minutes * 60_000);
  return {
    name: 'ws',
    extraConfig: { [OWNER_KEY]: formatOwner({ run, host: 'there', kernel: '', pid: 1, started: '' }, time) },
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('removeLeftover', () => {
  it('removes what nobody renews', async () => {
    const session = vmSession({ 'vm-1': owned(11) });
    await removeLeftover(session, NAMED, ME);
    expect(session.asked).toEqual(['Destroy_Task vm-1']);
  });

  it('removes this run’s own at once', async () => {
    const session = vmSession({ 'vm-1': owned(0, 'mine') });
    await removeLeftover(session, NAMED, ME);
    expect(session.vms.size).toBe(0);
  });

  it.each<[string, FakeVm]>([
    ['was renewed since it was looked at', owned(1)],
    ['is held by a lease', { ...owned(11), disabled: ['PowerOnVM_Task', 'Destroy_Task'] }],
  ])('never what %s', async (_what, vm) => {
    const session = vmSession({ 'vm-1': vm });
    await expect(removeLeftover(session, NAMED, ME)).rejects.toMatchObject({
      code: 'vsphere-busy',
      message: expect.stringMatching(/^Another run is at it: \/DC\/vm\/ws belongs to run theirs \(process 1/) as string,
    });
    expect(session.asked).toEqual([]);
  });

  it('switches one off that runs: then its removal is disabled for that reason', async () => {
    const session = vmSession({ 'vm-1': { ...owned(11), poweredOn: true, disabled: ['Destroy_Task'] } });
    await removeLeftover(session, NAMED, ME);
    expect(session.asked).toEqual(['PowerOffVM_Task vm-1', 'Destroy_Task vm-1']);
  });

  it.each<[string, Record<string, FakeVm>]>([
    ['is gone', {}],
    ['carries no owner any more', { 'vm-1': { name: 'ws' } }],
  ])('leaves alone what %s', async (_what, vms) => {
    const session = vmSession(vms);
    await removeLeftover(session, NAMED, ME);
    expect(session.asked).toEqual([]);
  });

  it('takes a VM that stays busy for somebody’s', async () => {
    vi.useFakeTimers();
    const session = vmSession({ 'vm-1': owned(11) }, { meets: () => 'TaskInProgress' });
    const removal = removeLeftover(session, NAMED, ME);
    const outcome = expect(removal).rejects.toMatchObject({ code: 'vsphere-busy' });
    await vi.advanceTimersByTimeAsync(40_000);
    await outcome;
  });

  it('passes other faults on', async () => {
    const session = vmSession({ 'vm-1': owned(11) }, { meets: () => 'NoPermission' });
    await expect(removeLeftover(session, NAMED, ME)).rejects.toMatchObject({ type: 'NoPermission' });
  });
});

describe('readOwner', () => {
  it('reads nothing from other settings or from a VM that is gone', async () => {
    expect(await readOwner(vmSession({ 'vm-1': { name: 'a', extraConfig: { x: 'y' } } }), VM)).toBeUndefined();
    expect(await readOwner(vmSession({}), VM)).toBeUndefined();
    expect((await readOwner(vmSession({ 'vm-1': owned(3) }), VM))?.run).toBe('theirs');
    const refused = new VsphereFault('RetrievePropertiesEx', 'NoPermission', 'no');
    const denied = playedVsphere({ 'vm-1': { type: 'VirtualMachine' } }, { onRead: () => refused });
    await expect(readOwner(denied, VM)).rejects.toBe(refused);
  });
});

describe('whileOwned', () => {
  const during = async (seconds: number, meets?: () => string | Error | undefined): Promise<string[]> => {
    vi.useFakeTimers();
    const session = vmSession({ 'vm-1': owned(0, 'mine') }, meets && { meets });
    const body = whileOwned(session, VM, ME, () => new Promise((resolve) => setTimeout(resolve, seconds * 1000)));
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    await body;
    await vi.advanceTimersByTimeAsync(200_000);
    return session.asked;
  };

  it('renews each minute, by the server’s clock, as long as it takes', async () => {
    const renewal = `ReconfigVM_Task vm-1 ${OWNER_KEY}=${formatOwner(ME, NOW)}`;
    expect(await during(59)).toEqual([]);
    expect(await during(130)).toEqual([renewal, renewal]);
    expect(ownedBy(vmSession({}), ME)).toEqual({ [OWNER_KEY]: formatOwner(ME, NOW) });
  });

  it('does not try again what a template never takes', async () => {
    expect(await during(250, () => 'NotSupported')).toHaveLength(1);
  });

  it.each(['TaskInProgress', 'MethodDisabled', 'SystemError'])('goes on through what passes: %s', async (fault) => {
    expect(await during(250, () => fault)).toHaveLength(4);
  });
});

describe('removeVm', () => {
  const passing = new PassingError('vsphere-unreachable', 'lost', 'h', { taken: true });

  it('waits for what holds the VM', async () => {
    let busy = 2;
    const session = vmSession({ 'vm-1': { name: 'ws' } }, { meets: () => (busy-- > 0 ? 'ResourceInUse' : undefined) });
    await removeVm(session, VM);
    expect(session.asked).toHaveLength(3);
  });

  it('gives the last fault when it stays so', async () => {
    const session = vmSession({ 'vm-1': { name: 'ws' } }, { meets: () => 'FileLocked' });
    await expect(removeVm(session, VM, { patience: 0 })).rejects.toMatchObject({ type: 'FileLocked' });
  });

  it('looks before it asks again when an answer is lost', async () => {
    const session = vmSession(
      { 'vm-1': { name: 'ws' } },
      {
        meets: (_call, { vms }) => {
          vms.delete('vm-1');
          return passing;
        },
      },
    );
    await removeVm(session, VM);
    expect(session.asked).toEqual(['Destroy_Task vm-1']);
  }, 60_000);

  it('leaves a running VM running when it is told so', async () => {
    const session = vmSession(
      { 'vm-1': { name: 'ws', poweredOn: true } },
      { meets: (call) => (call.startsWith('Destroy') ? 'InvalidPowerState' : undefined) },
    );
    await expect(removeVm(session, VM, { patience: 0, powerOff: false })).rejects.toMatchObject({
      type: 'InvalidPowerState',
    });
    expect(session.asked).toEqual(['Destroy_Task vm-1']);
  });

  it('knows what is busy', () => {
    const fault = (type: string): VsphereFault => new VsphereFault('x', type, 'y');
    expect(
      ['TaskInProgress', 'InvalidState', 'InvalidPowerState', 'MethodDisabled', 'ResourceInUse', 'FileLocked'].map(
        (type) => isBusy(fault(type)),
      ),
    ).toEqual([true, true, true, true, true, true]);
    expect([isBusy(fault('NoPermission')), isBusy(new Error('x'))]).toEqual([false, false]);
  });
});

describe('what is read of a leftover before it is removed', () => {
  const silent = formatOwner({ ...ME, run: 'other', host: 'elsewhere' }, new Date(PLAYED_NOW.getTime() - 11 * 60_000));
  const leftover = (more: Record<string, string>) =>
    playedVsphere(
      {
        'vm-1': {
          type: 'VirtualMachine',
          properties: { 'config.extraConfig': settings({ [OWNER_KEY]: silent }), ...more },
        },
      },
      { answers: { Destroy_Task: ({ objects }) => void objects.delete('vm-1') } },
    );
  const remove = (session: ReturnType<typeof leftover>): Promise<void> =>
    removeLeftover(session, { moref: ref('VirtualMachine', 'vm-1'), path: '/DC/vm/x' }, ME);
  const disabled = { disabledMethod: '<string>PowerOnVM_Task</string><string>Destroy_Task</string>' };

  it('that a lease holds it, and that it is off', async () => {
    await expect(remove(leftover(disabled))).rejects.toMatchObject({ code: 'vsphere-busy' });
    const other = leftover({ disabledMethod: '<string>PowerOnVM_Task</string>' });
    await remove(other);
    expect(other.asked).toEqual(['Destroy_Task vm-1']);
    const running = leftover({ ...disabled, 'runtime.powerState': 'poweredOn' });
    await remove(running);
    expect(running.asked).toEqual(['PowerOffVM_Task vm-1', 'Destroy_Task vm-1']);
  });
});
