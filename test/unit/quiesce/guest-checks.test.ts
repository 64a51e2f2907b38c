import { describe, expect, it } from 'vitest';
import { confirmAccount } from '../../../src/quiesce/guest-checks.ts';
import { GUEST_ACCOUNT, GUEST_VM, playedGuest, started } from '../vsphere/guest/played-guest.ts';

describe('confirmAccount', () => {
  it('is content where a program ran, or none is to run', async () => {
    const session = playedGuest(started);
    expect(await confirmAccount(session, GUEST_VM, GUEST_ACCOUNT, 1000)).toBeUndefined();
    expect(session.asked[0]).toContain('<arguments>/c exit 0</arguments>');
    expect(session.asked[0]).toContain('<username>Administrator</username>');
    const alone = playedGuest(started);
    expect(await confirmAccount(alone, GUEST_VM, undefined, 1000)).toBeUndefined();
    expect(alone.asked).toEqual([]);
  });

  it('says what is not so', async () => {
    expect(await confirmAccount(playedGuest(started, 0, 'guestToolsNotRunning'), GUEST_VM, GUEST_ACCOUNT, 0)).toBe(
      'its VMware Tools did not come up',
    );
    expect(await confirmAccount(playedGuest(started, 5), GUEST_VM, GUEST_ACCOUNT, 1000)).toBe(
      'it ran no program as Administrator (5)',
    );
    expect(
      await confirmAccount(
        playedGuest(() => 'GuestOperationsUnavailable'),
        GUEST_VM,
        GUEST_ACCOUNT,
        0,
      ),
    ).toBe('it ran no program as Administrator (never ready)');
    expect(
      await confirmAccount(
        playedGuest(() => 'InvalidGuestLogin'),
        GUEST_VM,
        GUEST_ACCOUNT,
        1000,
      ),
    ).toBe('it does not let Administrator in');
    await expect(
      confirmAccount(
        playedGuest(() => 'NoPermission'),
        GUEST_VM,
        GUEST_ACCOUNT,
        1000,
      ),
    ).rejects.toMatchObject({ type: 'NoPermission' });
  });
});
