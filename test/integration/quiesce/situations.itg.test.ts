import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere, type VsphereSituation } from '../../fakes/vsphere/start.ts';
import { sampleOva } from './sample-ova.ts';

/** Ways in which quiescing fails in the field, played by the double on running machines: the built action names the right cause first. */

interface Situation extends VsphereSituation {
  readonly name: string;
  readonly first: string;
  readonly seen?: string;
}

const SITUATIONS = JSON.parse(
  await readFile(join(import.meta.dirname, '../../fixtures/quiesce/situations.json'), 'utf8'),
) as Situation[];

let folder = '';
let vsphere: Vsphere;

beforeAll(async () => {
  const { govc } = await buildVsphereDouble();
  folder = await mkdtemp(join(tmpdir(), 'stillframe-situations-'));
  // Nothing is awaited of its first boot, which is over before the first proof.
  const ova = await sampleOva({ name: 'ws', extraConfig: { 'disk.EnableUUID': 'TRUE' } });
  vsphere = await startVsphere({ toolsDelay: 50 });
  const { server, username, password } = vsphere;
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
}, 600_000);
afterAll(async () => {
  await vsphere.close();
  await rm(folder, { recursive: true });
});

async function verify(more: Readonly<Record<string, string>> = {}): Promise<Step> {
  const { server, username, password, thumbprint } = vsphere;
  return runStep(folder, 'verify-quiesce', {
    server,
    username,
    password,
    thumbprint,
    vm: 'ws',
    copy: 'false',
    timeout: '10 s',
    ...more,
  });
}

describe('verify-quiesce', () => {
  it('proves the machine that the situations are played on, and leaves it as it was', async () => {
    const { outputs, printed } = await verify();
    expect(outputs.verdict, printed).toBe('application');
    const as = { powerState: 'poweredOn', snapshots: 0 };
    const { vms } = await vsphere.state();
    expect(vms.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toMatchObject([
      { name: 'fresh', ...as },
      { name: 'ws', ...as },
    ]);
  });

  it.each(SITUATIONS)('B.13 names the right cause first: $name is $first', async ({ first, seen, ...situation }) => {
    await vsphere.play(situation);
    // Where the order of events matters those of another situation would be between them.
    const vm = (situation.events?.length ?? 0) > 1 ? 'fresh' : 'ws';
    const { exitCode, outputs, findings, error } = await verify({ vm });
    expect([exitCode, outputs.verdict, error?.code]).toEqual([1, 'failed', 'quiesce-failed']);
    expect(findings[0]?.code).toBe(first);
    expect(findings.map(({ code }) => code)).not.toContain('recovery-partition-likely');
    if (seen !== undefined) expect(findings[0]?.seen).toContain(seen);
  });

  it('names KB60395 first after its own long hang', async () => {
    const fault = { type: 'ApplicationQuiesceFault', message: 'Failed to quiesce the virtual machine.' };
    const said = "The error code was: 5 The error message was: 'VssSyncStart' operation failed: (0x80042306)";
    await vsphere.play({ fault, events: [said], durationMs: 300_000 });
    const { findings } = await verify();
    expect(findings[0]?.code).toBe('recovery-partition-likely');
  });

  it('B.13 asks for English when it logs in', async () => {
    // Only a login that asks for it is refused.
    await vsphere.disturb({ method: 'Login', match: '>en</', do: 'refuse' });
    const { error } = await verify();
    expect(error?.code).toBe('vsphere-login');
  });

  it('B.13 gives its verdict though the events may not be read', async () => {
    await vsphere.play({
      fault: { type: 'Timedout', message: 'Operation timed out.' },
      durationMs: 900_000,
    });
    await vsphere.disturb({ method: 'QueryEvents', count: -1, do: 'refuse' });
    const { outputs, findings, printed } = await verify();
    expect(outputs.verdict, printed).toBe('failed');
    expect(findings[0]?.code).toBe('quiesce-timeout');
    expect(printed).toContain('events of the VM could not be read');
  });
});
