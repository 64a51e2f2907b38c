import { beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { VspherePlan } from '../../fakes/vsphere/plan.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { AS_BEFORE, left, type Run, run, verify, withVsphere } from './live-run.ts';
import { sampleOva } from './sample-ova.ts';

/** What scripts of VMware Tools and services of the guest show, in a copy and in what is restored of its snapshot, each way in which they go wrong. */

let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  ova = await sampleOva({ name: 'ws' });
}, 600_000);

const ASKED = { vm: 'ws', restore: 'true', 'marker-scripts': 'true', 'guest-password': GUEST_PASSWORD, timeout: '8 s' };
const codes = ({ report }: Run): readonly string[] =>
  report.findings.map(({ code, severity }) => `${code} ${severity}`);

async function proved(plan: VspherePlan, body: (done: Run) => void, fault?: string): Promise<void> {
  await withVsphere({}, async (vsphere) => {
    await run(vsphere, 'import.ova', ova);
    await vsphere.plan(plan);
    if (fault !== undefined) await vsphere.play({ fault: { type: fault, message: 'x' } });
    body(await verify(vsphere, ASKED));
    expect(await left(vsphere)).toEqual(AS_BEFORE);
  });
}

describe.concurrent('a copy with the marker script', () => {
  it.each<[string, VspherePlan, number, string, readonly string[], RegExp]>([
    ['frozen and thawed', {}, 0, 'application', [], /run at the freeze and at the thaw, .* between them/],
    [
      'whose VMware Tools run no scripts',
      { scripts: 'silent' },
      0,
      'application',
      ['freeze-scripts-silent warning'],
      /not run/,
    ],
    [
      'that is never thawed',
      { scripts: 'stuck' },
      0,
      'application',
      ['freeze-scripts-silent warning'],
      /run at the freeze \|/,
    ],
    [
      'that is thawed before its snapshot',
      { scripts: 'early' },
      1,
      'failed',
      ['snapshot-outside-freeze error'],
      /run at the freeze and at the thaw/,
    ],
    [
      'that is frozen after its snapshot',
      { scripts: 'late' },
      1,
      'failed',
      ['snapshot-outside-freeze error'],
      /run at the freeze and at the thaw/,
    ],
    [
      'that does not start what a snapshot needs',
      { stopped: ['VMTools', 'Schedule'] },
      1,
      'failed',
      ['restore-service-stopped error', 'restore-service-differs warning'],
      /between them/,
    ],
    [
      'that does not start another service',
      { stopped: ['Schedule'] },
      0,
      'application',
      ['restore-service-differs warning'],
      /between them/,
    ],
  ])('%s', async (_what, plan, exitCode, verdict, findings, told) => {
    await proved(plan, (done) => {
      expect([done.exitCode, done.report.outputs.verdict, codes(done)], done.log).toEqual([
        exitCode,
        verdict,
        findings,
      ]);
      expect(done.summary).toMatch(told);
    });
  });

  it('whose snapshot fails has its scripts run with freezeFail', async () => {
    await proved(
      {},
      (done) => {
        expect([done.exitCode, done.report.outputs.verdict], done.log).toEqual([1, 'failed']);
        expect(codes(done)).toContain('freeze-undone warning');
        expect(done.summary).toContain('run at the freeze and after a freeze that failed');
      },
      'ApplicationQuiesceFault',
    );
  });

  it('in which the script does not stay is not proven', async () => {
    await proved({ scripts: 'taken' }, (done) => {
      expect([done.exitCode, done.report.error?.code], done.log).toEqual([1, 'guest-refused']);
    });
  });
});
