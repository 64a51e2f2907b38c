/** Templates as people made them by hand: Windows was set up and ran, with VMware Tools, and was shut down; nothing of ours is in them. */

import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import type { Vsphere } from '../../fakes/vsphere/start.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { type StepHere, stepHere } from '../publish/publish-steps.ts';
import { type LiveVsphere, run } from '../quiesce/live-run.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { until } from '../vsphere/upload-job.ts';

export const RECOVERY = 'de94bba4-06d1-4d40-a16a-bfd50179d6ac';

/** @returns the OVA of one with a protected Recovery partition before everything else */
export function defectiveOva(): Promise<string> {
  return sampleOva({ name: 'ws', extraConfig: { 'disk.EnableUUID': 'TRUE' } }, 'defective');
}

/** Imports it, lets it run once, and marks it as a template. */
export async function makeTemplate(vsphere: LiveVsphere, ova: string, name = 'ws'): Promise<void> {
  await run(vsphere, 'import.ova', '-name', name, ova);
  await vsphere.plan({ endsUnseen: true });
  await run(vsphere, 'vm.power', '-on', name);
  await until('the end of its first start', async () => (await vsphere.state()).vms[0]?.powerState === 'poweredOff');
  await run(vsphere, 'vm.markastemplate', name);
  await vsphere.plan({});
}

const ASKED = { vm: 'ws', 'guest-password': GUEST_PASSWORD, timeout: '20 s' } as const;

/** The same in the test's process. */
export function repairHere(vsphere: LiveVsphere, more: Readonly<Record<string, string>> = {}): Promise<StepHere> {
  return stepHere(vsphere, 'repair-template', { ...ASKED, ...more }, '1');
}

/** @returns the step of repair-template on it; with `work` in a job folder that another step can share */
export function repair(
  { folder, server, username, password, thumbprint }: LiveVsphere,
  more: Readonly<Record<string, string>> = {},
  options: Parameters<typeof runStep>[3] = {},
): Promise<Step> {
  const inputs = { server, username, password, thumbprint, ...ASKED };
  return runStep(folder, 'repair-template', { ...inputs, ...more }, options);
}

/** What a repair has to leave as it was: state and network, and whether the Recovery partition is there. */
export async function standing(vsphere: Vsphere): Promise<readonly string[]> {
  const { vms } = await vsphere.state();
  return vms.map(({ name, powerState, template, snapshots, nics, disks }) => {
    const cards = nics.map(({ network, startConnected }) => `${network} ${startConnected ? 'on' : 'off'}`).join(', ');
    const sick = disks?.[0]?.partitions?.some(({ type }) => type === RECOVERY) ? 'sick' : 'well';
    return `${name} ${template ? 'template' : 'vm'} ${powerState} ${snapshots} [${cards}] ${sick}`;
  });
}
