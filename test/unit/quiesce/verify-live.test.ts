import { describe, expect, it } from 'vitest';
import type { MachineSettings } from '../../../src/ova/machine-settings.ts';
import { type LiveOptions, verifyLive } from '../../../src/quiesce/verify-live.ts';
import type { SnapshotAttempt, VerifyTarget, VmEvent, VmFacts } from '../../../src/quiesce/verify-target.ts';
import type { QuiesceFinding } from '../../../src/report/finding-codes.ts';
import { makeZip } from './make-zip.ts';

const SETTINGS: MachineSettings = {
  from: 'the VM',
  firmware: 'efi',
  diskUuidEnabled: true,
  controllers: [{ kind: 'pvscsi', label: 'SCSI controller 0', disks: 1, devices: 1 }],
  floppies: 0,
  vtpm: false,
  encrypted: false,
  guestId: 'windows2019srv_64Guest',
};
const APPLICATION = { 'backup.xml': '<B/>', 'writer0.xml': '<W/>' };
const TAKEN: SnapshotAttempt = { snapshot: { id: 's1', quiesced: true, backupManifest: '[ds] vm/m.zip' } };
const FAULT: SnapshotAttempt = {
  fault: { type: 'ApplicationQuiesceFault', message: 'Failed to quiesce the virtual machine.' },
};

interface Scene {
  readonly settings?: Partial<MachineSettings>;
  readonly tools?: boolean;
  readonly attempt?: SnapshotAttempt;
  readonly manifest?: Readonly<Record<string, string>> | Error;
  readonly events?: readonly string[];
  readonly image?: readonly QuiesceFinding[];
  readonly options?: Partial<LiveOptions>;
}

/** A VM in memory: it remembers what was done to it, so that a test can see what is left over. */
function scene({ settings, tools = true, attempt = TAKEN, manifest = APPLICATION, events = [] }: Scene) {
  const state: { on: boolean; readonly snapshots: Set<string> } = { on: false, snapshots: new Set() };
  const turn = (on: boolean): void => {
    state.on = on;
  };
  const target: VerifyTarget = {
    facts: async (): Promise<VmFacts> => ({
      name: 'vm',
      poweredOn: state.on,
      toolsInstalled: true,
      toolsRunning: state.on && tools,
      toolsVersion: 12_352,
      quiescedSnapshotsSupported: true,
      snapshots: state.snapshots.size,
      settings: { ...SETTINGS, ...settings },
    }),
    powerOn: async () => turn(true),
    powerOff: async () => turn(false),
    waitForTools: async () => tools,
    snapshot: async () => {
      if (attempt.snapshot) state.snapshots.add(attempt.snapshot.id);
      return attempt;
    },
    removeSnapshot: async (id) => void state.snapshots.delete(id),
    readManifest: async () => {
      if (manifest instanceof Error) throw manifest;
      return makeZip(manifest);
    },
    events: async (): Promise<VmEvent[]> => events.map((message) => ({ time: '2026-11-24T00:00:00Z', message })),
  };
  return { state, target };
}

async function verify(given: Scene) {
  const { state, target } = scene(given);
  const undo: (() => Promise<void>)[] = [];
  const check = await verifyLive(target, {
    level: 'application',
    timeout: 1000,
    powerOn: true,
    snapshotName: 'stillframe',
    snapshotDescription: '',
    image: given.image,
    log: { info: () => {}, warning: () => {}, debug: () => {}, group: (_, body) => body() },
    signal: new AbortController().signal,
    onCleanup: (_, body) => {
      undo.push(body);
      return () => void undo.splice(undo.indexOf(body), 1);
    },
    ...given.options,
  });
  for (const body of undo.reverse()) await body();
  expect(state.on).toBe(false);
  expect(state.snapshots.size).toBe(0);
  return check;
}

const IGNORED: SnapshotAttempt = { snapshot: { id: 's1', quiesced: true, backupManifest: '' } };
const GUEST = (code: string): string =>
  `The guest OS has reported an error during quiescing. The error code was: 5 The error message was: ${code}`;
