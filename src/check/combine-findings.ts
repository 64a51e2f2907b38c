/** Puts what the image says beside what a snapshot of the same machine proved. */

import type { QuiesceFinding } from '../report/finding-codes.ts';
import { bySeverity } from './rule.ts';
import type { Verdict } from './verdict.ts';

/**
 * The live findings come first, in their order. A cause that both name stands once; what the image predicted and the snapshot
 * disproved is only information.
 */
export function combineFindings(
  verdict: Verdict,
  live: readonly QuiesceFinding[],
  image: readonly QuiesceFinding[],
): QuiesceFinding[] {
  const said = new Set(live.map(({ code }) => code));
  const rest = image
    .filter(({ code }) => !said.has(code))
    .map((finding): QuiesceFinding => {
      const disproved = verdict === 'application' && finding.predicts !== undefined;
      return disproved ? { ...finding, severity: 'info' } : finding;
    });
  return [...live, ...bySeverity(rest)];
}
