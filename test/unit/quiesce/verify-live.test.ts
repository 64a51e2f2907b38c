import { describe, expect, it } from 'vitest';
import type { MarkersRead } from '../../../src/quiesce/marker-findings.ts';
import type { RestoreProof } from '../../../src/quiesce/restore-snapshot.ts';
import { type LiveOptions, rank, verifyLive } from '../../../src/quiesce/verify-live.ts';
import type { SnapshotAttempt, VerifyTarget } from '../../../src/quiesce/verify-target.ts';
import type { QuiesceFinding } from '../../../src/report/finding-codes.ts';
import { makeZip } from './make-zip.ts';
import { APPLICATION, FAULT, type Scene, scene } from './played-target.ts';
import { FACTS, PROTECTED } from './sample-facts.ts';

/** By the server's clock, whatever ours says. */
const HUNG: SnapshotAttempt = { ...FAULT, took: 300_000 };

const OPTIONS: LiveOptions = {
  level: 'application',
  timeout: 1000,
  powerOn: true,
  snapshotName: 'stillframe',
  snapshotDescription: '',
  image: undefined,
  log: { info: () => {}, warning: () => {}, debug: () => {}, group: (_, body) => body() },
  signal: new AbortController().signal,
};

async function verify(given: Scene) {
  const { state, target } = scene(given);
  const check = await verifyLive(target, { ...OPTIONS, image: given.image, ...given.options });
  expect(state.snapshots.size).toBe(0);
  return check;
}

describe('a snapshot that is to be started', () => {
  const PROOF: RestoreProof = { outcome: 'restored', copy: 'c', durationMs: 1, checked: false, findings: [] };
  const restored = async (given: Scene, level: LiveOptions['level'] = 'application') => {
    const { state, target } = scene(given);
    const asked: string[] = [];
    const restore = async (id: string): Promise<RestoreProof> => {
      // Before it is removed.
      expect(state.snapshots.has(id)).toBe(true);
      asked.push(id);
      return PROOF;
    };
    const check = await verifyLive({ ...target, restore }, { ...OPTIONS, level });
    expect(state.snapshots.size).toBe(0);
    return [asked, check.restore];
  };

  it('is so while it is there, when it is good enough', async () => {
    expect(await restored({})).toEqual([['s1'], PROOF]);
    expect(await restored({ manifest: { 'backup.xml': '' } }, 'filesystem')).toEqual([['s1'], PROOF]);
  });

  it('is not when it is not good enough, or not there', async () => {
    expect(await restored({ manifest: { 'backup.xml': '' } })).toEqual([[], undefined]);
    expect(await restored({ attempt: FAULT })).toEqual([[], undefined]);
    expect(await verify({})).not.toHaveProperty('restore');
  });
});

it.each<[string, Scene, number]>([
  ['that was expected and is done', { firstBoot: 'done', facts: { firstBootExpected: true } }, 1],
  ['that is done and that nobody expected', { firstBoot: 'done' }, 0],
  ['that failed', { firstBoot: 'failed: 10-a', facts: { firstBootExpected: true } }, 0],
])('tells of a first boot %s', async (_what, given, times) => {
  let told = 0;
  const onFirstBootDone = async (): Promise<void> => {
    told += 1;
  };
  await verify({ ...given, options: { onFirstBootDone } });
  expect(told).toBe(times);
});

