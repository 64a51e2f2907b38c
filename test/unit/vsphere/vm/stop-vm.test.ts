import { expect, it } from 'vitest';
import { shutDownGuest, stopVm, switchOff } from '../../../../src/vsphere/vm/stop-vm.ts';
import { type PlayedObject, type PlayedOptions, type PlayedVsphere, playedVsphere, ref } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');

function running(
  tools: 'guestToolsRunning' | 'guestToolsNotRunning',
  answers: PlayedOptions['answers'],
): PlayedVsphere {
  const properties = { 'runtime.powerState': 'poweredOn', 'guest.toolsRunningStatus': tools };
  return playedVsphere({ 'vm-1': { type: 'VirtualMachine', properties } }, { answers: answers ?? {} });
}
const off = (objects: Map<string, PlayedObject>): undefined => {
  objects.set('vm-1', { type: 'VirtualMachine', properties: { 'runtime.powerState': 'poweredOff' } });
  return undefined;
};

it('a VM is shut down by its guest', async () => {
  const session = running('guestToolsRunning', { ShutdownGuest: ({ objects }) => off(objects) });
  await stopVm(session, VM);
  expect(session.asked).toEqual(['ShutdownGuest vm-1']);
});

it('a VM is switched off where the guest cannot be asked, or does not take it', async () => {
  const silent = running('guestToolsNotRunning', {});
  await stopVm(silent, VM);
  expect(silent.asked).toEqual(['PowerOffVM_Task vm-1']);
  const refusing = running('guestToolsRunning', { ShutdownGuest: () => 'ToolsUnavailable' });
  await stopVm(refusing, VM);
  expect(refusing.asked).toEqual(['ShutdownGuest vm-1', 'PowerOffVM_Task vm-1']);
  const broken = running('guestToolsRunning', { ShutdownGuest: () => new Error('broken') });
  await expect(stopVm(broken, VM)).rejects.toThrow('broken');
});

it('a VM that went off by itself is off; another fault is said', async () => {
  await stopVm(running('guestToolsNotRunning', { PowerOffVM_Task: () => 'InvalidPowerState' }), VM);
  await expect(
    stopVm(running('guestToolsNotRunning', { PowerOffVM_Task: () => 'NoPermission' }), VM),
  ).rejects.toMatchObject({ code: 'vsphere-refused', message: expect.stringMatching(/^Stopping the VM: /) });
});

it('a guest that was asked in vain is not asked again', async () => {
  const session = running('guestToolsRunning', {});
  await switchOff(session, VM);
  expect(session.asked).toEqual(['PowerOffVM_Task vm-1']);
  await switchOff(running('guestToolsRunning', { PowerOffVM_Task: () => 'InvalidPowerState' }), VM);
});

it('a guest that is asked to shut down is waited for as long as was said, and not switched off', async () => {
  const session = running('guestToolsRunning', { ShutdownGuest: ({ objects }) => off(objects) });
  expect(await shutDownGuest(session, VM, 0)).toBe(true);
  const stays = running('guestToolsRunning', {});
  expect(await shutDownGuest(stays, VM, 0)).toBe(false);
  expect(stays.asked).toEqual(['ShutdownGuest vm-1']);
  expect(await shutDownGuest(running('guestToolsRunning', { ShutdownGuest: () => 'ToolsUnavailable' }), VM, 0)).toBe(
    false,
  );
});
