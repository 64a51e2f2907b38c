import { describe, expect, it, vi } from 'vitest';
import { isBusy, removeVm } from '../../../../src/vsphere/vm/remove-vm.ts';
import { VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const lost = (taken: boolean): PassingError => new PassingError('vsphere-unreachable', 'lost', 'x', { taken });

/** @param destroys what removing meets, time after time, and then nothing */
function world(
  powerState: string | undefined,
  destroys: readonly PlayedAnswer[] = [],
  onTry: () => void = () => {},
): PlayedVsphere {
  let tries = 0;
  const properties = powerState === undefined ? {} : { 'runtime.powerState': powerState };
  return playedVsphere(
    { 'vm-1': { type: 'VirtualMachine', properties } },
    {
      answers: {
        Destroy_Task: ({ objects }) => {
          tries += 1;
          onTry();
          const met = destroys[tries - 1];
          if (met === undefined) objects.delete('vm-1');
          return met;
        },
      },
    },
  );
}

describe('removeVm', () => {
  it('switches off what runs, and removes it', async () => {
    const session = world('poweredOn');
    await removeVm(session, VM);
    expect(session.asked).toEqual(['PowerOffVM_Task vm-1', 'Destroy_Task vm-1']);
    expect(session.said.info).toEqual([]);
  });

  it.each(['poweredOff', 'suspended', undefined])('does not switch off what is %s', async (state) => {
    const session = world(state);
    await removeVm(session, VM);
    expect(session.asked).toEqual(['Destroy_Task vm-1']);
  });

  it('leaves running what it may not stop', async () => {
    const session = world('poweredOn');
    await removeVm(session, VM, { powerOff: false });
    expect(session.asked).toEqual(['Destroy_Task vm-1']);
  });

  it('is done where the VM is gone already', async () => {
    await removeVm(playedVsphere({}), VM);
  });

  it.each(['TaskInProgress', 'InvalidState', 'InvalidPowerState', 'MethodDisabled', 'ResourceInUse', 'FileLocked'])(
    'tries again after %s, and says so once',
    async (fault) => {
      expect(isBusy(new VsphereFault('x', fault, 'x'))).toBe(true);
      const session = world('poweredOff', [fault, fault]);
      await removeVm(session, VM);
      expect(session.asked).toHaveLength(3);
      expect(session.said.info).toEqual([`vm-1 is still in use (${fault} it is); trying again`]);
    },
  );

  it('looks before it tries again when an answer is lost', async () => {
    let looks = 0;
    const session = playedVsphere(
      { 'vm-1': { type: 'VirtualMachine' } },
      {
        answers: { Destroy_Task: ({ objects }) => void objects.delete('vm-1') },
        // Three times is how often properties are read again.
        onRead: (id) => (id === 'vm-1' && ++looks <= 3 ? lost(true) : undefined),
      },
    );
    await removeVm(session, VM);
    expect(session.asked).toEqual(['Destroy_Task vm-1']);
    expect(session.said.info).toEqual(['vm-1 is still in use (lost); trying again']);
    await expect(removeVm(world('poweredOff', [lost(false)]), VM)).rejects.toThrow('lost');
  });

  it('does not take a task that the server has forgotten for a VM that is gone', async () => {
    let reads = 0;
    const session = playedVsphere(
      { 'vm-1': { type: 'VirtualMachine' } },
      {
        answers: { Destroy_Task: ({ objects }) => void (reads > 0 && objects.delete('vm-1')) },
        onRead: (id) =>
          id.startsWith('task-') && reads++ === 0
            ? new VsphereFault('RetrievePropertiesEx', 'ManagedObjectNotFound', 'forgotten')
            : undefined,
      },
    );
    await removeVm(session, VM);
    expect(session.asked).toEqual(['Destroy_Task vm-1', 'Destroy_Task vm-1']);
    expect([...session.objects.keys()].filter((id) => id.startsWith('vm'))).toEqual([]);
  });

  it('is not done where the removal misses something else', async () => {
    const session = world('poweredOff', ['ManagedObjectNotFound']);
    await removeVm(session, VM);
    expect(session.asked).toEqual(['Destroy_Task vm-1', 'Destroy_Task vm-1']);
    expect(session.objects.has('vm-1')).toBe(false);
  });

  it('leaves a suspended one alone that it may not stop, which vSphere would remove', async () => {
    const session = world('suspended');
    await expect(removeVm(session, VM, { powerOff: false })).rejects.toMatchObject({
      code: 'vm-unfit',
      message: expect.stringContaining('vm-1 is suspended') as string,
    });
    expect(session.asked).toEqual([]);
  });

  it('gives up with the last fault when it was patient enough', async () => {
    // A clock that goes on by each try alone: of a real one nobody knows how many tries fit into a time.
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const faults = ['FileLocked', 'TaskInProgress', 'TaskInProgress', 'TaskInProgress'];
      const session = world('poweredOff', faults, () => void vi.setSystemTime(Date.now() + 20));
      await expect(removeVm(session, VM, { patience: 40 })).rejects.toMatchObject({ type: 'TaskInProgress' });
      expect(session.asked).toEqual(['Destroy_Task vm-1', 'Destroy_Task vm-1']);
    } finally {
      vi.useRealTimers();
    }
    await expect(
      removeVm(world('poweredOff', ['FileLocked', 'FileLocked']), VM, { patience: 0 }),
    ).rejects.toMatchObject({ type: 'FileLocked' });
  });

  it('does not try again after another fault', async () => {
    const session = world('poweredOff', ['NoPermission']);
    await expect(removeVm(session, VM)).rejects.toMatchObject({ type: 'NoPermission' });
    expect(session.asked).toHaveLength(1);
    expect(isBusy(new VsphereFault('x', 'NoPermission', 'x'))).toBe(false);
    expect(isBusy(new Error('FileLocked'))).toBe(false);
  });
});