describe('a guest that is prepared', () => {
  const MARK = '2026-11-28T12:00:00.000Z';
  const marked = async (given: Scene, read: MarkersRead) => {
    const { state, target } = scene(given);
    const done: string[] = [];
    const check = await verifyLive(
      {
        ...target,
        prepare: async () => {
          expect(state.on).toBe(true);
          done.push('prepared');
        },
        snapshot: async (request) => {
          done.push('asked');
          return target.snapshot(request);
        },
        readMarkers: async (timeout) => {
          expect(timeout).toBe(OPTIONS.timeout);
          // The snapshot is there still, where there is one.
          done.push(`read beside ${state.snapshots.size}`);
          return read;
        },
      },
      { ...OPTIONS, ...given.options },
    );
    return { done, check };
  };
  const both = { freeze: MARK, freezeFail: undefined, thaw: MARK };

  it('is so before the snapshot, and read after it', async () => {
    const { done, check } = await marked({}, { markers: both });
    expect(done).toEqual(['prepared', 'asked', 'read beside 1']);
    expect(check).toMatchObject({ verdict: 'application', markers: both, findings: [] });
    const failed = await marked({ attempt: FAULT }, { markers: { ...both, thaw: undefined, freezeFail: MARK } });
    expect(failed.done).toEqual(['prepared', 'asked', 'read beside 0']);
    expect(failed.check.findings.at(-1)).toMatchObject({ code: 'freeze-undone', severity: 'warning' });
  });

  it('says what the script does not show, which is no verdict', async () => {
    const { check } = await marked({}, { problem: 'gone' });
    expect(check).toMatchObject({ verdict: 'application', findings: [{ code: 'freeze-scripts-silent' }] });
    expect(check).not.toHaveProperty('markers');
  });

  it('is left alone without VMware Tools', async () => {
    const options = { timeout: 50 };
    const { done, check } = await marked({ tools: false, attempt: IGNORED, options }, { markers: both });
    expect(done).toEqual(['asked']);
    expect(check).not.toHaveProperty('markers');
  });
});

const IGNORED: SnapshotAttempt = { snapshot: { id: 's1', quiesced: true, backupManifest: '' } };
const GUEST = (code: string): string =>
  `The guest OS has reported an error during quiescing. The error code was: 5 The error message was: ${code}`;

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
    ['Tools off', { tools: false, attempt: IGNORED, options: { timeout: 50 } }, 'ignored', 'tools-not-running'],
    ['a VM that stays off', { attempt: IGNORED, options: { powerOn: false } }, 'ignored', 'vm-powered-off'],
    ['no reason to be seen', { attempt: IGNORED }, 'ignored', 'quiesce-ignored'],
    [
      'the signature of KB60395',
      { attempt: HUNG, events: [GUEST("'VssSyncStart' operation failed: (0x80042301)")] },
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
    [
      'a disk outside of snapshots',
      { facts: { disksOutside: ['Hard disk 2 (independent_persistent)'] } },
      'failed',
      'disk-independent',
    ],
    ['a first boot that is done', { facts: { firstBootExpected: true }, firstBoot: 'done' }, 'application', undefined],
    [
      'a first boot that failed',
      { facts: { firstBootExpected: true }, firstBoot: 'failed: 20-update-01' },
      'failed',
      'first-boot-failed',
    ],
    [
      'a first boot that failed though none was announced',
      { firstBoot: 'failed: 50-vmware-tools' },
      'failed',
      'first-boot-failed',
    ],
    [
      'a first boot that does not end',
      { facts: { firstBootExpected: true }, firstBoot: 'running', options: { timeout: 50 } },
      'failed',
      'first-boot-unfinished',
    ],
    ['a manifest that cannot be fetched', { manifest: new Error('403') }, 'filesystem', 'quiesce-manifest-missing'],
  ])('%s', async (_, given, verdict, firstFinding) => {
    const check = await verify(given);
    expect([check.verdict, check.findings[0]?.code]).toEqual([verdict, firstFinding]);
  });

  it('names the partition and the cure in the finding about KB60395', async () => {
    const [finding] = (await verify({ attempt: HUNG })).findings;
    expect(finding?.seen).toMatch(/KB60395.*Recovery partition/);
    expect(finding?.remedy).toContain('repair-template');
  });

  it('takes no snapshot of a machine whose first boot failed, and says how it ended', async () => {
    const { state, target } = scene({ facts: { firstBootExpected: true }, firstBoot: 'failed: 20-update-01' });
    let asked = false;
    const snapshot: VerifyTarget['snapshot'] = async (request) => {
      asked = true;
      return target.snapshot(request);
    };
    const check = await verifyLive({ ...target, snapshot }, OPTIONS);
    expect([asked, state.snapshots.size, check.duration]).toEqual([false, 0, undefined]);
    expect(check.firstBoot).toEqual({ outcome: 'failed', status: 'failed: 20-update-01' });
  });

  it('keeps its verdict when events may not be read, and says what that costs', async () => {
    const { target } = scene({ attempt: FAULT });
    const warnings: string[] = [];
    const check = await verifyLive(
      { ...target, events: () => Promise.reject(new Error('NoPermission')) },
      { ...OPTIONS, log: { ...OPTIONS.log, warning: (text) => void warnings.push(text) } },
    );
    expect([check.verdict, check.findings[0]?.code, check.events]).toEqual(['failed', 'quiesce-guest-error', []]);
    expect(warnings).toEqual([expect.stringMatching(/events of the VM could not be read.*NoPermission/)]);
  });

  it('reads events from the moment of the question, by the server’s clock', async () => {
    const { target } = scene({ attempt: FAULT });
    const asked: Date[] = [];
    await verifyLive(
      {
        ...target,
        events: async (since) => {
          asked.push(since);
          return [];
        },
      },
      OPTIONS,
    );
    expect(asked).toEqual([new Date('2026-11-24T00:00:00Z')]);
  });
});

