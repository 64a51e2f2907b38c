/** Where Microsoft tells what an update brings and what is known to be wrong with it. */

/** @returns undefined for what is no number of an article */
export function kbPage(kb: string): string | undefined {
  const digits = /^KB(\d{6,8})$/.exec(kb)?.[1];
  return digits && `https://support.microsoft.com/help/${digits}`;
}
