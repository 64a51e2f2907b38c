import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose, type SnapshotCase } from '../../../src/quiesce/diagnosis.ts';
import type { VmFault } from '../../../src/quiesce/verify-target.ts';
import { FACTS, PROTECTED, SETTINGS } from './sample-facts.ts';

interface Situation {
  readonly name: string;
  readonly fault: VmFault;
  readonly events?: readonly string[];
  readonly durationMs?: number;
  readonly first: string;
  readonly seen?: string;
}

const SITUATIONS = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/quiesce/situations.json'), 'utf8'),
) as Situation[];
const MINUTE = 60_000;
const QUIESCE: VmFault = { type: 'ApplicationQuiesceFault', message: 'Failed to quiesce the virtual machine.' };
const guest = (status: number, text: string): string =>
  `The guest OS has reported an error during quiescing. The error code was: ${status} The error message was: ${text}`;

function diagnosed(given: Partial<SnapshotCase> & { readonly said?: readonly string[] }) {
  const events = (given.said ?? []).map((message, index) => ({ time: `2026-11-24T00:00:0${index}Z`, message }));
  return diagnose({
    verdict: 'failed',
    facts: FACTS,
    fault: QUIESCE,
    events,
    quiesced: false,
    manifest: undefined,
    manifestProblem: undefined,
    duration: 20_000,
    image: undefined,
    ...given,
  });
}
const codes = (given: Parameters<typeof diagnosed>[0]): string[] => diagnosed(given).map(({ code }) => code);

