/** Keeps a job summary below the size at which GitHub drops it whole. */

/** GitHub refuses a step's summary over 1 MiB. */
const MAX_BYTES = 900 * 1024;
const NOTE = '\n\n*The rest is left out, since GitHub drops larger summaries; the report has everything.*\n';

/** @returns `markdown`, cut at the end of a line where it is too long; a fence or a fold that was cut is closed */
export function boundSummary(markdown: string, maxBytes = MAX_BYTES): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= maxBytes) return markdown;
  const kept = bytes.subarray(0, maxBytes - NOTE.length - 64).toString('utf8');
  const whole = kept.slice(0, kept.lastIndexOf('\n') + 1);
  const count = (pattern: RegExp): number => whole.split(pattern).length - 1;
  const fence = count(/^```/m) % 2 === 1 ? '```\n' : '';
  const folds = Math.max(0, count(/<details>/) - count(/<\/details>/));
  return `${whole}${fence}${'\n</details>\n'.repeat(folds)}${NOTE}`;
}
