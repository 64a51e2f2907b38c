import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { pushOva } from '../../../src/upload/push-ova.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';
import { playedVsphere } from '../vsphere/played-vsphere.ts';

const OVA = {
  path: 'ws.ova',
  members: new Map([['ws.ovf', { offset: 0, size: 3 }]]),
  descriptor: { name: 'ws.ovf', text: '' },
  ovf: { files: [] },
} as unknown as OvaPackage;
const SESSIONS = 'content/library/item/update-session';
const push = (rest: ReturnType<typeof playedRest>, signal: AbortSignal): Promise<number> =>
  pushOva(playedVsphere({}, { signal }), rest, OVA, 'i-9', { onProgress: () => {} });

it('cancels the session that was just beginning when the run was cancelled', async () => {
  const run = new AbortController();
  const rest = playedRest(async ({ resource, action, method }) => {
    if (resource !== SESSIONS) return undefined;
    if (action !== undefined || method !== 'POST') return null;
    run.abort(new Error('cancelled'));
    await setTimeout(20);
    return 'u-1';
  }, run.signal);
  await expect(push(rest, run.signal)).rejects.toThrow('cancelled');
  expect(rest.asked).toEqual([`POST ${SESSIONS}`, `POST ${SESSIONS} cancel u-1`, `DELETE ${SESSIONS} u-1`]);
});

it('begins none once the run is cancelled', async () => {
  const run = new AbortController();
  run.abort(new Error('cancelled'));
  const rest = playedRest(() => null, run.signal);
  await expect(push(rest, run.signal)).rejects.toThrow('cancelled');
  expect(rest.asked).toEqual([]);
});