describe('what the check tells and does on its way', () => {
  const told = async (given: Scene): Promise<{ lines: string[]; on: boolean }> => {
    const { target, state } = scene(given);
    const lines: string[] = [];
    await verifyLive(target, {
      ...OPTIONS,
      image: given.image,
      log: { ...OPTIONS.log, info: (text) => void lines.push(text) },
      ...given.options,
    });
    return { lines, on: state.on };
  };

  it('says each step, and leaves the VM running', async () => {
    expect(await told({})).toEqual({
      lines: [
        'Starting ws',
        'Waiting up to 1.0 s for VMware Tools',
        expect.stringMatching(/^VMware Tools run after /),
        'Asking for a quiesced snapshot of ws',
        expect.stringMatching(/^vSphere answered after [^:]+$/),
      ],
      on: true,
    });
    const { lines } = await told({ attempt: FAULT, facts: { firstBootExpected: true }, firstBoot: 'done' });
    expect(lines[1]).toBe('Waiting up to 8.0 s for the first boot to be done');
    expect(lines[2]).toMatch(/^The first boot is done \(done\) after /);
    expect(lines[4]).toMatch(/^vSphere answered after .*: Failed to quiesce the virtual machine\.$/);
    const unfinished = await told({ facts: { firstBootExpected: true }, options: { timeout: 1 } });
    expect(unfinished.lines[2]).toMatch(/^The first boot is unfinished after /);
    expect((await told({ tools: false, attempt: IGNORED, options: { timeout: 1 } })).lines[2]).toMatch(
      /^VMware Tools do not run; the snapshot will show what that means: after /,
    );
  });

  it('starts nothing that runs, and waits for it all the same', async () => {
    const { lines, on } = await told({ facts: { poweredOn: true }, options: { timeout: 50 } });
    expect(lines[0]).toMatch(/^Waiting up to/);
    expect(on).toBe(false);
    expect((await told({ attempt: IGNORED, options: { powerOn: false } })).lines[0]).toBe(
      'Asking for a quiesced snapshot of ws',
    );
  });

  it('hands the request on, and gives the manifest with its path and content', async () => {
    const { target } = scene({});
    const requests: unknown[] = [];
    const snapshot: VerifyTarget['snapshot'] = (request) => {
      requests.push(request);
      return target.snapshot(request);
    };
    const check = await verifyLive({ ...target, snapshot }, { ...OPTIONS, snapshotDescription: 'mine' });
    expect(requests).toEqual([{ name: 'stillframe', description: 'mine', timeout: 1000 }]);
    expect(check.manifest).toEqual({
      members: ['backup.xml', 'writer0.xml'],
      writers: ['writer0.xml'],
      failed: [],
      path: '[ds] vm/m.zip',
      content: makeZip(APPLICATION),
    });
    expect(check.events).toEqual([]);
    expect(check).not.toHaveProperty('fault');
    expect(check).not.toHaveProperty('firstBoot');
    expect(check.duration).toBeGreaterThanOrEqual(0);
  });

  it('tells the fault, its time by the server, and the events', async () => {
    const check = await verify({ attempt: HUNG, events: ['e'] });
    expect(check).toMatchObject({
      fault: { type: 'ApplicationQuiesceFault' },
      duration: 300_000,
      events: [{ message: 'e' }],
    });
    expect(check).not.toHaveProperty('manifest');
  });

  it('ends with a cancel, wherever it comes', async () => {
    const cancelled = (part: Partial<VerifyTarget>, given: Scene = {}): Promise<unknown> => {
      const run = new AbortController();
      const { target } = scene(given);
      const meets = Object.fromEntries(
        Object.entries(part).map(([name, body]) => [
          name,
          (...args: never[]) => {
            run.abort(new Error('cancelled'));
            return (body as (...all: never[]) => unknown)(...args);
          },
        ]),
      );
      return verifyLive({ ...target, ...meets }, { ...OPTIONS, signal: run.signal });
    };
    const { target } = scene({});
    await expect(cancelled({ guest: target.guest })).rejects.toThrow('cancelled');
    await expect(cancelled({ events: () => Promise.reject(new Error('no')) }, { attempt: FAULT })).rejects.toThrow(
      'cancelled',
    );
    await expect(cancelled({ facts: async () => ({ ...FACTS, poweredOn: false }) }, { options: {} })).rejects.toThrow(
      'cancelled',
    );
  });
});