describe('diagnose', () => {
  it.each(SITUATIONS)('$name: $first', ({ fault, events = [], durationMs, first, seen }) => {
    const [finding] = diagnosed({ fault, said: events, ...(durationMs !== undefined && { duration: durationMs }) });
    expect(finding?.code).toBe(first);
    expect(finding?.severity).toBe('error');
    expect(finding?.remedy.length).toBeGreaterThan(20);
    if (seen !== undefined) expect(finding?.seen).toContain(seen);
  });

  describe('KB60395', () => {
    it('is likely after a long hang on an EFI VM, and says how long it was', () => {
      const [finding] = diagnosed({ duration: 5 * MINUTE, said: [guest(5, 'VssSyncStart (0x80042306)')] });
      expect(finding?.code).toBe('recovery-partition-likely');
      expect(finding?.seen).toMatch(/^Quiescing hung 5 min .*0x80042306.*KB60395, a protected Recovery partition/);
      expect(finding?.remedy).toContain('repair-template');
    });

    it('comes before the vague code that it hides behind', () => {
      expect(codes({ duration: 5 * MINUTE, said: [guest(5, '0x80042306')] })).toEqual([
        'recovery-partition-likely',
        'vss-provider-veto',
      ]);
    });

    it.each<[string, Parameters<typeof diagnosed>[0], string]>([
      ['a short failure', { duration: 4 * MINUTE - 1 }, 'quiesce-guest-error'],
      [
        'BIOS',
        { duration: 5 * MINUTE, facts: { ...FACTS, settings: { ...SETTINGS, firmware: 'bios' } } },
        'quiesce-guest-error',
      ],
      ['no Tools', { duration: 5 * MINUTE, facts: { ...FACTS, toolsRunning: false } }, 'quiesce-guest-error'],
      ['an image without the partition', { duration: 5 * MINUTE, image: [] }, 'quiesce-guest-error'],
      ['a code that names its cause', { duration: 5 * MINUTE, said: [guest(5, '0x800423f4')] }, 'vss-writer-failed'],
      ['a script', { duration: 5 * MINUTE, said: [guest(2, 'failed')] }, 'quiesce-script-failed'],
      [
        'frozen too long',
        { duration: 5 * MINUTE, fault: { ...QUIESCE, type: 'FilesystemQuiesceFault' } },
        'quiesce-io-timeout',
      ],
      [
        'a refusal',
        { duration: 5 * MINUTE, fault: { type: 'SnapshotLocked', message: 'quiesce' } },
        'snapshot-refused',
      ],
    ])('is not what %s comes to', (_, given, first) => {
      expect(codes(given)).not.toContain('recovery-partition-likely');
      expect(codes(given)[0]).toBe(first);
    });

    it('holds at exactly four minutes', () => {
      expect(codes({ duration: 4 * MINUTE })[0]).toBe('recovery-partition-likely');
    });

    it('is certain where the partition was seen, however short the failure', () => {
      const [finding, ...rest] = diagnosed({ image: [PROTECTED] });
      expect(finding?.code).toBe('recovery-partition-protected');
      expect(finding?.seen).toBe(
        'Partition 1 is a protected Recovery partition, and the quiesced snapshot failed as VMware KB60395 describes it (Failed to quiesce the virtual machine.)',
      );
      expect(rest).toEqual([]);
    });

    it('gives way to better evidence, though the partition was seen', () => {
      expect(codes({ image: [PROTECTED], said: [guest(5, '0x8004231f')] })[0]).toBe('vss-insufficient-storage');
      expect(codes({ image: [PROTECTED], fault: { type: 'ToolsUnavailable', message: 'x' } })).toEqual([
        'tools-not-running',
      ]);
    });

    it('and an abort by the host both stand, the abort first', () => {
      expect(codes({ duration: 5 * MINUTE, said: [guest(4, 'Quiesce aborted.')] })).toEqual([
        'quiesce-aborted',
        'recovery-partition-likely',
      ]);
    });
  });

  it.each<[string, VmFault, string]>([
    ['the licence', { type: 'RestrictedVersion', message: 'no' }, 'licence-read-only'],
    ['storage pressure', { type: 'InsufficientStorageSpace', message: 'x' }, 'datastore-full'],
    ['a full file system by its text', { type: 'FileFault', message: 'No space left on device' }, 'datastore-full'],
    [
      'a full file system by its key',
      { type: 'GenericVmConfigFault', keys: ['msg.hbacommon.outofspace'], message: 'X' },
      'datastore-full',
    ],
    [
      'a time-out by its key',
      { type: 'GenericVmConfigFault', keys: ['msg.snapshot.quiesce.rpc_timeout'], message: 'X' },
      'quiesce-timeout',
    ],
    ['another fault', { type: 'FileLocked', message: 'locked' }, 'snapshot-refused'],
  ])('names %s alone', (_, fault, code) => {
    expect(codes({ fault })).toEqual([code]);
    expect(diagnosed({ fault })[0]?.seen).toContain(fault.message);
  });

  it('names a volume that was frozen too long, beside the status of the guest', () => {
    expect(codes({ said: [guest(3, 'sync')] })).toEqual(['quiesce-sync-failed']);
  });

  it.each<[string, Partial<SnapshotCase>, string[]]>([
    ['nothing proven, nothing said', { verdict: 'ignored' }, ['quiesce-ignored']],
    ['no writers', { verdict: 'filesystem' }, ['quiesce-filesystem-only']],
    [
      'a writer that failed',
      { verdict: 'filesystem', manifest: { members: [], writers: ['SQL'], failed: ['SQL'] } },
      ['vss-writer-failed'],
    ],
    ['a manifest that cannot be had', { verdict: 'filesystem', manifestProblem: '403' }, ['quiesce-manifest-missing']],
    ['success', { verdict: 'application' }, []],
  ])('without a fault: %s', (_, given, expected) => {
    expect(codes({ ...given, fault: undefined })).toEqual(expected);
  });

  it('says that the flag alone proves nothing, only where it is set', () => {
    const seen = (quiesced: boolean) => diagnosed({ verdict: 'ignored', fault: undefined, quiesced })[0]?.seen;
    expect(seen(true)).toContain('(the flag "quiesced" alone proves nothing)');
    expect(seen(false)).not.toContain('flag');
  });
});

