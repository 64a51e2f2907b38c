/** The row of a summary that says whether the work was done. */

import type { ReuseFacts } from './stage-cache.ts';

/** @param dryRun nothing was done in any case */
export function reuseRow({ reused, why }: ReuseFacts, dryRun = false): readonly [string, string] {
  const done = reused ? 'stage skipped' : 'made anew';
  const would = reused ? 'would be skipped' : 'would be made anew';
  return ['Reuse', `${dryRun ? would : done}: ${why}`];
}
