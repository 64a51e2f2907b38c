import { expect, it } from 'vitest';
import { awaitTools, runWhenReady } from '../../../../src/vsphere/guest/ready-guest.ts';
import { GUEST_ACCOUNT, GUEST_VM, playedGuest, started } from './played-guest.ts';

it.each(['GuestOperationsUnavailable', 'InvalidPowerState', 'InvalidState', 'ToolsUnavailable'])(
  'tries again after %s',
  async (fault) => {
    let tries = 0;
    const session = playedGuest(() => {
      tries += 1;
      return tries === 1 ? fault : started();
    }, 3);
    expect(await runWhenReady(session, GUEST_VM, GUEST_ACCOUNT, { path: 'x', args: '' }, 60_000)).toBe(3);
  },
);

it('awaits Tools', async () => {
  expect(await awaitTools(playedGuest(started), GUEST_VM, 0)).toBe(true);
  const session = playedGuest(started, 0, 'guestToolsExecutingScripts');
  expect(await awaitTools(session, GUEST_VM, 0)).toBe(false);
  const later = awaitTools(session, GUEST_VM, 60_000);
  session.objects.set('vm-1', {
    type: 'VirtualMachine',
    properties: { 'guest.toolsRunningStatus': 'guestToolsRunning' },
  });
  expect(await later).toBe(true);
});
