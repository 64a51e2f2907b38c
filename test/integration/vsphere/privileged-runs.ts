/** Each action that connects, run from its source by an account of the double from which privileges are withheld. */

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditTemplates } from '../../../actions/audit-templates/action.ts';
import { bakeTemplate } from '../../../actions/bake-template/action.ts';
import { publishTemplate } from '../../../actions/publish-template/action.ts';
import { repairTemplate } from '../../../actions/repair-template/action.ts';
import { uploadEsxi } from '../../../actions/upload-esxi/action.ts';
import { verifyQuiesce } from '../../../actions/verify-quiesce/action.ts';
import { type Condition, PRIVILEGES, type PrivilegedAction } from '../../../src/vsphere/access/privileges.ts';
import { runHere } from '../../fakes/runner/run-here.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import type { LiveVsphere } from '../quiesce/live-run.ts';

export const ACTIONS = {
  'upload-esxi': uploadEsxi,
  'bake-template': bakeTemplate,
  'verify-quiesce': verifyQuiesce,
  'publish-template': publishTemplate,
  'repair-template': repairTemplate,
  'audit-templates': auditTemplates,
} as const;

export type Inputs = Readonly<Record<string, string>>;

export interface Ended {
  readonly ok: boolean;
  readonly printed: string;
  readonly summary: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly seen: string;
    readonly remedy: string;
  }[];
  readonly error?: { readonly code: string; readonly message: string; readonly hint: string };
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly result: unknown;
  /** Methods that it called, in order. */
  readonly called: readonly string[];
}

/** @param runId of the workflow run */
export async function runAs(
  vsphere: LiveVsphere,
  action: PrivilegedAction,
  inputs: Inputs,
  runId = '1',
): Promise<Ended> {
  const { server, username, password, thumbprint, folder } = vsphere;
  const jobFolder = await mkdtemp(join(folder, 'job-'));
  const report = join(jobFolder, 'report.json');
  const before = (await vsphere.calls()).calls.length;
  const all = { server, username, password, thumbprint, report, ...inputs };
  const { ok, lines, summary } = await runHere(ACTIONS[action], all, { jobFolder, env: { GITHUB_RUN_ID: runId } });
  const told = JSON.parse(await readFile(report, 'utf8')) as Omit<Ended, 'ok' | 'printed' | 'summary' | 'called'>;
  const called = (await vsphere.calls()).calls.slice(before);
  return { ...told, ok, printed: lines.join('\n'), summary, called };
}

/** A way to run an action, and the conditions that hold then. */
export interface Way {
  readonly action: PrivilegedAction;
  readonly inputs: Inputs;
  readonly conditions: readonly Condition[];
}

/** What is asked for before anything is begun. */
export function neededBy({ action, conditions }: Way): string[] {
  const needs = PRIVILEGES[action].filter(
    ({ when, told }) => !told && (when === undefined || conditions.includes(when)),
  );
  return [...new Set(needs.map(({ privilege }) => privilege))].sort();
}

/** Privileges that an error names as missing. */
export function namedIn(message = ''): string[] {
  return [...new Set(message.match(/\b[A-Z]\w+(?:\.[A-Z]\w+)+(?= on )/g) ?? [])].sort();
}

/** Methods that change something. */
export function changing(called: readonly string[]): string[] {
  return called.filter((method) =>
    /_Task$|^(?:ImportVApp|ExportVm|MarkAs\w+|NFC|Start\w+InGuest|ShutdownGuest)$/.test(method),
  );
}

/** A report as verify-quiesce writes it. */
export async function proofOf(vsphere: LiveVsphere, { outputs, result }: Ended): Promise<string> {
  const { ova } = (result as { release: { ova: string } }).release;
  const snapshot = {
    host: vsphere.server,
    moref: outputs.vm,
    ova,
    writers: ['A'],
    proved: { at: new Date().toISOString() },
  };
  const path = join(vsphere.folder, `proof-${outputs.vm}.json`);
  const report = { schema: 1, action: 'verify-quiesce', ok: true, result: { verdict: 'application', snapshot } };
  await writeFile(path, JSON.stringify(report));
  return path;
}

export interface Stage {
  readonly ova: string;
  /** Managed object id of a candidate, and its proof. */
  readonly candidate: string;
  readonly verification: string;
  /** Path of a script for the guest. */
  readonly script: string;
}

/** Every way in which a privilege of the table is needed; `ws` is a template with the defect, `golden` a library and a folder. */
export function allWays({ ova, candidate: vm, verification, script }: Stage): readonly Way[] {
  // Another one than they are on.
  const network = { network: 'DC0_DVPG0' };
  const account = { 'guest-password': GUEST_PASSWORD };
  const proof = { timeout: '20 s', ...network, ...account, customization: 'vcsim-windows-static' };
  const copy = ['of a copy', 'of a copy, or a VM that is off', 'with `network:`', 'with `guest-password:`'] as const;
  const custom = ['with `customization:`', 'with `customization:` of the vCenter'] as const;
  return [
    {
      action: 'upload-esxi',
      inputs: { ova, name: 'new', as: 'template', 'network-map': 'VM Network' },
      conditions: ['unless `as: library-item`', 'with `as: template`'],
    },
    {
      action: 'upload-esxi',
      inputs: { ova, name: 'sent', 'via-library': 'golden', 'network-map': 'VM Network' },
      conditions: ['unless `as: library-item`', 'with `via-library`'],
    },
    {
      action: 'upload-esxi',
      inputs: { ova, name: 'item', as: 'library-item', library: 'golden' },
      conditions: ['with `as: library-item`'],
    },
    {
      action: 'bake-template',
      inputs: { vm, timeout: '2 min', scripts: script, ...network, ...account },
      conditions: ['unless `network: as-it-is`', 'with `network:`', 'with `scripts:`'],
    },
    {
      action: 'bake-template',
      inputs: { vm, timeout: '2 min', network: 'as-it-is' },
      conditions: [],
    },
    { action: 'verify-quiesce', inputs: { vm, ...proof }, conditions: [...copy, ...custom, 'to copy a VM'] },
    {
      action: 'verify-quiesce',
      inputs: { vm: 'ws', ...proof },
      conditions: [...copy, ...custom, 'to copy a template'],
    },
    {
      action: 'verify-quiesce',
      inputs: { vm, timeout: '20 s', copy: 'false' },
      conditions: ['of a copy, or a VM that is off'],
    },
    {
      action: 'publish-template',
      inputs: { vm, verification, folder: 'golden' },
      conditions: ['unless `as: library-item`', 'with `as: template`', 'with `folder:`'],
    },
    {
      action: 'publish-template',
      inputs: { vm, verification, as: 'library-item', library: 'golden' },
      conditions: ['with `as: library-item`'],
    },
    {
      action: 'repair-template',
      inputs: { vm: 'ws', timeout: '20 s', ...account },
      conditions: ['of a template', 'unless `safety-copy: false`', 'to copy a template'],
    },
  ];
}
