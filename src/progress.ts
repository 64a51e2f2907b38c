/** Progress of long work: one moving line where the log can show it, else a line for every tenth of the way. */

import type { Log } from './context.ts';

/**
 * @param what the words behind the percentage, such as `of the disk packed`; may be empty
 * @returns takes the share that is done, 0 to 1, however often
 */
export function showProgress(log: Pick<Log, 'info' | 'progress'>, what: string): (share: number) => void {
  if (log.progress) return log.progress.bind(log, what);
  return tellTenths((percent) => log.info(`${percent} % ${what}`.trimEnd()));
}

/**
 * @param tell called with 10, 20 … 100 when that much is done; what several steps passed at once is told once
 * @returns takes the share that is done, 0 to 1
 */
export function tellTenths(tell: (percent: number) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    const tenth = Math.min(10, Math.floor(share * 10));
    if (tenth <= told) return;
    told = tenth;
    tell(tenth * 10);
  };
}
