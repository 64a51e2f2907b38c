/** What people deploy of a release quiesces as what was proven did: a clone of the template, and a VM of the library item. */

import { beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { EXTRA_CONFIG, sampleOva } from '../quiesce/sample-ova.ts';
import { verifyHere } from '../quiesce/verify-here.ts';
import { proofOf, type StepHere, stepHere, uploadCandidate } from './publish-steps.ts';

let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  ova = await sampleOva({
    name: 'ws-shut-down',
    extraConfig: { ...EXTRA_CONFIG, 'stillframe.after-first-boot': 'shut-down' },
  });
}, 600_000);

/** Uploaded and baked; called proven, which other tests show. */
async function baked(vsphere: LiveVsphere): Promise<{ vm: string; verification: string }> {
  const upload = await uploadCandidate(vsphere, '1', ova);
  const vm = upload.outputs.vm ?? '';
  const bake = await stepHere(vsphere, 'bake-template', { vm, timeout: '2 min' }, '1');
  expect(bake.exitCode, bake.printed).toBe(0);
  return { vm, verification: await proofOf(vsphere, upload) };
}

const publish = (vsphere: LiveVsphere, candidate: object, how: object): Promise<StepHere> =>
  stepHere(vsphere, 'publish-template', { ...candidate, ...how }, '1');
const ITEM = { as: 'library-item', library: 'golden' };

describe.concurrent('what is deployed of a release', () => {
  it.each([
    [
      'a clone of its template',
      { as: 'template' },
      ['vm.clone', '-vm', 'ws', '-pool', 'DC0_C0/Resources', '-on=false'],
    ],
    ['a VM of its library item', ITEM, ['library.deploy', '/golden/ws']],
  ])('quiesces: %s', async (_what, how, deploy) => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      const published = await publish(vsphere, await baked(vsphere), how);
      expect(published.exitCode, published.printed).toBe(0);
      await run(vsphere, ...deploy, 'deployed');
      const before = (await vsphere.state()).vms.find(({ name }) => name === 'deployed');
      expect(before).toMatchObject({ firmware: 'efi', secureBoot: true });
      const proven = await verifyHere(vsphere, { vm: 'deployed' });
      expect([proven.report.outputs.verdict, proven.report.findings], proven.log).toEqual(['application', []]);
    });
  });

  // govmomi issue 2304, packer-plugin-vsphere issue 13: vCenter writes the order into the item, and what is deployed of that has BIOS firmware.
  it('starts, or is not published: an order of starting makes BIOS machines of an item', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      const candidate = await baked(vsphere);
      await run(vsphere, 'device.boot', '-vm', 'ws.candidate-1', '-order', 'disk');
      const refused = await publish(vsphere, candidate, ITEM);
      expect(refused.error, refused.printed).toMatchObject({ code: 'vm-unfit' });
      expect(refused.error?.message).toContain('/DC0/vm/ws.candidate-1 has an order of devices to start from');
      await run(vsphere, 'device.boot', '-vm', 'ws.candidate-1', '-order', '-');
      const published = await publish(vsphere, candidate, ITEM);
      expect(published.exitCode, published.printed).toBe(0);
      await run(vsphere, 'library.deploy', '/golden/ws', 'deployed');
      const deployed = (await vsphere.state()).vms.find(({ name }) => name === 'deployed');
      expect(deployed).toMatchObject({ firmware: 'efi', secureBoot: true });
    });
  });
});
