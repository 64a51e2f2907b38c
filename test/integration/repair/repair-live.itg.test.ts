/** repair-template against the double, whose guest runs reagentc and diskpart on the real table of the uploaded disk. */

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { VspherePlan } from '../../fakes/vsphere/plan.ts';
import { run, withVsphere } from '../quiesce/live-run.ts';
import { verifyHere } from '../quiesce/verify-here.ts';
import { until } from '../vsphere/upload-job.ts';
import { defectiveOva, makeTemplate, RECOVERY, repair, repairHere, standing } from './classic-template.ts';

let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  ova = await defectiveOva();
}, 600_000);

const SICK = 'ws template poweredOff 0 [VM Network on] sick';
const WELL = 'ws template poweredOff 0 [VM Network on] well';
const types = (layout: string | undefined): string[] =>
  (JSON.parse(layout ?? '') as { partitions: { type: string }[] }).partitions.map(({ type }) => type);

describe.concurrent('repair-template in the guest', () => {
  it('heals a template whose snapshots failed: the same check passes, and the copy from before is whole', async () => {
    await withVsphere({}, async (vsphere) => {
      await makeTemplate(vsphere, ova);
      const sick = await verifyHere(vsphere, { vm: 'ws' });
      expect([sick.exitCode, sick.report.outputs.verdict], sick.log).toEqual([1, 'failed']);

      const dry = await repairHere(vsphere, { 'dry-run': 'true' });
      expect([dry.exitCode, dry.outputs.changed], dry.printed).toEqual([0, 'true']);
      expect(types(dry.outputs['layout-before'])).toEqual(['recovery', 'esp', 'msr', 'windows']);
      expect(types(dry.outputs['layout-after'])).toEqual(['esp', 'msr', 'windows']);
      expect(await standing(vsphere)).toEqual([SICK]);
      expect((await vsphere.calls()).calls).not.toContain('MarkAsVirtualMachine');

      const done = await repair(vsphere);
      expect(done.exitCode, done.printed).toBe(0);
      expect(types(done.outputs['layout-after'])).toEqual(['esp', 'msr', 'windows']);
      expect(done.findings).toEqual([]);
      const copy = done.outputs['safety-copy'] ?? '';
      expect(copy).toMatch(/^ws\.before-repair-[0-9a-f]{8}$/);
      expect(await standing(vsphere)).toEqual([WELL, `${copy} vm poweredOff 0 [VM Network on] sick`]);
      expect(done.summary).toContain('| disk read | from outside, while it was off |');
      // Judged by a client that nobody here wrote.
      expect(await run(vsphere, 'vm.info', '-json', 'ws')).toContain('"template": true');

      const well = await verifyHere(vsphere, { vm: 'ws' });
      expect([well.exitCode, well.report.outputs.verdict, well.report.findings], well.log).toEqual([
        0,
        'application',
        [],
      ]);
      const old = await verifyHere(vsphere, { vm: copy });
      expect(old.report.outputs.verdict, old.log).toBe('failed');

      const before = (await vsphere.calls()).calls.length;
      const again = await repairHere(vsphere);
      expect([again.exitCode, again.outputs.changed, again.outputs['safety-copy']], again.printed).toEqual([
        0,
        'false',
        '',
      ]);
      expect((await vsphere.calls()).calls.slice(before)).not.toContain('PowerOnVM_Task');
    });
  });

  it('puts back what it began whenever the guest fails it, and says why', async () => {
    await withVsphere({}, async (vsphere) => {
      await makeTemplate(vsphere, ova);
      const cases: readonly (readonly [VspherePlan, Record<string, string>, string, RegExp])[] = [
        [{}, { 'guest-password': 'wrong' }, 'input-invalid', /does not know the account Administrator/],
        [{ programs: { 'reagentc.exe': 5 } }, {}, 'guest-refused', /reagentc ended with 5, and it is still enabled/],
        [{ idle: ['diskpart.exe'] }, {}, 'layout-wrong', /Recovery partition 1 is still there/],
        [
          { restartsAt: 'diskpart.exe', idle: ['diskpart.exe'] },
          {},
          'vsphere-refused',
          /guest operations agent|knows no process/,
        ],
        [{ limited: true }, {}, 'not-elevated', /may not change its disk/],
        [
          { dirty: true, idle: ['diskpart.exe'] },
          {},
          'layout-wrong',
          /still there, the file system of Windows is marked dirty/,
        ],
        [
          { endless: ['diskpart.exe'], idle: ['diskpart.exe'] },
          { timeout: '3 s' },
          'timeout',
          /diskpart\.exe did not end in the guest/,
        ],
      ];
      for (const [plan, inputs, code, said] of cases) {
        await vsphere.plan(plan);
        const { exitCode, error, printed } = await repairHere(vsphere, { 'safety-copy': 'false', ...inputs });
        expect([exitCode, error?.code], printed).toEqual([1, code]);
        expect(error?.message).toMatch(said);
        expect(await standing(vsphere), printed).toEqual([SICK]);
        // No script of ours stays, and what restarts forgets none.
        if (plan.restartsAt === undefined) expect((await vsphere.state()).vms[0]?.files ?? [], printed).toEqual([]);
      }
    });
  });

  it('is put back when it is cancelled at the end', async () => {
    await withVsphere({}, async (vsphere) => {
      await makeTemplate(vsphere, ova);
      await vsphere.disturb({ method: 'ShutdownGuest', do: 'hold-before' });
      const held = async (): Promise<boolean> => (await vsphere.calls()).held === 1;
      const cancelled = await repair(
        vsphere,
        { 'safety-copy': 'false' },
        { onStart: ({ kill }) => void until('a held shutdown', held).then(() => kill('SIGINT')) },
      );
      await vsphere.release();
      expect([cancelled.exitCode, cancelled.error?.code], cancelled.printed).toEqual([1, 'cancelled']);
      expect(await standing(vsphere), cancelled.printed).toEqual([WELL]);
    });
  });

  it('is put back by whoever comes next, wherever it was killed', async () => {
    await withVsphere({}, async (vsphere) => {
      await makeTemplate(vsphere, ova);
      const jobFolder = join(vsphere.folder, 'job');
      const killedAt = async (method: string, more: { jobFolder?: string } = {}): Promise<void> => {
        await vsphere.disturb({ method, do: 'hold-after' });
        const held = async (): Promise<boolean> => (await vsphere.calls()).held === 1;
        const killed = await repair(
          vsphere,
          { 'safety-copy': 'false' },
          { ...more, onStart: ({ kill }) => void until(`a held ${method}`, held).then(() => kill('SIGKILL')) },
        );
        expect(killed.exitCode, killed.printed).toBeNull();
        await vsphere.release();
      };
      // Before it carries a mark only the record of its runner knows that it was a template.
      await killedAt('MarkAsVirtualMachine', { jobFolder });
      expect(await standing(vsphere)).toEqual([SICK.replace('template', 'vm')]);
      const dry = await repair(vsphere, { 'dry-run': 'true' }, { jobFolder });
      expect([dry.exitCode, dry.outputs.changed], dry.printed).toEqual([0, 'true']);
      expect(dry.printed).toContain('Removing the running state of ws, which is to be a template again');
      expect(await standing(vsphere)).toEqual([SICK]);

      await killedAt('PowerOnVM_Task');
      expect((await standing(vsphere))[0]).toContain('ws vm poweredOn 0 [VM Network off]');
      // On another runner.
      const next = await repair(vsphere, { 'safety-copy': 'false' });
      expect([next.exitCode, next.outputs.changed], next.printed).toEqual([0, 'true']);
      expect(next.printed).toContain('Putting /DC0/vm/ws back, of which an ended run has left a repair half done');
      expect(await standing(vsphere)).toEqual([WELL]);
      expect((await run(vsphere, 'session.ls')).trim().split('\n').length).toBeLessThan(5);
    });
  });

  it('grows Windows, where space is free behind it', async () => {
    await withVsphere({}, async (vsphere) => {
      await makeTemplate(vsphere, ova);
      const { exitCode, findings, printed } = await repairHere(vsphere, { extend: 'true', 'safety-copy': 'false' });
      expect(exitCode, printed).toBe(0);
      // The partition that went lay before Windows.
      expect(findings.map(({ code }) => code)).toEqual(['repair-extend-not-adjacent']);
      expect((await vsphere.state()).vms[0]?.disks?.[0]?.partitions?.map(({ type }) => type)).not.toContain(RECOVERY);
    });
  });
});