const PROTECTED: QuiesceFinding = {
  code: 'recovery-partition-protected',
  severity: 'error',
  seen: 'Partition 1 is a protected Recovery partition',
  remedy: '',
};

describe('verifyLive', () => {
  it.each<[string, Scene, string, string | undefined]>([
    ['writers in the manifest', {}, 'application', undefined],
    ['a manifest without writers', { manifest: { 'backup.xml': '' } }, 'filesystem', 'quiesce-filesystem-only'],
    [
      'no EnableUUID',
      { settings: { diskUuidEnabled: undefined }, manifest: { 'backup.xml': '' } },
      'filesystem',
      'disk-uuid-disabled',
    ],
    ['Tools off', { tools: false, attempt: IGNORED }, 'ignored', 'tools-not-running'],
    ['a VM that stays off', { attempt: IGNORED, options: { powerOn: false } }, 'ignored', 'vm-powered-off'],
    ['no reason to be seen', { attempt: IGNORED }, 'ignored', 'quiesce-ignored'],
    [
      'the signature of KB60395',
      { attempt: FAULT, events: [GUEST("'VssSyncStart' operation failed: (0x80042301)")] },
      'failed',
      'recovery-partition-likely',
    ],
    [
      'the same, and the partition seen',
      { attempt: FAULT, image: [PROTECTED] },
      'failed',
      'recovery-partition-protected',
    ],
    ['a fault, and no such partition in the image', { attempt: FAULT, image: [] }, 'failed', 'quiesce-guest-error'],
    ['a fault on BIOS', { attempt: FAULT, settings: { firmware: 'bios' } }, 'failed', 'quiesce-guest-error'],
    ['a writer', { attempt: FAULT, events: [GUEST('0x800423F4')] }, 'failed', 'vss-writer-failed'],
    [
      'a stale provider',
      { attempt: FAULT, events: [GUEST('IDispatch error #8451 (0x80042303)')] },
      'failed',
      'vss-provider-stale',
    ],
    [
      'a script',
      { attempt: FAULT, events: ['error during quiescing. The error code was: 2'] },
      'failed',
      'quiesce-script-failed',
    ],
    [
      'a free licence',
      { attempt: { fault: { type: 'RestrictedVersion', message: 'no' } } },
      'failed',
      'licence-read-only',
    ],
    ['another fault', { attempt: { fault: { type: 'FileFault', message: 'no space' } } }, 'failed', 'snapshot-refused'],
    ['a manifest that cannot be fetched', { manifest: new Error('403') }, 'filesystem', 'quiesce-manifest-missing'],
  ])('%s', async (_, given, verdict, firstFinding) => {
    const check = await verify(given);
    expect([check.verdict, check.findings[0]?.code]).toEqual([verdict, firstFinding]);
  });

  it('names the partition and the cure in the finding about KB60395', async () => {
    const [finding] = (await verify({ attempt: FAULT })).findings;
    expect(finding?.seen).toMatch(/KB60395.*Recovery partition/);
    expect(finding?.remedy).toContain('repair-template');
  });

  it('removes the snapshot also when what follows it fails', async () => {
    const { state, target } = scene({ attempt: IGNORED });
    const undo: (() => Promise<void>)[] = [];
    const run = verifyLive(
      { ...target, events: () => Promise.reject(new Error('session lost')) },
      {
        level: 'application',
        timeout: 1000,
        powerOn: true,
        snapshotName: 's',
        snapshotDescription: '',
        image: undefined,
        log: { info: () => {}, warning: () => {}, debug: () => {}, group: (_, body) => body() },
        signal: new AbortController().signal,
        onCleanup: (_, body) => {
          undo.push(body);
          return () => {};
        },
      },
    );
    await expect(run).rejects.toThrow('session lost');
    for (const body of undo.reverse()) await body();
    expect([state.on, state.snapshots.size]).toEqual([false, 0]);
  });
});
