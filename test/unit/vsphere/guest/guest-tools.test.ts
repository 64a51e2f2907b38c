import { expect, it } from 'vitest';
import { readGuestState } from '../../../../src/vsphere/guest/guest-tools.ts';
import { playedVsphere, ref, settings } from '../played-vsphere.ts';

const read = (properties: Readonly<Record<string, string>>): ReturnType<typeof readGuestState> =>
  readGuestState(playedVsphere({ 'vm-1': { type: 'VirtualMachine', properties } }), ref('VirtualMachine', 'vm-1'));

it('says whether Tools run, and what the guest has set', async () => {
  const state = await read({
    'guest.toolsRunningStatus': 'guestToolsRunning',
    'config.extraConfig': settings({ 'guestinfo.a': 'x', 'guestinfo.empty': '', a: 'not of the guest' }),
  });
  expect(state.toolsRunning).toBe(true);
  expect(['a', 'empty', 'b'].map(state.info)).toEqual(['x', undefined, undefined]);
});

it('knows nothing of a guest that says nothing', async () => {
  expect((await read({})).toolsRunning).toBe(false);
  expect((await read({ 'guest.toolsRunningStatus': 'guestToolsNotRunning' })).toolsRunning).toBe(false);
  expect((await read({})).info('a')).toBeUndefined();
});
