/** Plays situations of the unit tests on a running machine of the vSphere double, and runs the action on it from its source: the bundle is judged elsewhere. */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, vi } from 'vitest';
import { verifyQuiesce } from '../../../actions/verify-quiesce/action.ts';
import { runHere } from '../../fakes/runner/run-here.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import type { Situation } from '../../unit/quiesce/situations.ts';
import { sampleOva } from './sample-ova.ts';

export interface Verified {
  readonly ok: boolean;
  readonly printed: string;
  readonly outputs: { readonly verdict: string; readonly evidence: string };
  readonly findings: readonly { readonly code: string; readonly seen: string; readonly remedy: string }[];
}

export interface SituationStage {
  readonly vsphere: Vsphere;
  readonly folder: string;
  verify(more?: Readonly<Record<string, string>>): Promise<Verified>;
  close(): Promise<void>;
}

/** Two machines that run, `ws` and `fresh`, whose first boot is over. */
export async function openStage(): Promise<SituationStage> {
  const { govc } = await buildVsphereDouble();
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-situations-'));
  // Nothing is awaited of its first boot, which is over before the first proof.
  const ova = await sampleOva({ name: 'ws', extraConfig: { 'disk.EnableUUID': 'TRUE' } });
  const vsphere = await startVsphere({ toolsDelay: 50 });
  const { server, username, password, thumbprint } = vsphere;
  const env = { GOVC_URL: `https://${server}/sdk`, GOVC_USERNAME: username, GOVC_PASSWORD: password };
  const options = { env: { ...process.env, ...env, GOVC_INSECURE: 'true', GOVMOMI_HOME: folder } };
  for (const vm of ['ws', 'fresh']) {
    await promisify(execFile)(govc, ['import.ova', `-name=${vm}`, ova], options);
    await promisify(execFile)(govc, ['vm.power', '-on', vm], options);
  }
  // A guest that restarts in its first boot would fail a proof.
  await vi.waitFor(
    async () => {
      const statuses = (await vsphere.state()).vms.map(
        ({ extraConfig }) => extraConfig['guestinfo.stillframe.first-boot'],
      );
      expect(statuses).toEqual(['done', 'done']);
    },
    { timeout: 60_000 },
  );
  return {
    vsphere,
    folder,
    verify: async (more = {}) => {
      const jobFolder = await mkdtemp(join(folder, 'job-'));
      const report = join(jobFolder, 'report.json');
      const inputs = {
        server,
        username,
        password,
        thumbprint,
        vm: 'ws',
        copy: 'false',
        timeout: '10 s',
        report,
        ...more,
      };
      const { ok, lines } = await runHere(verifyQuiesce, inputs, { jobFolder });
      const told = JSON.parse(await readFile(report, 'utf8')) as Pick<Verified, 'outputs' | 'findings'>;
      return { ok, printed: lines.join('\n'), ...told };
    },
    close: async () => {
      await vsphere.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Why the double cannot play it; undefined where it can. Other tests start such machines. */
export function unplayable(situation: Situation): string | undefined {
  const { image, options, firstBoot, tools, manifest, attempt, facts, settings, traits, guest, markers } = situation;
  if (image !== undefined) return 'an image is checked beside it';
  if (markers !== undefined) return 'scripts are put into copies alone: markers.soak.itg.test.ts';
  if (options !== undefined) return 'other inputs';
  if (firstBoot !== undefined || facts?.firstBootExpected === true) return 'its first boot is long over';
  if (tools === false) return 'its VMware Tools run';
  if (manifest instanceof Error) return 'its manifest can be read';
  if (attempt?.snapshot) return 'its snapshots have a manifest';
  if ((facts !== undefined || settings !== undefined) && traits === undefined) return 'no trait of the double';
  // By its clock and ours a millisecond is not certain.
  return Math.abs(guest?.ahead ?? 0) === 60_001 ? 'a millisecond' : undefined;
}

/** The verdict and the findings have to be exactly those of the table. */
export async function playSituation({ vsphere, verify }: SituationStage, situation: Situation): Promise<Verified> {
  const { attempt, events, guest, traits = [], manifest, verdict, findings } = situation;
  const fault = attempt?.fault;
  // Where the order of events matters those of another situation would be between them.
  const vm = (events?.length ?? 0) > 1 ? 'fresh' : 'ws';
  const took = attempt?.took;
  await vsphere.play(
    fault ? { fault, ...(events && { events }), ...(took !== undefined && { durationMs: took }) } : null,
  );
  const { now: _, ...facts } = guest?.facts ?? { now: undefined };
  await vsphere.plan({
    ...(manifest && !(manifest instanceof Error) && traits.length === 0 && { manifest }),
    ...(guest && { evidence: { facts, writers: guest.writers, aheadMs: guest.ahead ?? 0 } }),
  });
  await vsphere.traits(vm, traits);
  const step = await verify({ vm, ...(guest && { 'guest-password': GUEST_PASSWORD }) });
  await vsphere.traits(vm, []);
  expect([step.outputs.verdict, step.findings.map(({ code }) => code)], step.printed).toEqual([verdict, findings]);
  expect(step.ok).toBe(verdict === 'application');
  expect(step.outputs.evidence === '').toBe(verdict === 'application');
  return step;
}
