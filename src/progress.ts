/** Progress for a job log: a line for every tenth of the way, however often the work reports. */

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
