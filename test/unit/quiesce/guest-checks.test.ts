import { describe, expect, it } from 'vitest';
import { confirmAccount } from '../../../src/quiesce/guest-checks.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref, xml } from '../vsphere/played-vsphere.ts';

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

describe('confirmAccount', () => {
  it('is content where a program ran, or none is to run', async () => {
    const session = guest(started);
    expect(await confirmAccount(session, VM, ACCOUNT, 1000)).toBeUndefined();
    expect(session.asked[0]).toContain('<arguments>/c exit 0</arguments>');
    expect(session.asked[0]).toContain('<username>Administrator</username>');
    const alone = guest(started);
    expect(await confirmAccount(alone, VM, undefined, 1000)).toBeUndefined();
    expect(alone.asked).toEqual([]);
  });

  it('says what is not so', async () => {
    expect(await confirmAccount(guest(started, 0, 'guestToolsNotRunning'), VM, ACCOUNT, 0)).toBe(
      'its VMware Tools did not come up',
    );
    expect(await confirmAccount(guest(started, 5), VM, ACCOUNT, 1000)).toBe('it ran no program as Administrator (5)');
    expect(
      await confirmAccount(
        guest(() => 'GuestOperationsUnavailable'),
        VM,
        ACCOUNT,
        0,
      ),
    ).toBe('it ran no program as Administrator (never ready)');
    expect(
      await confirmAccount(
        guest(() => 'InvalidGuestLogin'),
        VM,
        ACCOUNT,
        1000,
      ),
    ).toBe('it does not let Administrator in');
    await expect(
      confirmAccount(
        guest(() => 'NoPermission'),
        VM,
        ACCOUNT,
        1000,
      ),
    ).rejects.toMatchObject({ type: 'NoPermission' });
  });
});
