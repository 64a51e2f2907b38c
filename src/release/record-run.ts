/** The part of a record that two runs may differ in. */

import type { ReadReport, WholeReports } from './read-reports.ts';
import {
  HISTORY_LENGTH,
  type PastRelease,
  type ReleaseRecord,
  type ReleaseRun,
  type ReleaseStep,
} from './release-record.ts';

/** What the place it runs in says. */
export type RunFacts = Pick<ReleaseRun, 'at' | 'id' | 'attempt' | 'repository' | 'commit' | 'runner'> & {
  /** The record of the release before. */
  readonly previous?: ReleaseRecord;
};

/** In the order of the flow, which is not that in which the reports were given. */
const FLOW = [
  'fetch-updates',
  'extract-drivers',
  'build-vhd',
  'bake-image',
  'convert-ova',
  'upload-esxi',
  'bake-template',
  'verify-quiesce',
  'publish-template',
] as const;

export function recordRun(reports: WholeReports, { previous, ...facts }: RunFacts): ReleaseRun {
  const steps = FLOW.flatMap((part): ReadReport[] => {
    const report = reports[part];
    return report ? [report] : [];
  });
  const { 'verify-quiesce': proof } = reports;
  const { durationMs: snapshotMs, proved } = proof?.result.snapshot ?? {};
  return {
    ...facts,
    steps: steps.map((step) => releaseStep(step)),
    findings: steps.flatMap(({ action, findings }) => findings.map((finding) => ({ action, ...finding }))),
    evidence: proof?.result.manifestSha256 ? [{ name: 'vss-manifest.zip', sha256: proof.result.manifestSha256 }] : [],
    ...placeOf(reports),
    ...(snapshotMs !== undefined && { snapshotMs }),
    ...(proved && { provedAt: proved.at }),
    history: previous ? historyAfter(previous, reports['convert-ova'].result.sha256) : [],
  };
}

/** Where people find it; of an item of a library there is no VM, as the candidate it was made from is gone. */
function placeOf({
  'upload-esxi': upload,
  'publish-template': publication,
}: WholeReports): Pick<ReleaseRun, 'server' | 'vm' | 'libraryItem' | 'inventoryPath'> {
  const at = publication?.result ?? upload?.result;
  if (!at) return {};
  const { as, server, vm, libraryItem, inventoryPath } = at;
  if (as === 'library-item') return { server, ...(libraryItem !== undefined && { libraryItem }), inventoryPath };
  return { server, ...(vm !== undefined && { vm }), inventoryPath };
}

function releaseStep({ part, action, ok, durationMs, sha256, result }: ReadReport): ReleaseStep {
  const doneBy = 'reuse' in result ? result.reuse?.from : undefined;
  return {
    action,
    ...(part === 'bake-image' && { on: 'hyper-v' as const }),
    ok,
    durationMs,
    report: sha256,
    ...(doneBy && { doneBy }),
  };
}

/** A release that was recorded twice is one release. */
function historyAfter(previous: ReleaseRecord, ova: string): readonly PastRelease[] {
  const { history } = previous.run;
  if (previous.ova.sha256 === ova) return history;
  return [pastRelease(previous), ...history].slice(0, HISTORY_LENGTH);
}

/** A record as the history of later ones keeps it. */
export function pastRelease({ ova, windows, proof, run }: ReleaseRecord): PastRelease {
  return {
    at: run.at,
    ova: ova.sha256,
    size: ova.size,
    build: windows.build,
    ...(proof && { verdict: proof.verdict }),
    steps: run.steps.map(({ action, on, durationMs }) => ({ action, ...(on && { on }), durationMs })),
  };
}
