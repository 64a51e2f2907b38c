import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import type { Vsphere, VsphereSituation } from '../../fakes/vsphere/start.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { SITUATIONS as TABLE } from '../../unit/quiesce/situations.ts';
import { openStage, playSituation, type SituationStage } from './play-situation.ts';

/** Ways in which quiescing fails in the field, played by the double on running machines: the built action names the right cause first. */

interface Situation extends VsphereSituation {
  readonly name: string;
  readonly first: string;
  readonly seen?: string;
}

const SITUATIONS = JSON.parse(
  await readFile(join(import.meta.dirname, '../../fixtures/quiesce/situations.json'), 'utf8'),
) as Situation[];

/** Of the table that is played whole by night: one of each kind. */
const SLICE = [
  'NVMe and Server 2022 before its fix',
  'an encrypted machine',
  'a stale file of changed block tracking',
  'a small Recovery partition without room',
  'a writer that failed, by its name',
  'application quiescing switched off',
];

let stage: SituationStage;
let vsphere: Vsphere;
beforeAll(async () => {
  stage = await openStage();
  ({ vsphere } = stage);
}, 600_000);
afterAll(() => stage.close());
afterEach(() => vsphere.disturb());

async function verify(more: Readonly<Record<string, string>> = {}): Promise<Step> {
  const { server, username, password, thumbprint } = vsphere;
  return runStep(stage.folder, 'verify-quiesce', {
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

  it.each(TABLE.filter(({ name }) => SLICE.includes(name)))(
    'comes to $verdict, $findings: $name',
    async (situation) => {
      await playSituation(stage, situation);
    },
  );

  it('asks a German guest, and names its writer', async () => {
    const fault = { type: 'ApplicationQuiesceFault', message: 'Failed to quiesce the virtual machine.' };
    await vsphere.play({ fault });
    await vsphere.plan({ evidence: { language: 'de', writers: [{ name: 'SqlServerWriter', state: 9 }] } });
    const { findings, outputs } = await stage.verify({ 'guest-password': GUEST_PASSWORD });
    expect(findings[0]?.seen).toBe(
      'Writers are in a failed state in the guest: SqlServerWriter [9] Zeitüberschreitung',
    );
    const kept = (name: string): Promise<string> => readFile(join(outputs.evidence, name), 'utf8');
    expect(await kept('guest-vssadmin-writers.txt')).toContain('Verfasserinstanzkennung');
    expect(await kept('guest-reagentc.txt')).toContain('reagentc /info of ws');
    expect(JSON.parse(await kept('guest-facts.json'))).toMatchObject({ services: expect.any(Array) as unknown });
    expect(await kept('vmware.log')).not.toBe('');
    expect(await kept('fault.txt')).toContain('ApplicationQuiesceFault');
    // Nothing of it stays in the machine.
    const { vms } = await vsphere.state();
    const left = Object.keys(vms.find(({ name }) => name === 'ws')?.extraConfig ?? {});
    expect(left.filter((key) => /stillframe\.(facts|texts)/.test(key))).toEqual([]);
  });

  it('says that the guest lets nobody in, and gives its verdict all the same', async () => {
    await vsphere.play({ fault: { type: 'ApplicationQuiesceFault', message: 'x' } });
    const { findings, outputs, printed } = await stage.verify({ 'guest-password': 'wrong' });
    expect([outputs.verdict, findings[0]?.code]).toEqual(['failed', 'quiesce-guest-error']);
    expect(printed).toContain('The guest could not be asked what it knows of its snapshot');
    expect(await readFile(join(outputs.evidence, 'guest-not-asked.txt'), 'utf8')).toContain('Administrator');
  });
});