describe('words of findings', () => {
  const seenOf = (given: Parameters<typeof diagnosed>[0]): string | undefined => diagnosed(given)[0]?.seen;

  it.each<[Parameters<typeof diagnosed>[0], string]>([
    [
      { fault: { type: 'RestrictedVersion', message: ' no \nmore' } },
      'The licence of the host forbids snapshots through the API: no',
    ],
    [
      { fault: { type: 'ToolsUnavailable', message: 'x' } },
      'VMware Tools were not available when the snapshot was taken: x',
    ],
    [{ fault: { type: 'NoDiskSpace', message: 'x' } }, 'The datastore has no room for the snapshot: x'],
    [{ said: [guest(2, 'exit 1')] }, 'A freeze or thaw script failed in the guest: The guest OS has reported'],
    [
      { fault: { type: 'FilesystemQuiesceFault', message: 'x' } },
      'The file systems could not be held frozen long enough: x',
    ],
    [
      { fault: { type: 'Timedout', message: 'x' }, duration: 15 * MINUTE },
      'Quiescing did not end within the time that vSphere gives it (15 min',
    ],
    [{ said: [guest(4, 'abort')] }, 'The host aborted the quiescing: The guest OS'],
    [{ said: [guest(3, 'sync')] }, 'The guest could not freeze its volumes: The guest OS'],
    [{}, 'The guest reported an error while quiescing: Failed to quiesce the virtual machine.'],
    [{ fault: { type: 'FileLocked', message: 'locked' } }, 'The snapshot was refused with FileLocked: locked'],
    [
      { fault: undefined, verdict: 'filesystem', manifestProblem: '403' },
      'The snapshot has a manifest, but it could not be read: 403',
    ],
    [
      { fault: undefined, verdict: 'ignored' },
      'The task succeeded, but there is no manifest of a quiescing: the request was silently ignored',
    ],
    [
      { fault: undefined, verdict: 'filesystem' },
      'The manifest names no VSS writer: file systems were frozen, applications were not',
    ],
    [
      { fault: undefined, verdict: 'filesystem', manifest: { members: [], writers: ['SQL'], failed: [] } },
      'The manifest names VSS writers, but vSphere does not call the snapshot quiesced',
    ],
    [
      {
        fault: undefined,
        verdict: 'filesystem',
        manifest: { members: [], writers: ['SQL', 'IIS'], failed: ['SQL', 'IIS'] },
      },
      'The manifest says of writers that not all of theirs was backed up: SQL, IIS',
    ],
    [
      { said: [guest(5, '0x800423f4')] },
      'VSS reported VSS_E_WRITERERROR_NONRETRYABLE (0x800423f4): a writer failed, and would again',
    ],
  ])('%j: %s', (given, words) => {
    expect(seenOf(given)?.startsWith(words)).toBe(true);
  });

  it('only one that predicts a verdict says so', () => {
    expect(diagnosed({ fault: undefined, verdict: 'filesystem' })[0]?.predicts).toBe('filesystem');
    expect(diagnosed({})[0]?.predicts).toBeUndefined();
  });
});

describe('which findings stand together', () => {
  it('each code that was named, those that name their cause first', () => {
    expect(codes({ said: [guest(5, '0x80042301 0x800423f4 0x8004230f 0x8004231f')] })).toEqual([
      'vss-writer-failed',
      'vss-insufficient-storage',
      'vss-bad-state',
      'vss-provider-error',
    ]);
  });

  it('a generic word alone, and not beside a cause', () => {
    expect(codes({})).toEqual(['quiesce-guest-error']);
    expect(codes({ said: [guest(3, 'x')] })).toEqual(['quiesce-sync-failed']);
  });

  it('a time-out is no refusal, and what the server named is neither', () => {
    expect(codes({ fault: { type: 'Timedout', message: 'x' } })).toEqual(['quiesce-timeout']);
    expect(codes({ fault: { type: 'X', keys: ['a', 'vm.quiesce.x.timeout'], message: 'x' } })).toEqual([
      'quiesce-timeout',
    ]);
    expect(codes({ fault: { type: 'RestrictedVersion', message: 'x' } })).toEqual(['licence-read-only']);
    expect(codes({ fault: { type: 'X', keys: ['timeout.quiesce'], message: 'x' } })).toEqual(['snapshot-refused']);
  });

  it('a partition that was seen is not blamed for what has another cause', () => {
    expect(codes({ image: [PROTECTED], said: [guest(2, 'x')] })).toEqual(['quiesce-script-failed']);
    expect(codes({ image: [PROTECTED], fault: { type: 'FilesystemQuiesceFault', message: 'x' } })).toEqual([
      'quiesce-io-timeout',
    ]);
    expect(codes({ image: [PROTECTED], fault: { type: 'FileLocked', message: 'x' } })).toEqual(['snapshot-refused']);
    expect(codes({ image: [{ ...PROTECTED, code: 'floppy-present' }] })).toEqual(['quiesce-guest-error']);
  });
});
