/** A template that asks for a Recovery partition gets it, through every action up to the one whose business is to say what that does. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';

let folder = '';
let media: SampleMedia;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-asked-'));
  media = await buildSampleMedia();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (action: string, inputs: Readonly<Record<string, string>>): Promise<Step> =>
  runStep(folder, action, inputs);

it('is built, packaged with a warning, called what it is by the check, and sound once repaired', async () => {
  const template = join(folder, 't.yml');
  const text = [
    'name: ws2019',
    'windows: { product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso } }',
    'updates: { include: [] }',
    'drivers: { include: [] }',
    'customize: { vmware-tools: none }',
    'disk: { size: 2500 MiB, esp: 100 MiB, recovery: last }',
  ];
  await writeFile(template, `${text.join('\n')}\n`);
  const [vhd, ova] = [join(folder, 'a.vhd'), join(folder, 'a.ova')];
  const built = await run('build-vhd', { template, iso: media.windowsIso, vhd });
  expect(built.exitCode, built.printed).toBe(0);
  expect(built.printed).toContain('[recovery-partition-protected]');

  const refused = await run('convert-ova', { disk: vhd, ova, product: 'windows-server-2019' });
  expect(refused.exitCode).toBe(1);
  expect(refused.printed).toContain('[recovery-partition]');
  const packed = await run('convert-ova', { template, disk: vhd, ova });
  expect(packed.exitCode, packed.printed).toBe(0);
  expect(packed.printed).toMatch(/with a Recovery partition, as the template asks for it: partition 4/);

  const checked = await run('verify-quiesce', { template, image: ova });
  expect(checked.exitCode).toBe(1);
  expect(checked.outputs.verdict).toBe('failed');
  expect(checked.printed).toMatch(/Partition 4 is a protected Recovery partition/);
  expect(checked.printed).toMatch(/The template file asks for this partition: write disk: \{ recovery: none \}/);

  const sound = join(folder, 'sound.ova');
  const repaired = await run('repair-template', { image: ova, output: sound });
  expect(repaired.exitCode, repaired.printed).toBe(0);
  const again = await run('verify-quiesce', { template, image: sound });
  expect(again.exitCode, again.printed).toBe(0);
  expect(again.outputs.verdict).toBe('unproven');
});
