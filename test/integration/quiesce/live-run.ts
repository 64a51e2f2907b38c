/** verify-quiesce on a VM of the double, run as a runner does, and what govmomi's own client does and sees beside it. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleEntry } from '../../fakes/runner/run-bundle.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere, type VsphereOptions } from '../../fakes/vsphere/start.ts';

const ROOT = join(import.meta.dirname, '../../..');
const execute = promisify(execFile);

/** A double, and a folder for what is run against it. */
export interface LiveVsphere extends Vsphere {
  readonly folder: string;
}

/** A double that runs while `body` does, and whose password and address no test has to repeat. */
export async function withVsphere(
  options: VsphereOptions,
  body: (vsphere: LiveVsphere) => Promise<void>,
): Promise<void> {
  const vsphere = await startVsphere({ toolsDelay: 50, quiesceHang: 300, ...options });
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-live-run-'));
  try {
    await body({ ...vsphere, folder });
  } finally {
    await vsphere.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** govmomi's own client. */
export async function run({ server, username, password }: Vsphere, ...args: readonly string[]): Promise<string> {
  const { govc } = await buildVsphereDouble();
  const { stdout } = await execute(govc, args, {
    env: {
      ...process.env,
      GOVC_URL: `https://${server}/sdk`,
      GOVC_USERNAME: username,
      GOVC_PASSWORD: password,
      GOVC_INSECURE: 'true',
      GOVC_PERSIST_SESSION: 'false',
    },
  });
  return stdout;
}

interface Report {
  readonly outputs: Readonly<Record<string, string>>;
  readonly findings: readonly { code: string; severity: string; seen: string; remedy: string }[];
  readonly result: { snapshot?: { copy?: string; writers: readonly string[]; vm: string } } | null;
  readonly error?: { code: string; message: string; hint: string };
}

export interface Run {
  readonly exitCode: number | null;
  readonly log: string;
  readonly report: Report;
  readonly summary: string;
}

/** Runs the action as a runner does; `started` may end it early. */
export async function verify(
  { folder: work, server, username, password, thumbprint }: LiveVsphere,
  inputs: Readonly<Record<string, string>>,
  started: (child: ChildProcess, log: () => string) => void = () => {},
): Promise<Run> {
  const folder = await mkdtemp(join(work, 'run-'));
  const report = join(folder, 'report.json');
  const summary = join(folder, 'summary.md');
  await writeFile(summary, '');
  const all = { server, username, password, thumbprint, report, timeout: '10 s', ...inputs };
  const given = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const entry = bundleEntry('verify-quiesce');
  const child = spawn(join(ROOT, 'node_modules/node24/bin/node'), [entry], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(given),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (log += bytes.toString()));
  started(child, () => log);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const text = existsSync(report) ? await readFile(report, 'utf8') : '{"outputs":{},"findings":[],"result":null}';
  return { exitCode, log, report: JSON.parse(text) as Report, summary: await readFile(summary, 'utf8') };
}

/** What must be there after every run: the machines that were there before, as they were. */
export async function left(vsphere: Vsphere): Promise<string[]> {
  const { vms } = await vsphere.state();
  return vms.map(({ name, powerState, snapshots }) => `${name} ${powerState} ${snapshots}`).sort();
}

export const AS_BEFORE = ['ws poweredOff 0'];
