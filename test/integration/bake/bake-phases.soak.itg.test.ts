import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { VspherePlan } from '../../fakes/vsphere/plan.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { step, uploadCandidate } from '../publish/publish-steps.ts';
import { withVsphere } from '../quiesce/live-run.ts';
import { EXTRA_CONFIG, sampleOva } from '../quiesce/sample-ova.ts';
import { bothSides, ENDINGS, endAt, type Moment, sessionsOf } from '../vsphere/end-at-call.ts';
import { BAKE_PHASES } from './bake-phases.ts';

/** bake-template ended at each of its calls: the guest goes on, and the same step again ends with a baked candidate, as if nothing had been. */

let work = '';
let ova = '';
let script = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-bake-phases-'));
  ova = await sampleOva({ name: 'ws', extraConfig: { ...EXTRA_CONFIG, 'stillframe.after-first-boot': 'shut-down' } });
  script = join(work, 'mine.cmd');
  await writeFile(script, 'exit /b 0\r\n');
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** What the guest is at, and the call at which the step is ended then. */
const PHASES: readonly (readonly [string, VspherePlan, Moment])[] = [
  ...bothSides(...BAKE_PHASES).map(([what, moment]) => [what, {}, moment] as const),
  ['while Tools come', { hangs: '50-vmware-tools' }, { method: 'WaitForUpdatesEx', skip: 1, do: 'hold-after' }],
  ['while a step runs', { hangs: '60-remote-desktop' }, { method: 'WaitForUpdatesEx', skip: 3, do: 'hold-after' }],
];

describe.each(ENDINGS)('%s', (ending) => {
  it.each(PHASES)('%s', async (_what, plan, moment) => {
    await withVsphere({ toolsDelay: 100 }, async (vsphere) => {
      await vsphere.plan(plan);
      const upload = await uploadCandidate(vsphere, '1', ova);
      const inputs = {
        vm: upload.outputs.vm ?? '',
        timeout: '5 min',
        scripts: script,
        'guest-password': GUEST_PASSWORD,
      };
      const bake = (options = {}) => step(vsphere, 'bake-template', inputs, '1', options);
      const state = async () => (await vsphere.state()).vms.find(({ name }) => name === 'ws.candidate-1');
      const began = (await state())?.nics;
      const { step: ended, post } = await endAt(vsphere, { action: 'bake-template', ending, moment }, bake);
      if (ending !== 'kill alone' && (ending === 'cancel' || moment.method !== 'Login')) {
        expect(await sessionsOf(vsphere)).toBe(0);
      }
      const said = `${ended.printed}\n${post}`;
      const then = await state();
      const { calls: before } = await vsphere.calls();
      if (ending !== 'kill alone' && /first boot: run|begin its first boot|written down yet/.test(said)) {
        if (!before.includes('PowerOnVM_Task')) expect(said).toContain('was not started yet');
        else if (then?.powerState === 'poweredOn') expect(said).toContain('goes on with its first boot');
        else expect(said).toMatch(/goes on with its first boot|is done with its first boot/);
      } else if (ending === 'cancel' && then?.extraConfig['stillframe.first-boot'] !== 'baked') {
        // Before anything was begun.
        expect(Object.keys(then?.extraConfig ?? {}), said).not.toContain('stillframe.bake');
      }
      await vsphere.plan({});
      const again = await bake();
      expect(again.exitCode, `${said}\n--- again\n${again.printed}`).toBe(0);
      // Also on another runner: what was begun is not begun anew.
      if (then?.extraConfig['stillframe.bake'] !== undefined) {
        expect(again.printed).toMatch(/Going on with the first boot of|was baked before/);
      }
      const baked = await state();
      expect([baked?.powerState, baked?.extraConfig['stillframe.first-boot'], baked?.nics]).toEqual([
        'poweredOff',
        'baked',
        began,
      ]);
      expect(Object.keys(baked?.extraConfig ?? {}).filter((key) => key.startsWith('guestinfo.'))).toEqual([]);
      const { calls } = await vsphere.calls();
      expect(calls.filter((call) => call === 'PowerOnVM_Task')).toHaveLength(1);
      // A killed run logs out by its post step, or by the next run on its runner.
      const nobodys = ending === 'kill alone' || moment.method === 'Login' ? 1 : 0;
      expect(await sessionsOf(vsphere)).toBeLessThanOrEqual(nobodys);
    });
  });
});
