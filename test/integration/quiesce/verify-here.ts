/** verify-quiesce run from its source in the test's process: what every bundle does, other rows show, and to start one takes longest. */

import { runAs } from '../vsphere/privileged-runs.ts';
import type { LiveVsphere, Run } from './live-run.ts';

let runs = 0;

/** As `verify`, each in a workflow run of its own; what it masks is in its log as `::mask::…`. */
export async function verifyHere(vsphere: LiveVsphere, inputs: Readonly<Record<string, string>>): Promise<Run> {
  runs += 1;
  const { ok, printed, summary, ...report } = await runAs(
    vsphere,
    'verify-quiesce',
    { timeout: '10 s', ...inputs },
    `${runs}`,
  );
  return { exitCode: ok ? 0 : 1, log: printed, summary, report: report as Run['report'] };
}
