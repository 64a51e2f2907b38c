import { summary } from '@actions/core';

/**
 * @actions/core keeps the path and the text of the first summary of a process, which for a step is all there is. Test files share a process:
 * without this, a summary would go into the folder of a test that ran before, whichever that was.
 */
export function forgetSummary(): void {
  summary.emptyBuffer();
  Object.assign(summary, { _filePath: undefined });
}
