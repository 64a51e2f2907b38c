/** The job summary of fetch-updates. */

import { basename } from 'node:path';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import { formatSize } from '../../src/units.ts';
import { describeStand } from '../../src/updates/release-stand.ts';
import type { FetchUpdatesResult } from './main.ts';

const MAX_LEFT_OUT = 15;

export function renderSummary(result: FetchUpdatesResult): string {
  const build = result.build === undefined ? '' : `, Windows build ${result.build}`;
  const rows = result.packages.map((entry, index) => [
    String(index + 1),
    entry.kb,
    entry.kind,
    basename(entry.path),
    formatSize(entry.size),
    entry['apply-mode'],
    entry.reason,
  ]);
  const parts = [
    `### Updates: ${result.packages.length} packages${build}`,
    markdownTable(['#', 'KB', 'kind', 'file', 'size', 'applied by', 'why here'], rows),
    ...(result.stand ? [escapeMarkdown(describeStand(result.stand))] : []),
    ...lockPart(result),
  ];
  if (result.findings.length > 0) parts.push(findingsTable(result.findings));
  parts.push(...leftOutPart(result));
  return `${parts.join('\n\n')}\n`;
}

function lockPart({ lockChanges }: FetchUpdatesResult): string[] {
  if (lockChanges.length === 0) return [];
  const lines = lockChanges.map(
    ({ change, kb, name, detail }) => `- ${change} ${kb} ${escapeMarkdown(name)}: ${escapeMarkdown(detail)}`,
  );
  return ['#### Changes of the lock', lines.join('\n')];
}

/** The nearest few; the report has them all. */
function leftOutPart({ considered }: FetchUpdatesResult): string[] {
  const left = considered.filter((entry) => !entry.chosen && !entry.reason.startsWith('older than'));
  if (left.length === 0) return [];
  const rows = left.slice(0, MAX_LEFT_OUT).map(({ kb, date, title, reason }) => [kb, date, title, reason]);
  if (left.length > MAX_LEFT_OUT) rows.push(['', '', `and ${left.length - MAX_LEFT_OUT} more`, 'see the report']);
  const table = markdownTable(['KB', 'date', 'title', 'why'], rows);
  return [`<details><summary>Considered and left out</summary>\n\n${table}\n\n</details>`];
}
