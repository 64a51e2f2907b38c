import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere } from '../../fakes/vsphere/start.ts';
import { step } from '../publish/publish-steps.ts';
import { bothSides, ENDINGS, endAt, sessionsOf } from '../vsphere/end-at-call.ts';
import { type LiveVsphere, left } from './live-run.ts';
import { VERIFY_WAYS, type VerifyWay } from './verify-ways.ts';

/** verify-quiesce ended at each of its calls: nothing of its copies and snapshots is left, and the same proof again succeeds. */

let work = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-verify-phases-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe.each(Object.entries<VerifyWay>(VERIFY_WAYS))('%s', (_way, { inputs, phases, open }) => {
  describe.each(ENDINGS)('%s', (ending) => {
    let vsphere: LiveVsphere | undefined;
    beforeEach(async () => {
      if (vsphere) return;
      vsphere = { ...(await startVsphere({ toolsDelay: 50 })), folder: await mkdtemp(join(work, 'double-')) };
      await open(vsphere);
    });
    afterAll(() => vsphere?.close());

    it.each(bothSides(...phases))('%s', async (_what, moment) => {
      if (!vsphere) throw new Error('no double runs');
      const double = vsphere;
      // A row that fails has the next begin with a double of its own.
      vsphere = undefined;
      const before = await left(double);
      const sessions = await sessionsOf(double);
      const verify = (options = {}) =>
        step(double, 'verify-quiesce', { vm: 'ws', timeout: '30 s', ...inputs }, '1', options);
      // At its start the VM itself is in the midst of its first boot: whether one that ends while the power is taken is done, nobody could know.
      const early = 'copy' in inputs && moment.method === 'PowerOnVM_Task';
      if (early) await double.plan({ hangs: '50-vmware-tools' });
      const { step: ended, post } = await endAt(double, { action: 'verify-quiesce', ending, moment }, verify);
      if (early) await double.plan({});
      if (ending !== 'kill alone') {
        const said = `${ended.printed}\n--- post\n${post}`;
        expect(await left(double), said).toEqual(before);
        if (ending === 'cancel' || moment.method !== 'Login') expect(await sessionsOf(double), said).toBe(sessions);
      }
      const again = await verify();
      expect([again.outputs.verdict, again.exitCode], again.printed).toEqual(['application', 0]);
      const off = (await left(double)).map((vm) => vm.replace('poweredOn', 'poweredOff'));
      // On another runner nobody knows that the VM itself was off before: what runs is left running.
      expect(ending === 'kill alone' && 'copy' in inputs ? off : await left(double)).toEqual(before);
      // Its first boot lies behind the VM itself by now.
      if ('copy' in inputs) await double.close();
      else vsphere = double;
    });
  });
});
