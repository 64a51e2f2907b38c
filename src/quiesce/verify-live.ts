/** The live check: starts a VM, takes a quiesced snapshot, judges it by its evidence, and leaves the VM as it was. */

import { MACHINE_RULES } from '../check/machine-rules.ts';
import { applyRules, bySeverity, forLevel } from '../check/rule.ts';
import type { Level, Verdict } from '../check/verdict.ts';
import type { Log } from '../context.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatDuration } from '../units.ts';
import { diagnose } from './diagnosis.ts';
import { judge } from './judge-snapshot.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { STATE_RULES } from './state-rules.ts';
import type { SnapshotAttempt, VerifyTarget, VmEvent, VmFacts, VmFault } from './verify-target.ts';

export interface LiveOptions {
  readonly level: Level;
  /** Milliseconds that starting with Tools, and the snapshot, may take each. */
  readonly timeout: number;
  readonly powerOn: boolean;
  readonly snapshotName: string;
  readonly snapshotDescription: string;
  /** Findings of the offline check of the same image, when there was one. */
  readonly image: readonly QuiesceFinding[] | undefined;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** As Context.onCleanup. */
  readonly onCleanup: (what: string, undo: () => Promise<void>) => () => void;
}

export interface LiveCheck {
  readonly verdict: Verdict;
  /** Likeliest cause first. */
  readonly findings: readonly QuiesceFinding[];
  readonly facts: VmFacts;
  readonly fault?: VmFault;
  readonly events: readonly VmEvent[];
  /** Milliseconds from asking for the snapshot to the answer. */
  readonly duration: number;
  readonly manifest?: Manifest & { readonly path: string; readonly content: Buffer };
}

/** @throws errors of the API; a snapshot that fails is a verdict, not an error */
export async function verifyLive(target: VerifyTarget, options: LiveOptions): Promise<LiveCheck> {
  const { log, signal } = options;
  await startVm(target, options);
  signal.throwIfAborted();
  const facts = await target.facts();
  const preflight = [...applyRules(STATE_RULES, facts), ...applyRules(MACHINE_RULES, facts.settings)];

  log.info(`Asking for a quiesced snapshot of ${facts.name}`);
  // Clocks of vCenter and of this machine differ; a margin costs a few older events, which are filtered by their text.
  const since = new Date(Date.now() - 60_000);
  const started = Date.now();
  const attempt = await target.snapshot({
    name: options.snapshotName,
    description: options.snapshotDescription,
    timeout: options.timeout,
  });
  const duration = Date.now() - started;
  const released =
    attempt.snapshot && options.onCleanup('the snapshot', () => target.removeSnapshot(attempt.snapshot.id));
  log.info(`vSphere answered after ${formatDuration(duration)}${attempt.fault ? `: ${attempt.fault.message}` : ''}`);

  const manifest = await fetchManifest(target, attempt, signal);
  const verdict = judge({
    faulted: attempt.fault !== undefined,
    quiesced: attempt.snapshot?.quiesced ?? false,
    manifestNamed: (attempt.snapshot?.backupManifest ?? '') !== '',
    manifest: manifest.content && manifest.manifest,
  });
  const events = verdict === 'application' ? [] : await target.events(since);
  const causes = diagnose({
    verdict,
    facts,
    fault: attempt.fault,
    events,
    quiesced: attempt.snapshot?.quiesced ?? false,
    manifest: manifest.manifest,
    manifestProblem: manifest.problem,
    duration,
    image: options.image,
  });
  if (attempt.snapshot) {
    await target.removeSnapshot(attempt.snapshot.id);
    released?.();
  }
  return {
    verdict,
    findings: forLevel(rank(verdict, causes, preflight), options.level),
    facts,
    ...(attempt.fault && { fault: attempt.fault }),
    events,
    duration,
    ...(manifest.content &&
      manifest.manifest && { manifest: { ...manifest.manifest, path: manifest.path, content: manifest.content } }),
  };
}

async function startVm(target: VerifyTarget, { powerOn, timeout, log, onCleanup }: LiveOptions): Promise<void> {
  const before = await target.facts();
  if (!before.poweredOn && powerOn) {
    log.info(`Starting ${before.name}`);
    // Registered first: a start that was asked for may succeed even when its answer is lost.
    onCleanup(`the running state of ${before.name}`, async () => {
      if ((await target.facts()).poweredOn) await target.powerOff();
    });
    await target.powerOn();
  } else if (!before.poweredOn) return;
  log.info(`Waiting up to ${formatDuration(timeout)} for VMware Tools`);
  const started = Date.now();
  const running = await target.waitForTools(timeout);
  log.info(
    running
      ? `VMware Tools run after ${formatDuration(Date.now() - started)}`
      : `VMware Tools did not run within ${formatDuration(timeout)}; the snapshot will show what that means`,
  );
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
  const predicted = preflight.filter(({ predicts }) => predicts === verdict);
  const others = bySeverity(preflight.filter((finding) => !predicted.includes(finding)));
  // "Ignored" and "only file systems" say what happened; what predicted it says why, and comes before.
  const why = verdict === 'failed' ? [...causes, ...predicted] : [...predicted, ...causes];
  return [...why, ...others];
}
