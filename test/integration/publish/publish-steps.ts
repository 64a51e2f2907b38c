/** The steps that lead to a publication, as a workflow run of a number makes them against the double. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { PrivilegedAction } from '../../../src/vsphere/access/privileges.ts';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import type { LiveVsphere } from '../quiesce/live-run.ts';
import { runAs } from '../vsphere/privileged-runs.ts';

export type Inputs = Readonly<Record<string, string>>;
export type StepOptions = Parameters<typeof runStep>[3];

/** A step of the workflow run of that number. */
export function step(
  vsphere: LiveVsphere,
  action: string,
  inputs: Inputs,
  runId: string,
  options: StepOptions = {},
): Promise<Step> {
  const { server, username, password, thumbprint } = vsphere;
  const env = { GITHUB_RUN_ID: runId };
  return runStep(vsphere.folder, action, { server, username, password, thumbprint, ...inputs }, { ...options, env });
}

/** A step that ran in this process, told as one of a bundle is. */
export type StepHere = Pick<Step, 'exitCode' | 'printed' | 'error' | 'outputs' | 'findings'>;

/** From its source: what every bundle does, others show, and to start one takes four times the work. */
export async function stepHere(
  vsphere: LiveVsphere,
  action: PrivilegedAction,
  inputs: Inputs,
  runId: string,
): Promise<StepHere> {
  const { ok, printed, error, outputs, findings } = await runAs(vsphere, action, inputs, runId);
  return { exitCode: ok ? 0 : 1, printed, outputs, findings, ...(error && { error }) };
}

type Uploaded = Pick<Step, 'outputs'>;

/** In this process: it only prepares what a test is about. */
export async function uploadCandidate(vsphere: LiveVsphere, runId: string, ova: string): Promise<Uploaded> {
  const upload = await stepHere(vsphere, 'upload-esxi', { ova, name: 'ws', 'network-map': 'VM Network' }, runId);
  expect(upload.exitCode, upload.printed).toBe(0);
  expect(upload.outputs['inventory-path']).toBe(`/DC0/vm/ws.candidate-${runId}`);
  return upload;
}

/** A report as verify-quiesce writes it, of this candidate unless it is changed. */
export async function proofOf(vsphere: LiveVsphere, upload: Uploaded, change: object = {}): Promise<string> {
  const { result } = JSON.parse(await readFile(upload.outputs.report ?? '', 'utf8')) as {
    result: { release: { ova: string } };
  };
  const snapshot = {
    host: vsphere.server,
    moref: upload.outputs.vm,
    ova: result.release.ova,
    writers: ['A'],
    proved: { at: new Date().toISOString() },
    ...change,
  };
  const path = join(vsphere.folder, `proof-${upload.outputs.vm}.json`);
  await writeFile(
    path,
    JSON.stringify({ schema: 1, action: 'verify-quiesce', ok: true, result: { verdict: 'application', snapshot } }),
  );
  return path;
}

/** Uploads, calls it proven, and publishes. */
export async function publishOva(
  vsphere: LiveVsphere,
  runId: string,
  ova: string,
  more: Inputs = {},
  options: StepOptions = {},
): Promise<Step> {
  const upload = await uploadCandidate(vsphere, runId, ova);
  const verification = await proofOf(vsphere, upload);
  return step(vsphere, 'publish-template', { vm: upload.outputs.vm ?? '', verification, ...more }, runId, options);
}
