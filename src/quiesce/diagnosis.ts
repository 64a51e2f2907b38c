/**
 * Why a snapshot proved less than it should: rules over all evidence, most specific first, so that the first finding is the
 * likeliest root cause. Keys and types of faults come before their texts, which are in the language of the server.
 * Sources: VMware KB60395 as the field describes it; vim25 SnapshotFault; vsserror.h; open-vm-tools.
 */

import { REMOVE_IN_GUEST } from '../check/protected-partition-rules.ts';
import type { Rule } from '../check/rule.ts';
import { applyRules } from '../check/rule.ts';
import type { TargetFacts } from '../check/target-facts.ts';
import type { FindingCode, QuiesceFinding } from '../report/finding-codes.ts';
import { formatDuration } from '../units.ts';
import { isQuiesceFault, LONG_HANG } from './fault-kinds.ts';
import type { GuestEvidence } from './guest-evidence.ts';
import { GUEST_STATUS, type GuestReport, readGuestReport } from './guest-report.ts';
import { GUEST_CAUSE_RULES, GUEST_STATE_RULES, recoveryInGuest } from './guest-rules.ts';
import { MANIFEST_RULES, type ManifestCase } from './manifest-rules.ts';
import { firstLineOf, SERVER_RULES } from './server-rules.ts';
import type { TargetEvent, VmFault } from './verify-target.ts';

export interface SnapshotCase extends ManifestCase {
  readonly facts: TargetFacts;
  readonly fault: VmFault | undefined;
  readonly events: readonly TargetEvent[];
  /** Milliseconds from asking to the answer. */
  readonly duration: number;
  /** Findings of the offline check of the same image, when one was given. */
  readonly image: readonly QuiesceFinding[] | undefined;
  /** What the guest said when it was asked afterwards; undefined where nobody asked. */
  readonly guest?: GuestEvidence | undefined;
}

/** The case, and what the guest said in it. */
interface Evidence extends SnapshotCase {
  readonly report: GuestReport | undefined;
}

const RECOVERY_REMEDY = `Run the action repair-template on the template (inputs server and vm; dry-run shows what is on its disk) or on its image, and verify again; or, ${REMOVE_IN_GUEST}`;

/** What the guest says, where it says more than that it failed. */
const GUEST_RULES: readonly Rule<Evidence>[] = [
  {
    // Pre-freeze and post-thaw scripts: vim25 ApplicationQuiesceFault; VmBackupStatus 2.
    code: 'quiesce-script-failed',
    severity: 'error',
    source: 'vim25 ApplicationQuiesceFault; open-vm-tools, vmbackup.h (status 2)',
    remedy:
      'Run C:\\Windows\\pre-freeze-script.bat, post-thaw-script.bat and those in backupScripts.d of VMware Tools by hand: one ended with an exit code other than 0.',
    see: ({ report }) =>
      report?.status === GUEST_STATUS.scriptError
        ? `A freeze or thaw script failed in the guest: ${report.text}`
        : undefined,
  },
];

