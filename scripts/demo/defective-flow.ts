/** The defect: a hand-made layout whose quiesced snapshot fails, what verify-quiesce says of it, and the cure. */

import { join } from 'node:path';
import { makeHandMadeDisk } from '../../test/media/hand-made-disk.ts';
import type { Doubles } from './doubles.ts';
import type { DemoJob } from './job.ts';
import { heading } from './print.ts';
import { buildImage, type FlowResult, START_TIMEOUT, TEMPLATE, vcenter } from './release-flow.ts';

export async function runDefectiveFlow(job: DemoJob, doubles: Doubles, output: string): Promise<FlowResult> {
  const { vhd: applied, build, firstBoot } = await buildImage(job, doubles, output);
  const vhd = join(output, 'hand-made.vhd');
  heading('The same Windows as a hand-made installation lays it out: protected Recovery partition first');
  await makeHandMadeDisk(applied, vhd);

  const ova = join(output, 'hand-made.ova');
  await job.step(
    'refused: a Recovery partition is not packaged by accident',
    'convert-ova',
    { template: TEMPLATE, disk: vhd, ova, ...firstBoot },
    'failure',
  );
  await job.step('packaged all the same, because somebody insists', 'convert-ova', {
    template: TEMPLATE,
    disk: vhd,
    ova,
    ...firstBoot,
    'allow-recovery': 'true',
  });
  const target = { ...vcenter(doubles), template: TEMPLATE, name: 'hand-made' };
  const proveAndPublish = async (expect: 'success' | 'failure') => {
    const upload = await job.step('the OVA becomes a candidate', 'upload-esxi', { ...target, ova });
    await job.step('its first boot is carried out', 'bake-template', {
      ...vcenter(doubles),
      template: TEMPLATE,
      vm: upload('vm'),
      build,
    });
    const verify = await job.step(
      expect === 'failure' ? 'the quiesced snapshot fails, and the cause is named' : 'the same check again',
      'verify-quiesce',
      { ...vcenter(doubles), template: TEMPLATE, image: ova, vm: upload('vm'), timeout: START_TIMEOUT },
      expect,
    );
    await job.step(
      expect === 'failure'
        ? 'refused: what is not proven is not published'
        : 'the proven candidate becomes the template',
      'publish-template',
      { ...target, vm: upload('vm'), verification: verify('report') },
      expect,
    );
    return verify;
  };
  await proveAndPublish('failure');

  await job.step('what would be done', 'repair-template', { image: vhd, 'dry-run': 'true' });
  await job.step('the Recovery partition is removed', 'repair-template', { image: vhd });
  await job.step('the repaired disk is packaged', 'convert-ova', {
    template: TEMPLATE,
    disk: vhd,
    ova,
    ...firstBoot,
  });
  const verify = await proveAndPublish('success');
  return { vhd, ova, verdict: verify('verdict') };
}
