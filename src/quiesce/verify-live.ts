/** The live check: starts a VM, takes a quiesced snapshot, judges it by its evidence, and removes it. */

import { MACHINE_RULES } from '../check/machine-rules.ts';
import { applyRules, bySeverity, forLevel } from '../check/rule.ts';
import { STATE_RULES } from '../check/state-rules.ts';
import type { TargetFacts } from '../check/target-facts.ts';
import { type Level, reaches, type Verdict } from '../check/verdict.ts';
import type { Log } from '../context.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatDuration } from '../units.ts';
import { diagnose } from './diagnosis.ts';
import { awaitStart, FIRST_BOOT_RULES, type FirstBoot, firstBootLimit, type Start } from './first-boot.ts';
import type { GuestEvidence } from './guest-evidence.ts';
import { judge } from './judge-snapshot.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type MarkersRead, markerFindings } from './marker-findings.ts';
import type { FreezeMarkers } from './marker-script.ts';
import type { RestoreProof } from './restore-snapshot.ts';
import type { SnapshotAttempt, TargetEvent, VerifyTarget, VmFault } from './verify-target.ts';

export interface LiveOptions {
  readonly level: Level;
  /** Milliseconds that starting with Tools, and the snapshot, may take each; a first boot that is expected is given more. */
  readonly timeout: number;
  readonly powerOn: boolean;
  readonly snapshotName: string;
  readonly snapshotDescription: string;
  /** Findings of the offline check of the same image, when there was one. */
  readonly image: readonly QuiesceFinding[] | undefined;
  /** Told as soon as a first boot that was expected lies behind the VM, before anything else is done with it. */
  readonly onFirstBootDone?: () => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface LiveCheck {
  readonly verdict: Verdict;
  /** Likeliest cause first. */
  readonly findings: readonly QuiesceFinding[];
  readonly facts: TargetFacts;
  readonly fault?: VmFault;
  readonly events: readonly TargetEvent[];
  /** What the guest said, where less was proven than its applications and it could be asked. */
  readonly guest?: GuestEvidence;
  /** vmware.log of the machine, where less was proven. */
  readonly hostLog?: string;
  /** Milliseconds from asking for the snapshot to the answer; undefined when the first boot ended so that none was asked for. */
  readonly duration?: number;
  /** How the image's first boot ended, where there was one. */
  readonly firstBoot?: FirstBoot;
  /** What the marker script shows, where it was asked for and could be read. */
  readonly markers?: FreezeMarkers;
  /** What the snapshot came to when it was started, where that was asked for and it was good enough. */
  readonly restore?: RestoreProof;
  readonly manifest?: Manifest & { readonly path: string; readonly content: Buffer };
}

/**
 * Leaves the VM running, and after an error or a cancel perhaps a snapshot: whoever calls holds what undoes both (see held-check, held-copy).
 * @throws errors of the API; a snapshot that fails is a verdict, not an error
 */
export async function verifyLive(target: VerifyTarget, options: LiveOptions): Promise<LiveCheck> {
  const start = await startVm(target, options);
  options.signal.throwIfAborted();
  const facts = await target.facts();
  if (facts.firstBootExpected && start?.firstBoot?.outcome === 'done') await options.onFirstBootDone?.();
  const preflight = [...applyRules(STATE_RULES, facts), ...applyRules(MACHINE_RULES, facts.settings)];
  const unready = applyRules(FIRST_BOOT_RULES, {
    name: facts.name,
    firstBoot: start?.firstBoot,
    toolsRunning: facts.toolsRunning,
  });
  const first = start?.firstBoot && { firstBoot: start.firstBoot };
  if (unready.length > 0) {
    // Whatever a snapshot would show now, the template is not what it should be, or not yet.
    const findings = [...unready, ...bySeverity(preflight)];
    return { verdict: 'failed', findings: forLevel(findings, options.level), facts, ...first, events: [] };
  }
  return { ...(await proveSnapshot(target, facts, preflight, options)), ...first };
}

async function proveSnapshot(
  target: VerifyTarget,
  facts: TargetFacts,
  preflight: readonly QuiesceFinding[],
  options: LiveOptions,
): Promise<LiveCheck> {
  const { log, signal } = options;
  // Without VMware Tools nobody is asked, and nothing quiesced is proven.
  if (facts.toolsRunning) await target.prepare?.();
  log.info(`Asking for a quiesced snapshot of ${facts.name}`);
  const since = await target.now();
  const started = Date.now();
  const attempt = await target.snapshot({
    name: options.snapshotName,
    description: options.snapshotDescription,
    timeout: options.timeout,
  });
  const duration = attempt.took ?? Date.now() - started;
  log.info(`vSphere answered after ${formatDuration(duration)}${attempt.fault ? `: ${attempt.fault.message}` : ''}`);

  const manifest = await fetchManifest(target, attempt, signal);
  const verdict = judge({
    faulted: attempt.fault !== undefined,
    partial: facts.disksOutside.length > 0,
    quiesced: attempt.snapshot?.quiesced ?? false,
    manifestNamed: (attempt.snapshot?.backupManifest ?? '') !== '',
    manifest: manifest.content && manifest.manifest,
  });
  const markers = facts.toolsRunning ? await target.readMarkers?.(options.timeout) : undefined;
  const more = verdict === 'application' ? { events: [] } : await gatherMore(target, since, options);
  const causes = diagnose({
    verdict,
    facts,
    fault: attempt.fault,
    events: more.events,
    guest: more.guest,
    quiesced: attempt.snapshot?.quiesced ?? false,
    manifest: manifest.manifest,
    manifestProblem: manifest.problem,
    duration,
    image: options.image,
  });
  const restore = attempt.snapshot && (await restoreIfGood(target, attempt.snapshot.id, verdict, options));
  if (attempt.snapshot) await target.removeSnapshot(attempt.snapshot.id);
  return {
    verdict,
    findings: forLevel([...rank(verdict, causes, preflight), ...markedFindings(markers, attempt)], options.level),
    facts,
    ...(markers?.markers && { markers: markers.markers }),
    ...(restore && { restore }),
    ...(attempt.fault && { fault: attempt.fault }),
    ...more,
    duration,
    ...(manifest.content &&
      manifest.manifest && { manifest: { ...manifest.manifest, path: manifest.path, content: manifest.content } }),
  };
}

function markedFindings(markers: MarkersRead | undefined, { snapshot }: SnapshotAttempt): readonly QuiesceFinding[] {
  return markers ? markerFindings(markers, snapshot !== undefined) : [];
}

/** What a snapshot that is not good enough holds is not worth a start. */
async function restoreIfGood(
  target: VerifyTarget,
  id: string,
  verdict: Verdict,
  { level }: LiveOptions,
): Promise<RestoreProof | undefined> {
  return reaches(verdict, level) ? target.restore?.(id) : undefined;
}

/** @returns undefined when the VM is off and shall not be started */
async function startVm(target: VerifyTarget, options: LiveOptions): Promise<Start | undefined> {
  const { powerOn, timeout, log, signal } = options;
  const before = await target.facts();
  if (!before.poweredOn && powerOn) {
    log.info(`Starting ${before.name}`);
    await target.powerOn();
  } else if (!before.poweredOn) return undefined;
  const expected = before.firstBootExpected;
  log.info(
    expected
      ? `Waiting up to ${formatDuration(firstBootLimit(timeout))} for the first boot to be done`
      : `Waiting up to ${formatDuration(timeout)} for VMware Tools`,
  );
  const started = Date.now();
  const start = await awaitStart(target, { expected, timeout, signal });
  log.info(`${describeStart(start)} after ${formatDuration(Date.now() - started)}`);
  return start;
}

function describeStart({ firstBoot, toolsRunning }: Start): string {
  if (firstBoot)
    return `The first boot is ${firstBoot.outcome}${firstBoot.status === undefined ? '' : ` (${firstBoot.status})`}`;
  return toolsRunning ? 'VMware Tools run' : 'VMware Tools do not run; the snapshot will show what that means:';
}

/** What may name the cause, while the machine is as the snapshot left it. */
async function gatherMore(
  target: VerifyTarget,
  since: Date,
  options: LiveOptions,
): Promise<Pick<LiveCheck, 'events' | 'guest' | 'hostLog'>> {
  const events = await orWarn('The events of the VM', () => target.events(since), options);
  const guest = target.askGuest && (await orWarn('The guest’s own evidence', target.askGuest, options));
  if (guest?.problem !== undefined) {
    options.log.warning(`The guest could not be asked what it knows of its snapshot: ${guest.problem}`);
  }
  const hostLog = await orWarn('vmware.log', () => target.hostLog(), options);
  return { events: events ?? [], ...(guest && { guest }), ...(hostLog && { hostLog }) };
}

/** Evidence of the cause, and nothing else: an account that may not read it gets its verdict all the same. */
async function orWarn<T>(what: string, read: () => Promise<T>, { log, signal }: LiveOptions): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    log.warning(
      `${what} could not be read, which may hide the cause: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
}

interface FetchedManifest {
  readonly path: string;
  readonly content?: Buffer;
  readonly manifest?: Manifest;
  readonly problem?: string;
}

/** A manifest that cannot be fetched or read is a finding; it must not hide the snapshot from being removed. */
async function fetchManifest(
  target: VerifyTarget,
  { snapshot }: SnapshotAttempt,
  signal: AbortSignal,
): Promise<FetchedManifest> {
  const path = snapshot?.backupManifest ?? '';
  if (path === '') return { path };
  try {
    const content = await target.readManifest(path);
    return { path, content, manifest: readManifest(content, path) };
  } catch (error) {
    if (!(error instanceof Error) || signal.aborted) throw error;
    return { path, problem: error.message };
  }
}

/** Causes first; then what predicted this verdict; what predicted worse than what was proven is only information. */
export function rank(
  verdict: Verdict,
  causes: readonly QuiesceFinding[],
  preflight: readonly QuiesceFinding[],
): QuiesceFinding[] {
  if (verdict === 'application') {
    return preflight.map((finding) => (finding.predicts === undefined ? finding : { ...finding, severity: 'info' }));
  }
  const named = new Set(causes.map(({ code }) => code));
  const besides = preflight.filter(({ code }) => !named.has(code));
  const predicted = besides.filter(({ predicts }) => predicts === verdict);
  const others = bySeverity(besides.filter((finding) => !predicted.includes(finding)));
  // "Ignored" and "only file systems" say what happened; what predicted it says why, and comes before.
  const why = verdict === 'failed' ? [...causes, ...predicted] : [...predicted, ...causes];
  return [...why, ...others];
}