/** Signatures in how and when it failed. */
const SIGNATURE_RULES: readonly Rule<Evidence>[] = [
  {
    // vim25 FilesystemQuiesceFault: the volumes were not frozen any more when the snapshot was there.
    code: 'quiesce-io-timeout',
    severity: 'error',
    source: 'vim25 FilesystemQuiesceFault',
    remedy: 'Lower the load in the guest during the snapshot, or move the VM to faster storage.',
    see: ({ fault }) =>
      fault?.type === 'FilesystemQuiesceFault'
        ? `The file systems could not be held frozen long enough: ${firstLineOf(fault)}`
        : undefined,
  },
  {
    // The limit is the server's (vCenter gives up after 15 minutes), or that of the quiesce spec.
    code: 'quiesce-timeout',
    severity: 'error',
    source: 'open-vm-tools, stateMachine.c: vCenter gives up after 15 minutes',
    remedy:
      'Lower the load in the guest and on its storage; if it repeats, restart the services VSS and VMTools, and turn on the debug log of vmbackup (tools.conf) to see where it stops.',
    see: (evidence) =>
      timedOut(evidence)
        ? `Quiescing did not end within the time that vSphere gives it (${formatDuration(evidence.duration)}): ${firstLineOf(evidence.fault)}`
        : undefined,
  },
  {
    // The offline check saw the partition and the snapshot failed on it: cause and effect together.
    code: 'recovery-partition-protected',
    severity: 'error',
    source: 'VMware KB60395 as the field describes it',
    remedy: RECOVERY_REMEDY,
    see: (evidence) => {
      const seen = evidence.image?.find(({ code }) => code === 'recovery-partition-protected')?.seen;
      return seen !== undefined && unexplained(evidence)
        ? `${seen}, and the quiesced snapshot failed as VMware KB60395 describes it (${firstLineOf(evidence.fault)})`
        : undefined;
    },
  },
  {
    code: 'quiesce-aborted',
    severity: 'error',
    source: 'open-vm-tools, vmbackup.h (status 4)',
    remedy: 'Run the check again; if it repeats, look at vmware.log and at the load of the host.',
    see: (evidence) =>
      evidence.report?.status === GUEST_STATUS.remoteAbort
        ? `The host aborted the quiescing: ${said(evidence)}`
        : undefined,
  },
  {
    // The signature of KB60395, as long as no offline check says that there is no such partition.
    code: 'recovery-partition-likely',
    severity: 'error',
    source: 'VMware KB60395 as the field describes it',
    remedy: RECOVERY_REMEDY,
    see: (evidence) => {
      const { facts, duration, image, guest } = evidence;
      if (facts.settings.firmware !== 'efi' || !facts.toolsRunning || duration < LONG_HANG) return undefined;
      if (image !== undefined || !unexplained(evidence)) return undefined;
      const seen = recoveryInGuest(guest);
      if (seen?.length === 0) return undefined;
      return (
        `Quiescing hung ${formatDuration(duration)} and failed on an EFI VM with Tools running (${said(evidence)}): ` +
        `likely VMware KB60395, a protected Recovery partition on the system disk${seen ? `; the guest has one: ${seen.join(', ')}` : ''}`
      );
    },
  },
];

/** What is left to say when no cause was named. */
const GENERAL_RULES: readonly Rule<Evidence>[] = [
  {
    code: 'quiesce-sync-failed',
    severity: 'error',
    source: 'open-vm-tools, vmbackup.h (status 3)',
    remedy: 'In the guest look at the Application and System logs at the time of the snapshot.',
    see: (evidence) =>
      evidence.report?.status === GUEST_STATUS.syncError
        ? `The guest could not freeze its volumes: ${said(evidence)}`
        : undefined,
  },
  {
    code: 'quiesce-guest-error',
    severity: 'error',
    source: 'open-vm-tools, vmbackup.h; vsphere-gos-validation, win_enable_vss_log.yml',
    remedy:
      'In the guest set in C:\\ProgramData\\VMware\\VMware Tools\\tools.conf: [logging] vmbackup.level=debug, vmbackup.handler=file, vmbackup.data=C:\\vmbackup.log; restart VMTools, verify again and read the log.',
    see: (evidence) =>
      quiesceFailed(evidence) ? `The guest reported an error while quiescing: ${said(evidence)}` : undefined,
  },
  {
    code: 'snapshot-refused',
    severity: 'error',
    source: 'vim25 SnapshotFault',
    remedy: 'See the fault in the vSphere client (Monitor, Tasks); it is not about quiescing.',
    see: (evidence) =>
      evidence.fault !== undefined && !quiesceFailed(evidence) && !namedByServer(evidence) && !timedOut(evidence)
        ? `The snapshot was refused with ${evidence.fault.type}: ${firstLineOf(evidence.fault)}`
        : undefined,
  },
];

