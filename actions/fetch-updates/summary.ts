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
    ...lockLines(result),
    ...result.findings.map((finding) => `- **${finding.severity}** ${finding.seen} ${finding.remedy}`),
    ...leftOutLines(result),
    '',
  ].join('\n');
}

function lockLines(result: FetchUpdatesResult): string[] {
  if (result.lockChanges.length === 0) return [];
  const lines = result.lockChanges.map(
    (change) => `- ${change.change} ${change.kb} \`${change.name}\`: ${change.detail}`,
  );
  return ['#### Changes of the lock', '', ...lines, ''];
}

/** The nearest few; the report has them all. */
function leftOutLines(result: FetchUpdatesResult): string[] {
  const left = result.considered.filter((entry) => !entry.chosen && !entry.reason.startsWith('older than'));
  if (left.length === 0) return [];
  const lines = left
    .slice(0, MAX_LEFT_OUT)
    .map((entry) => `| ${entry.kb} | ${entry.date} | ${entry.title} | ${entry.reason} |`);
  const rest = left.length > MAX_LEFT_OUT ? [`| | | and ${left.length - MAX_LEFT_OUT} more | see the report |`] : [];
  return [
    '',
    '<details><summary>Considered and left out</summary>',
    '',
    '| KB | date | title | why |',
    '| --- | --- | --- | --- |',
    ...lines,
    ...rest,
    '',
    '</details>',
  ];
}

const MAX_LEFT_OUT = 15;
