/**
 * Why a snapshot proved less than it should: rules over all evidence, most specific first, so that the first finding is the
 * likeliest root cause. Sources: VMware KB60395 as the field describes it; vim25 SnapshotFault; vsserror.h; open-vm-tools.
 */

import type { Rule } from '../check/rule.ts';
import { applyRules } from '../check/rule.ts';
import type { Verdict } from '../check/verdict.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import type { Manifest } from './manifest.ts';
import type { VmEvent, VmFacts, VmFault } from './verify-target.ts';
import { findGuestStatus, findVssCodes, GUEST_STATUS, VSS_CODES } from './vss-codes.ts';

export interface SnapshotCase {
  readonly verdict: Verdict;
  readonly facts: VmFacts;
  readonly fault: VmFault | undefined;
  readonly events: readonly VmEvent[];
  /** What the snapshot's `quiesced` flag says. */
  readonly quiesced: boolean;
  readonly manifest: Manifest | undefined;
  /** Why a manifest that is named could not be read. */
  readonly manifestProblem: string | undefined;
  /** Milliseconds from asking to the answer. */
  readonly duration: number;
  /** Findings of the offline check of the same image, when one was given. */
  readonly image: readonly QuiesceFinding[] | undefined;
}

const RECOVERY_REMEDY =
  'Check the template’s disk offline (input image), remove the partition with the action repair-template, and verify again; or, in the guest: ' +
  '"reagentc /disable", then in diskpart "select disk 0", "list partition", "select partition <Recovery>", ' +
  '"gpt attributes=0x8000000000000000", "delete partition".';

const RULES: readonly Rule<SnapshotCase>[] = [
  {
    // Free ESXi licence: pyvmomi issues 602 and 625.
    code: 'licence-read-only',
    severity: 'error',
    remedy: 'Use a host with a paid licence, or verify through vCenter: the API of a free ESXi is read-only.',
    see: ({ fault }) =>
      fault?.type === 'RestrictedVersion'
        ? `The licence of the host forbids snapshots through the API: ${first(fault)}`
        : undefined,
  },
  {
    // The offline check saw the partition and the snapshot failed on it: cause and effect together.
    code: 'recovery-partition-protected',
    severity: 'error',
    remedy: RECOVERY_REMEDY,
    see: (evidence) => {
      const seen = evidence.image?.find(({ code }) => code === 'recovery-partition-protected')?.seen;
      return seen !== undefined && isQuiesceFault(evidence)
        ? `${seen}, and the quiesced snapshot failed as VMware KB60395 describes it (${first(evidence.fault)})`
        : undefined;
    },
  },
  {
    // Pre-freeze and post-thaw scripts: vim25 ApplicationQuiesceFault; VmBackupStatus 2.
    code: 'quiesce-script-failed',
    severity: 'error',
    remedy:
      'Run C:\\Windows\\pre-freeze-script.bat, post-thaw-script.bat and those in backupScripts.d of VMware Tools by hand: one ended with an exit code other than 0.',
    see: (evidence) =>
      guestStatus(evidence) === GUEST_STATUS.scriptError
        ? `A freeze or thaw script failed in the guest: ${said(evidence)}`
        : undefined,
  },
  ...vssRules(true),
  {
    // vim25 FilesystemQuiesceFault: the volumes were not frozen any more when the snapshot was there.
    code: 'quiesce-io-timeout',
    severity: 'error',
    remedy: 'Lower the load in the guest during the snapshot, or move the VM to faster storage.',
    see: ({ fault }) =>
      fault?.type === 'FilesystemQuiesceFault'
        ? `The file systems could not be held frozen long enough: ${first(fault)}`
        : undefined,
  },
  {
    // The signature of KB60395, as long as no offline check says that there is no such partition.
    code: 'recovery-partition-likely',
    severity: 'error',
    remedy: RECOVERY_REMEDY,
    see: (evidence) => {
      const { facts, duration, image } = evidence;
      if (!isQuiesceFault(evidence) || facts.settings.firmware !== 'efi' || !facts.toolsRunning) return undefined;
      if (image !== undefined || explained(evidence)) return undefined;
      return (
        `Quiescing hung ${Math.round(duration / 1000)} s and failed on an EFI VM with Tools running (${said(evidence)}): ` +
        'likely VMware KB60395, a protected Recovery partition on the system disk'
      );
    },
  },
  ...vssRules(false),
  {
    code: 'quiesce-sync-failed',
    severity: 'error',
    remedy: 'In the guest look at the Application and System logs at the time of the snapshot.',
    see: (evidence) =>
      guestStatus(evidence) === GUEST_STATUS.syncError
        ? `The guest could not freeze its volumes: ${said(evidence)}`
        : undefined,
  },
  {
    code: 'quiesce-aborted',
    severity: 'error',
    remedy: 'Run the check again; if it repeats, look at vmware.log and at the load of the host.',
    see: (evidence) =>
      guestStatus(evidence) === GUEST_STATUS.remoteAbort
        ? `The host aborted the quiescing: ${said(evidence)}`
        : undefined,
  },
  {
    code: 'quiesce-guest-error',
    severity: 'error',
    remedy:
      'In the guest set in C:\\ProgramData\\VMware\\VMware Tools\\tools.conf: [logging] vmbackup.level=debug, vmbackup.handler=file, vmbackup.data=C:\\vmbackup.log; restart VMTools, verify again and read the log.',
    see: (evidence) =>
      isQuiesceFault(evidence) ? `The guest reported an error while quiescing: ${said(evidence)}` : undefined,
  },
  {
    code: 'snapshot-refused',
    severity: 'error',
    remedy: 'See the fault in the vSphere client (Monitor, Tasks); it is not about quiescing.',
    see: (evidence) =>
      evidence.fault !== undefined && !isQuiesceFault(evidence) && evidence.fault.type !== 'RestrictedVersion'
        ? `The snapshot was refused with ${evidence.fault.type}: ${first(evidence.fault)}`
        : undefined,
  },
  {
    code: 'quiesce-manifest-missing',
    severity: 'error',
    remedy:
      'Give the user Datastore.Browse and Datastore.FileManagement (low level file operations) on the datastore of the VM.',
    see: ({ manifestProblem }) =>
      manifestProblem === undefined
        ? undefined
        : `The snapshot has a manifest, but it could not be read: ${manifestProblem}`,
  },
  {
    code: 'quiesce-ignored',
    severity: 'error',
    remedy:
      'See the findings about power state and VMware Tools; the service vmvss (VMware Snapshot Provider) must exist in the guest.',
    see: ({ verdict, quiesced }) =>
      verdict === 'ignored'
        ? `The task succeeded, but there is no manifest of a quiescing${quiesced ? ' (the flag "quiesced" alone proves nothing)' : ''}: the request was silently ignored`
        : undefined,
  },
  {
    code: 'quiesce-filesystem-only',
    severity: 'error',
    predicts: 'filesystem',
    remedy:
      'See the other findings; in the guest check tools.conf ([vmbackup] vss.disableAppQuiescing, enableVSS) and "vssadmin list writers".',
    see: ({ verdict, manifestProblem }) =>
      verdict === 'filesystem' && manifestProblem === undefined
        ? 'The manifest names no VSS writer: file systems were frozen, applications were not'
        : undefined,
  },
];

