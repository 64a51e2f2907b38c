import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ConnectedError, whileCutOff } from '../../../../src/vsphere/vm/while-cut-off.ts';
import { VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { type PlayedAnswer, playedVsphere, ref } from '../played-vsphere.ts';

const VM = { moref: ref('VirtualMachine', 'vm-1'), name: 'copy' };
const card = (connected: boolean, starts = false): string =>
  `<VirtualDevice xsi:type="VirtualVmxnet3"><key>4000</key><deviceInfo><label>Network adapter 1</label></deviceInfo><connectable><startConnected>${starts}</startConnected><allowGuestControl>false</allowGuestControl><connected>${connected}</connected></connectable></VirtualDevice>`;
const machine = (device: string) => ({ type: 'VirtualMachine', properties: { 'config.hardware.device': device } });
const world = (device: string, signal?: AbortSignal, off?: () => PlayedAnswer) =>
  playedVsphere(
    { 'vm-1': machine(device) },
    { ...(signal && { signal }), answers: off ? { PowerOffVM_Task: off } : {} },
  );
const CONNECTED = {
  code: 'vsphere-refused',
  message:
    'Network adapter 1 of copy was connected while it ran, though it was cut off from every network. It was switched off',
};
const never = (): Promise<never> => new Promise(() => undefined);

it('gives what was done on a machine that stays cut off, and stops looking then', async () => {
  const session = world(card(false));
  expect(await whileCutOff(session, VM, () => sleep(120, 5))).toBe(5);
  const looks = session.read.length;
  expect(looks).toBeGreaterThan(2);
  await sleep(150);
  expect(session.read).toHaveLength(looks);
  expect(session.asked).toEqual([]);
});

it('switches off what somebody connects while it runs, without waiting for the end of the work', async () => {
  const session = world(card(false));
  setTimeout(() => session.objects.set('vm-1', machine(card(true))), 100);
  await expect(whileCutOff(session, VM, never)).rejects.toMatchObject(CONNECTED);
  expect(session.asked).toEqual(['PowerOffVM_Task vm-1']);
});

it('looks once more when the work is done, and at what the next start would connect', async () => {
  const session = world(card(false));
  const connect = async (): Promise<void> => void session.objects.set('vm-1', machine(card(false, true)));
  await expect(whileCutOff(session, VM, connect)).rejects.toMatchObject(CONNECTED);
});

it('says that it cannot be switched off', async () => {
  const session = world(card(true), undefined, () => 'NoPermission');
  await expect(whileCutOff(session, VM, never)).rejects.toMatchObject({
    message: expect.stringMatching(/Switching it off failed: .*NoPermission/) as string,
  });
});

it('gives the error of the work, also of one that takes its time to end when the run is cancelled', async () => {
  const late = new Error('late');
  await expect(whileCutOff(world(card(false)), VM, () => Promise.reject(late))).rejects.toBe(late);
  const cancel = new AbortController();
  const session = world(card(false), cancel.signal);
  let over = false;
  const gone = whileCutOff(session, VM, async () => {
    await sleep(150);
    over = true;
    throw late;
  });
  cancel.abort(new Error('cancelled'));
  await expect(gone).rejects.toBe(late);
  expect(over).toBe(true);
});

it('goes on while the server is away, and sees what was connected meanwhile', async () => {
  let away = 0;
  const session = playedVsphere(
    { 'vm-1': machine(card(false)) },
    {
      onRead: (_id, _paths, objects) => {
        away += 1;
        if (away === 2) objects.set('vm-1', machine(card(true)));
        return away === 2 ? new PassingError('vsphere-unreachable', 'it restarts', 'x', { taken: false }) : undefined;
      },
    },
  );
  const error: unknown = await whileCutOff(session, VM, never).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectedError);
  expect(error).toMatchObject(CONNECTED);
});

it('says what else the server answers, and that it is away when the work is done', async () => {
  const broken = playedVsphere({}, { onRead: () => new VsphereFault('RetrievePropertiesEx', 'NoPermission', 'no') });
  await expect(whileCutOff(broken, VM, never)).rejects.toMatchObject({ type: 'NoPermission' });
  const away = playedVsphere(
    {},
    { onRead: () => new PassingError('vsphere-unreachable', 'away', 'x', { taken: false }) },
  );
  await expect(whileCutOff(away, VM, () => sleep(60, 7))).rejects.toThrow('away');
});

it('takes a machine that is gone for cut off', async () => {
  const session = playedVsphere(
    {},
    { onRead: () => new VsphereFault('RetrievePropertiesEx', 'ManagedObjectNotFound', 'it is gone') },
  );
  expect(await whileCutOff(session, VM, () => sleep(60, 7))).toBe(7);
});