describe('further evidence', () => {
  const GUEST = { facts: undefined, texts: { events: 'e' }, writers: [], ahead: undefined };

  it('is gathered where less than application was proven, and nowhere else', async () => {
    const given = { guest: GUEST, hostLog: 'vmx' };
    expect(await verify({ ...given, attempt: FAULT })).toMatchObject({ guest: GUEST, hostLog: 'vmx' });
    expect(await verify({ ...given, manifest: { 'backup.xml': '' } })).toMatchObject({ guest: GUEST, hostLog: 'vmx' });
    const good = await verify(given);
    expect(good).not.toHaveProperty('guest');
    expect(good).not.toHaveProperty('hostLog');
    expect(await verify({ attempt: FAULT })).not.toHaveProperty('guest');
  });

  it('costs no verdict where it cannot be had, and says what is missing', async () => {
    const warnings: string[] = [];
    const { target } = scene({ attempt: FAULT });
    const no = (): Promise<never> => Promise.reject(new Error('403'));
    const log = { ...OPTIONS.log, warning: (text: string) => void warnings.push(text) };
    const check = await verifyLive({ ...target, hostLog: no, askGuest: no }, { ...OPTIONS, log });
    expect(check.findings[0]?.code).toBe('quiesce-guest-error');
    expect(warnings).toEqual([
      'The guest’s own evidence could not be read, which may hide the cause: 403',
      'vmware.log could not be read, which may hide the cause: 403',
    ]);
    warnings.length = 0;
    const mute = { ...GUEST, problem: 'it is mute' };
    await verifyLive({ ...target, askGuest: async () => mute }, { ...OPTIONS, log });
    expect(warnings).toEqual(['The guest could not be asked what it knows of its snapshot: it is mute']);
  });
});

describe('rank', () => {
  const finding = (code: string, more: Partial<QuiesceFinding> = {}): QuiesceFinding => ({
    code: code as QuiesceFinding['code'],
    severity: 'error',
    seen: code,
    remedy: '',
    ...more,
  });
  const codes = (list: readonly QuiesceFinding[]): string[] => list.map(({ code, severity }) => `${code} ${severity}`);
  const PREFLIGHT = [
    finding('floppy-present', { severity: 'warning' }),
    finding('tools-not-running', { predicts: 'ignored' }),
    finding('disk-uuid-disabled', { predicts: 'filesystem' }),
    finding('vm-encrypted'),
  ];

  it('makes of what predicted worse than what was proven an information', () => {
    expect(codes(rank('application', [], PREFLIGHT))).toEqual([
      'floppy-present warning',
      'tools-not-running info',
      'disk-uuid-disabled info',
      'vm-encrypted error',
    ]);
  });

  it('puts what predicted before what happened, and the rest by its weight', () => {
    expect(codes(rank('ignored', [finding('quiesce-ignored')], PREFLIGHT))).toEqual([
      'tools-not-running error',
      'quiesce-ignored error',
      'disk-uuid-disabled error',
      'vm-encrypted error',
      'floppy-present warning',
    ]);
  });

  it('puts the causes of a failure first, and none twice', () => {
    const preflight = [...PREFLIGHT, finding('disk-independent', { predicts: 'failed' })];
    expect(
      codes(rank('failed', [finding('vss-writer-failed'), finding('tools-not-running')], preflight)).slice(0, 3),
    ).toEqual(['vss-writer-failed error', 'tools-not-running error', 'disk-independent error']);
    expect(
      rank('failed', [finding('tools-not-running')], preflight).filter(({ code }) => code === 'tools-not-running'),
    ).toHaveLength(1);
  });
});
