/** What the error codes in a guest's report of a failed quiescing mean (Windows SDK vsserror.h; open-vm-tools vmbackup.h). */

import type { FindingCode } from '../report/finding-codes.ts';

export interface VssCode {
  readonly name: string;
  readonly finding: FindingCode;
  /** Whether it names its cause, rather than any failure of the provider. */
  readonly specific: boolean;
  readonly meaning: string;
  readonly remedy: string;
}

const WRITERS =
  'In the guest run "vssadmin list writers", and restart the service of the writer that is not "Stable, No error".';
const GUEST_LOGS =
  'In the guest look at the Application log (sources VSS and VMware Snapshot Provider) and at "vssadmin list writers".';

/** By HRESULT. */
export const VSS_CODES: ReadonlyMap<number, VssCode> = new Map([
  [
    0x80042301,
    {
      name: 'VSS_E_BAD_STATE',
      finding: 'vss-bad-state',
      specific: false,
      meaning: 'VSS was not in a state to take a snapshot, often because an earlier one still hung',
      remedy: `Restart the services VSS and VMTools in the guest. ${GUEST_LOGS}`,
    },
  ],
  [
    0x80042303,
    {
      name: 'VSS_E_PROVIDER_ALREADY_REGISTERED',
      finding: 'vss-provider-stale',
      specific: true,
      meaning: 'an old registration of the VMware Snapshot Provider is in the way',
      remedy:
        'Delete HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Providers\\{564d7761-7265-2056-5353-2050726f7669} in the guest, then repair VMware Tools.',
    },
  ],
  [
    0x80042306,
    {
      name: 'VSS_E_PROVIDER_VETO',
      finding: 'vss-provider-veto',
      specific: false,
      meaning: 'the snapshot provider refused one of the volumes, and one is enough to fail the whole set',
      remedy: GUEST_LOGS,
    },
  ],
  [
    0x8004230f,
    {
      name: 'VSS_E_UNEXPECTED_PROVIDER_ERROR',
      finding: 'vss-provider-error',
      specific: false,
      meaning: 'the snapshot provider failed unexpectedly on one of the volumes',
      remedy: GUEST_LOGS,
    },
  ],
  [
    0x80042313,
    {
      name: 'VSS_E_FLUSH_WRITES_TIMEOUT',
      finding: 'vss-hold-writes-timeout',
      specific: true,
      meaning: 'the volumes could not be flushed in time',
      remedy: 'Lower the load in the guest during the snapshot, or move it to faster storage.',
    },
  ],
  [
    0x80042314,
    {
      name: 'VSS_E_HOLD_WRITES_TIMEOUT',
      finding: 'vss-hold-writes-timeout',
      specific: true,
      meaning: 'writes could not be held long enough for the snapshot',
      remedy: 'Lower the load in the guest during the snapshot, or move it to faster storage.',
    },
  ],
  [
    0x80042316,
    {
      name: 'VSS_E_SNAPSHOT_SET_IN_PROGRESS',
      finding: 'vss-snapshot-in-progress',
      specific: true,
      meaning: 'another shadow copy was being made at that moment; only one can be',
      remedy: 'Run the check again; if it repeats, find the other requestor (a backup agent, System Restore).',
    },
  ],
  [
    0x800423f0,
    {
      name: 'VSS_E_WRITERERROR_INCONSISTENTSNAPSHOT',
      finding: 'vss-snapshot-inconsistent',
      specific: true,
      meaning: 'the shadow copies hold only some of the volumes that a writer needs',
      remedy: WRITERS,
    },
  ],
  [
    0x800423f2,
    {
      name: 'VSS_E_WRITERERROR_TIMEOUT',
      finding: 'vss-writer-timeout',
      specific: true,
      meaning: 'a writer did not freeze or thaw in time',
      remedy: WRITERS,
    },
  ],
  [
    0x800423f3,
    {
      name: 'VSS_E_WRITERERROR_RETRYABLE',
      finding: 'vss-writer-failed',
      specific: true,
      meaning: 'a writer failed, perhaps only this time',
      remedy: `Run the check again. ${WRITERS}`,
    },
  ],
  [
    0x800423f4,
    {
      name: 'VSS_E_WRITERERROR_NONRETRYABLE',
      finding: 'vss-writer-failed',
      specific: true,
      meaning: 'a writer failed, and would again',
      remedy: WRITERS,
    },
  ],
]);

/** `VmBackupStatus`: the number that the guest reports in the event. */
export const GUEST_STATUS = { invalidState: 1, scriptError: 2, syncError: 3, remoteAbort: 4, unexpected: 5 } as const;

/** Codes of VSS in a text, in the order in which they appear. */
export function findVssCodes(text: string): { number: number; code: VssCode }[] {
  const numbers = [...text.matchAll(/0x(8004[0-9a-f]{4})\b/gi)].map((match) => Number.parseInt(match[1] ?? '', 16));
  return [...new Set(numbers)].flatMap((number) => {
    const code = VSS_CODES.get(number);
    return code === undefined ? [] : [{ number, code }];
  });
}

/** N of "The error code was: N" in the event that a guest's report becomes. */
export function findGuestStatus(text: string): number | undefined {
  const match = /error code was:?\s*(\d+)/i.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