export function diagnose(evidence: SnapshotCase): QuiesceFinding[] {
  const findings = applyRules(RULES, evidence);
  // A generic word from the guest adds nothing to a cause that was named.
  return findings.length > 1 ? findings.filter(({ code }) => code !== 'quiesce-guest-error') : findings;
}

/** One rule for each known code, so that every code keeps its own place in the order and its own remedy. */
function vssRules(specific: boolean): Rule<SnapshotCase>[] {
  return [...VSS_CODES]
    .filter(([, code]) => code.specific === specific)
    .map(([number, code]) => ({
      code: code.finding,
      severity: 'error' as const,
      remedy: code.remedy,
      see: (evidence: SnapshotCase) =>
        findVssCodes(texts(evidence)).some((found) => found.number === number)
          ? `VSS reported ${code.name} (0x${number.toString(16)}): ${code.meaning}`
          : undefined,
    }));
}

/** A fault about quiescing, by its type or, for generic ones, by its text. */
function isQuiesceFault({ fault }: SnapshotCase): boolean {
  if (fault === undefined) return false;
  return /QuiesceFault$/.test(fault.type) || /quiesc/i.test(fault.message);
}

/** The evidence names another cause than a volume that cannot be frozen. */
function explained(evidence: SnapshotCase): boolean {
  return (
    evidence.fault?.type === 'FilesystemQuiesceFault' ||
    guestStatus(evidence) === GUEST_STATUS.scriptError ||
    findVssCodes(texts(evidence)).some(({ code }) => code.specific)
  );
}

function texts({ fault, events }: SnapshotCase): string {
  return [fault?.message ?? '', ...events.map(({ message }) => message)].join('\n');
}

function guestStatus(evidence: SnapshotCase): number | undefined {
  return findGuestStatus(texts(evidence));
}

/** What the guest said in its event, or the fault where it said nothing. */
function said(evidence: SnapshotCase): string {
  const event = evidence.events.findLast(({ message }) => /quiesc/i.test(message));
  return event === undefined ? first(evidence.fault) : event.message.trim();
}

function first(fault: VmFault | undefined): string {
  return fault?.message.split('\n')[0]?.trim() ?? 'no fault';
}