export const DIAGNOSIS_RULES: readonly Rule<never>[] = [
  ...SERVER_RULES,
  ...GUEST_RULES,
  ...SIGNATURE_RULES,
  ...GENERAL_RULES,
  ...MANIFEST_RULES,
];

/** Likeliest cause first. */
export function diagnose(snapshot: SnapshotCase): QuiesceFinding[] {
  const evidence: Evidence = { ...snapshot, report: readGuestReport(snapshot.fault, snapshot.events) };
  const asked = snapshot.guest;
  const causes = asked ? applyRules(GUEST_CAUSE_RULES, asked) : [];
  const states = asked ? applyRules(GUEST_STATE_RULES, asked) : [];
  const findings = once([
    ...applyRules(SERVER_RULES, evidence),
    ...applyRules(GUEST_RULES, evidence),
    ...explained(codeFindings(evidence, true), [...causes, ...states]),
    ...causes,
    ...applyRules(SIGNATURE_RULES, evidence),
    ...states.filter(({ severity }) => severity === 'error'),
    ...codeFindings(evidence, false),
    ...applyRules(GENERAL_RULES, evidence),
    ...applyRules(MANIFEST_RULES, evidence),
    ...states,
  ]);
  // A generic word from the guest adds nothing to a cause that was named; what is only a fact beside it is none.
  const others = findings.filter(({ code }) => code !== 'quiesce-guest-error');
  return others.some(({ severity }) => severity !== 'info') ? others : findings;
}

/** What the guest showed of a cause that it named by a code: the code says that, this says where. */
const SHOWN_BY: Partial<Record<FindingCode, readonly FindingCode[]>> = {
  'vss-insufficient-storage': ['shadow-storage-full', 'volume-too-full'],
  'vss-provider-not-registered': ['provider-missing'],
  'vss-service-disabled': ['vss-service-disabled'],
  'vss-volume-unsupported': ['dynamic-disk'],
  'vss-writer-failed': ['vss-writer-failed'],
  'vss-writer-timeout': ['vss-writer-failed'],
  'vss-snapshot-inconsistent': ['vss-writer-failed'],
};

function explained(named: readonly QuiesceFinding[], shown: readonly QuiesceFinding[]): QuiesceFinding[] {
  return named.flatMap((finding) => [...shown.filter(({ code }) => SHOWN_BY[finding.code]?.includes(code)), finding]);
}

/** What is said twice stands where it was said first. */
function once(findings: readonly QuiesceFinding[]): QuiesceFinding[] {
  return findings.filter(
    ({ code, seen }, index) => findings.findIndex((other) => other.code === code && other.seen === seen) === index,
  );
}

/** One finding for each code that the guest named, in its order. */
function codeFindings({ report }: Evidence, specific: boolean): QuiesceFinding[] {
  return (report?.codes ?? [])
    .filter(({ code }) => code.specific === specific)
    .map(({ number, code }) => ({
      code: code.finding,
      severity: 'error',
      seen: `VSS reported ${code.name} (0x${number.toString(16)}): ${code.meaning}`,
      remedy: code.remedy,
    }));
}

function quiesceFailed({ fault }: Evidence): boolean {
  return fault !== undefined && isQuiesceFault(fault);
}

function timedOut({ fault }: Evidence): boolean {
  return fault?.type === 'Timedout' || (fault?.keys ?? []).some((key) => /quiesce.*timeout/i.test(key));
}

function namedByServer(evidence: Evidence): boolean {
  return applyRules(SERVER_RULES, evidence).length > 0;
}

/** Quiescing failed, and nothing in the evidence says why. */
function unexplained(evidence: Evidence): boolean {
  const { fault, report } = evidence;
  return (
    quiesceFailed(evidence) &&
    fault?.type !== 'FilesystemQuiesceFault' &&
    report?.status !== GUEST_STATUS.scriptError &&
    !(report?.codes ?? []).some(({ code }) => code.specific)
  );
}

/** What the guest said in its event, or the fault where it said nothing. */
function said({ report, fault }: Evidence): string {
  return report?.text ?? firstLineOf(fault);
}
