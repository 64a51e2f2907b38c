/** What the error codes in a guest's report of a failed quiescing mean (Windows SDK, vsserror.h; Windows, winerror.h). */

import type { FindingCode } from '../report/finding-codes.ts';
import { VSS_CAUSES, type VssCause } from './vss-causes.ts';

export interface VssCode {
  readonly name: string;
  readonly finding: FindingCode;
  /** Whether it names its cause, rather than any failure of the provider. */
  readonly specific: boolean;
  readonly meaning: string;
  readonly remedy: string;
}

const GUEST_LOGS =
  'In the guest look at the Application log (sources VSS and VMware Snapshot Provider) and at "vssadmin list writers".';

/** Codes that anything can lead to, a volume that cannot be frozen among it. */
const VAGUE: readonly VssCause[] = [
  {
    finding: 'vss-provider-veto',
    meaning: 'the snapshot provider refused one of the volumes, and one is enough to fail the whole set',
    remedy: GUEST_LOGS,
    codes: [[0x80042306, 'VSS_E_PROVIDER_VETO']],
  },
  {
    finding: 'vss-provider-error',
    meaning: 'the snapshot provider failed unexpectedly on one of the volumes',
    remedy: GUEST_LOGS,
    codes: [
      [0x8004230f, 'VSS_E_UNEXPECTED_PROVIDER_ERROR'],
      [0x80042307, 'VSS_E_PROVIDER_IN_USE', 'the snapshot provider was in use'],
      [0x800423f7, 'VSS_E_LEGACY_PROVIDER', 'the snapshot provider is of a version that VSS does not support'],
    ],
  },
  {
    finding: 'vss-bad-state',
    meaning: 'VSS was not in a state to take a snapshot, often because an earlier one still hung',
    remedy: `Restart the services VSS and VMTools in the guest. ${GUEST_LOGS}`,
    codes: [
      [0x80042301, 'VSS_E_BAD_STATE'],
      [0x8004230d, 'VSS_E_OBJECT_ALREADY_EXISTS', 'an object of an earlier shadow copy is still there'],
    ],
  },
  {
    finding: 'vss-unexpected',
    meaning: 'VSS failed, and the code does not say at what',
    remedy: GUEST_LOGS,
    codes: [
      [0x80042302, 'VSS_E_UNEXPECTED'],
      [0x8000ffff, 'E_UNEXPECTED'],
      [0x80004005, 'E_FAIL'],
      [0x80070057, 'E_INVALIDARG'],
      [0x80042320, 'VSS_E_NO_SNAPSHOTS_IMPORTED'],
      [0x80042321, 'VSS_E_SOME_SNAPSHOTS_NOT_IMPORTED'],
      [0x80042323, 'VSS_E_REMOTE_SERVER_UNAVAILABLE'],
      [0x80042324, 'VSS_E_REMOTE_SERVER_UNSUPPORTED'],
      [0x800423f6, 'VSS_E_BREAK_REVERT_ID_FAILED'],
      [0x800423fd, 'VSS_E_NONTRANSPORTABLE_BCD'],
      [0x800423fe, 'VSS_E_CANNOT_REVERT_DISKID'],
      [0x80042400, 'VSS_E_CLUSTER_ERROR'],
      [0x80042401, 'VSS_E_ASRERROR_DISK_ASSIGNMENT_FAILED'],
      [0x80042402, 'VSS_E_ASRERROR_DISK_RECREATION_FAILED'],
      [0x80042403, 'VSS_E_ASRERROR_NO_ARCPATH'],
      [0x80042404, 'VSS_E_ASRERROR_MISSING_DYNDISK'],
      [0x80042405, 'VSS_E_ASRERROR_SHARED_CRIDISK'],
      [0x80042406, 'VSS_E_ASRERROR_DATADISK_RDISK0'],
      [0x80042407, 'VSS_E_ASRERROR_RDISK0_TOOSMALL'],
      [0x80042408, 'VSS_E_ASRERROR_CRITICAL_DISKS_TOO_SMALL'],
      [0x8004240a, 'VSS_E_ASRERROR_DYNAMIC_VHD_NOT_SUPPORTED'],
      [0x80042412, 'VSS_E_ASRERROR_RDISK_FOR_SYSTEM_DISK_NOT_FOUND'],
      [0x80042413, 'VSS_E_ASRERROR_NO_PHYSICAL_DISK_AVAILABLE'],
      [0x80042414, 'VSS_E_ASRERROR_FIXED_PHYSICAL_DISK_AVAILABLE_AFTER_DISK_EXCLUSION'],
      [0x80042415, 'VSS_E_ASRERROR_CRITICAL_DISK_CANNOT_BE_EXCLUDED'],
      [0x80042416, 'VSS_E_ASRERROR_SYSTEM_PARTITION_HIDDEN'],
    ],
  },
];

/** By HRESULT. */
export const VSS_CODES: ReadonlyMap<number, VssCode> = new Map([
  ...VSS_CAUSES.flatMap((cause) => codesOf(cause, true)),
  ...VAGUE.flatMap((cause) => codesOf(cause, false)),
]);

function codesOf({ codes, finding, meaning, remedy }: VssCause, specific: boolean): [number, VssCode][] {
  return codes.map(([number, name, own]) => [number, { name, finding, specific, meaning: own ?? meaning, remedy }]);
}

/** What a code that no table names comes to. FACILITY_WIN32 (7) carries an error of Windows in its low half. */
export function describeUnknown(number: number): VssCode {
  const windows = Math.floor(number / 0x10000) === 0x8007;
  return {
    name: windows ? `Windows error ${number % 0x10000}` : 'an error without a name here',
    finding: 'vss-unexpected',
    specific: false,
    meaning: windows
      ? `run "net helpmsg ${number % 0x10000}" for what it means`
      : 'VSS failed, and the code does not say at what',
    remedy: GUEST_LOGS,
  };
}
