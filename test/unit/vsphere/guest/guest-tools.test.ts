import { expect, it } from 'vitest';
import { mayPublish, readGuestState, SET_INFO } from '../../../../src/vsphere/guest/guest-tools.ts';
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

it('knows a guest that may say nothing of itself', () => {
  const may = (key: string, setting: string): boolean => mayPublish({ extraConfig: new Map([[key, setting]]) });
  expect([may('x', 'TRUE'), may(SET_INFO, 'FALSE'), may(SET_INFO, ''), may(SET_INFO, 'untrue')]).toEqual([
    ...[true, true, true, true],
  ]);
  expect([may(SET_INFO, 'TRUE'), may(SET_INFO.toUpperCase(), '1'), may(SET_INFO, 'Yes')]).toEqual([
    false,
    false,
    false,
  ]);
});
