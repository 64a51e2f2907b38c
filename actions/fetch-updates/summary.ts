/** The job summary of fetch-updates. */

import { basename } from 'node:path';
import { formatSize } from '../../src/units.ts';
import type { FetchUpdatesResult } from './main.ts';

export function renderSummary(result: FetchUpdatesResult): string {
  const build = result.build === undefined ? '' : `, Windows build ${result.build}`;
  const rows = result.packages.map(
    (entry, index) =>
      `| ${index + 1} | ${entry.kb} | ${entry.kind} | ${basename(entry.path)} | ${formatSize(entry.size)} | ${entry['apply-mode']} | ${entry.reason} |`,
  );
  return [
    `### Updates: ${result.packages.length} packages${build}`,
    '',
    '| # | KB | kind | file | size | applied by | why here |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
