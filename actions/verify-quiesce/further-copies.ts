/** What further copies of a proven machine do to its verdict: one that was customized, one that was restored from the snapshot. */

import { bySeverity } from '../../src/check/rule.ts';
import type { Verdict } from '../../src/check/verdict.ts';
import type { QuiesceFinding } from '../../src/report/finding-codes.ts';

/**
 * Asked for and not reached: however good the snapshot was, the template is not. A warning is no such thing.
 * @param proofs those that were made, in the order in which equals are told
 * @returns the verdict, and the findings, errors first: the first of all is told as the cause
 */
export function judgeFurther(
  snapshot: Verdict,
  proofs: readonly ({ readonly findings: readonly QuiesceFinding[] } | undefined)[],
): { readonly verdict: Verdict; readonly findings: readonly QuiesceFinding[] } {
  const findings = bySeverity(proofs.flatMap((proof) => proof?.findings ?? []));
  return { verdict: findings.some(({ severity }) => severity === 'error') ? 'failed' : snapshot, findings };
}
