import { beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { left, type Run, run, verify, withVsphere } from './live-run.ts';
import { EXTRA_CONFIG, sampleOva } from './sample-ova.ts';
import { verifyHere } from './verify-here.ts';
import { heldToRows, importBaked } from './verify-ways.ts';

/** A copy that is cloned with a customization specification: the template deploys, or the proof says why not. */

const ASKED = { vm: 'ws', network: 'VM Network', customization: 'generated' } as const;

let ova = '';

beforeAll(async () => {
  await buildVsphereDouble();
  // It announces no first boot, as a template of anybody's.
  const extraConfig = { 'disk.EnableUUID': EXTRA_CONFIG['disk.EnableUUID'] };
  ova = await sampleOva({ name: 'ws', extraConfig });
}, 600_000);

const first = ({ report }: Run): readonly (string | undefined)[] => [report.outputs.verdict, report.findings[0]?.code];

describe.concurrent('verify-quiesce with a customization', () => {
  it('proves that the template deploys, and that its Administrator gets in', async () => {
    await withVsphere({}, async (vsphere) => {
      await importBaked(vsphere);
      const proof = await heldToRows(vsphere, 'a customized copy', (way) => verify(vsphere, { vm: 'ws', ...way }));
      expect(first(proof), proof.log).toEqual(['application', undefined]);
      expect(proof.exitCode).toBe(0);
      expect(proof.summary).toMatch(/\| Customized copy \| succeeded with generated after .*-stillframe-verify-/);
      expect(await left(vsphere)).toEqual(['ws poweredOff 0']);
      const named = await verifyHere(vsphere, { ...ASKED, customization: 'vcsim-windows-static' });
      expect([named.exitCode, ...first(named)], named.log).toEqual([0, 'application', undefined]);
      // The words that the double took, as govmomi's own client sees them.
      const events = await run(vsphere, 'events', '-n', '200');
      expect(events.match(/Customization of VM ws-stillframe-verify-[0-9a-f]{8} succeeded/g)).toHaveLength(2);

      const wrong = await verify(vsphere, { ...ASKED, 'guest-password': 'another' });
      expect([wrong.exitCode, ...first(wrong)], wrong.log).toEqual([1, 'failed', 'customization-unconfirmed']);
      for (const { log } of [proof, wrong])
        expect(log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(GUEST_PASSWORD);
      expect(await left(vsphere)).toEqual(['ws poweredOff 0']);
    });
  });

  it('says how it failed, and leaves nothing', async () => {
    await withVsphere({}, async (vsphere) => {
      await importBaked(vsphere);
      await vsphere.plan({ customization: 'stumbles' });
      const stumbled = await verifyHere(vsphere, ASKED);
      expect([stumbled.exitCode, ...first(stumbled)], stumbled.log).toEqual([1, 'failed', 'customization-failed']);
      expect(stumbled.report.error?.code).toBe('quiesce-failed');
      expect(await left(vsphere)).toEqual(['ws poweredOff 0']);

      const unknown = await verifyHere(vsphere, { ...ASKED, customization: 'vcsim-windows-statik' });
      expect(unknown.report.error?.message).toContain('did you mean vcsim-windows-static?');
      const linux = await verifyHere(vsphere, { ...ASKED, customization: 'vcsim-linux' });
      expect(linux.report.error?.code).toBe('input-invalid');
    });
  });

  it('is refused by vCenter for a machine that never ran, and before anything is cloned for a generalized one', async () => {
    await withVsphere({ toolsDelay: 50 }, async (vsphere) => {
      await run(vsphere, 'import.ova', '-name=never', ova);
      const never = await verifyHere(vsphere, { ...ASKED, vm: 'never', level: 'filesystem' });
      expect([never.exitCode, ...first(never)], never.log).toEqual([1, 'failed', 'customization-refused']);
      expect(await left(vsphere)).toEqual(['never poweredOff 0']);

      await run(vsphere, 'vm.change', '-vm', 'never', '-e', 'stillframe.after-first-boot=generalize');
      const calls = async (): Promise<number> =>
        (await vsphere.calls()).calls.filter((call) => call === 'CloneVM_Task').length;
      const before = await calls();
      const sealed = await verifyHere(vsphere, { ...ASKED, vm: 'never' });
      expect(sealed.report.error).toMatchObject({ code: 'input-invalid' });
      expect(sealed.report.error?.message).toContain('is generalized');
      expect(await calls()).toBe(before);
    });
  });

  it('fails on a generalized guest that nobody announced', async () => {
    await withVsphere({}, async (vsphere) => {
      await importBaked(vsphere, 'generalize');
      const sealed = await verifyHere(vsphere, ASKED);
      expect([sealed.exitCode, ...first(sealed)], sealed.log).toEqual([1, 'failed', 'customization-failed']);
      expect(sealed.report.findings[0]?.seen).toContain('sysprep did not end');
    });
  });
});
