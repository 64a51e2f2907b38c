import { expect, it } from 'vitest';
import { awaitTools, runWhenReady } from '../../../../src/vsphere/guest/ready-guest.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref, xml } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const ACCOUNT = { username: 'Administrator', password: 'p' };
const ended = (code: number): PlayedAnswer =>
  xml(`<returnval><pid>7</pid><endTime>2026-11-28T12:00:00Z</endTime><exitCode>${code}</exitCode></returnval>`);

function guest(start: () => PlayedAnswer, code = 0, tools = 'guestToolsRunning'): PlayedVsphere {
  return playedVsphere(
    {
      'vm-1': { type: 'VirtualMachine', properties: { 'guest.toolsRunningStatus': tools } },
      guestOperationsManager: {
        type: 'guestOperationsManager',
        properties: { processManager: ref('GuestProcessManager', 'pm') },
      },
    },
    { answers: { StartProgramInGuest: start, ListProcessesInGuest: () => ended(code) } },
  );
}
const started = (): PlayedAnswer => xml('<returnval>7</returnval>');

it.each(['GuestOperationsUnavailable', 'InvalidPowerState', 'InvalidState', 'ToolsUnavailable'])(
  'tries again after %s',
  async (fault) => {
    let tries = 0;
    const session = guest(() => {
      tries += 1;
      return tries === 1 ? fault : started();
    }, 3);
    expect(await runWhenReady(session, VM, ACCOUNT, { path: 'x', args: '' }, 60_000)).toBe(3);
  },
);

it('awaits Tools', async () => {
  expect(await awaitTools(guest(started), VM, 0)).toBe(true);
  const session = guest(started, 0, 'guestToolsExecutingScripts');
  expect(await awaitTools(session, VM, 0)).toBe(false);
  const later = awaitTools(session, VM, 60_000);
  session.objects.set('vm-1', {
    type: 'VirtualMachine',
    properties: { 'guest.toolsRunningStatus': 'guestToolsRunning' },
  });
  expect(await later).toBe(true);
});
