/**
 * npm run bench -- audit [--templates N]: audit-templates on 200 templates of the double, 4 at a time: the bytes that the double sent of
 * each, as it counts them itself, and the peak memory of the whole action.
 */

import { formatSize } from '../src/units.ts';
import { auditOnce } from './lib/audit-once.ts';
import { bar } from './lib/bar.ts';

const BYTES_BAR = 4 * 2 ** 20;
const MEMORY_BAR = 200e6;

export async function run(args: readonly string[]): Promise<boolean> {
  const count = Number(args[args.indexOf('--templates') + 1] ?? 200) || 200;
  const { seconds, peakMemory, sent } = await auditOnce(count);
  const requests = sent.reduce((sum, one) => sum + one.requests, 0);
  const most = Math.max(...sent.map(({ bytes }) => bytes));
  console.log(
    `\n${count} templates, 4 at a time: ${seconds.toFixed(1)} s, ${(requests / count).toFixed(0)} requests each`,
  );
  return [
    bar(`audit of ${count} templates: every one was read (${sent.length})`, sent.length === count),
    bar(`audit: at most ${formatSize(BYTES_BAR)} read of each (${formatSize(most)})`, most <= BYTES_BAR),
    bar(`audit: memory below ${formatSize(MEMORY_BAR)} (${formatSize(peakMemory)})`, peakMemory < MEMORY_BAR),
  ].every(Boolean);
}
