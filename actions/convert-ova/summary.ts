/** The job summary of convert-ova. */

import { basename } from 'node:path';
import { layoutMarkdown } from '../../src/disk/layout-markdown.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import { reuseRow } from '../../src/reuse/reuse-row.ts';
import { formatSize } from '../../src/units.ts';
import type { ConvertOvaResult } from './main.ts';

export function renderSummary(result: ConvertOvaResult): string {
  const { disk, findings } = result;
  const ratio = disk.populated === 0 ? '' : ` (${((100 * disk.size) / disk.populated).toFixed(1)} % of it)`;
  const skipped = result.freeSpace.reduce((sum, { freeBytes }) => sum + freeBytes, result.unallocated);
  const rows = [
    ['size of the OVA', formatSize(result.size)],
    ['SHA-256 of the OVA', result.sha256],
    ['virtual disk', `${formatSize(result.capacity)}, read as ${result.format}`],
    ...(skipped > 0 ? [['free space left out', formatSize(skipped)]] : []),
    ['data stored', formatSize(disk.populated)],
    ['compressed', `${formatSize(disk.size)}${ratio}, level ${result.level}`],
    ['guest id', result.guestId],
    ...(result.reuse === undefined ? [] : [reuseRow(result.reuse)]),
  ];
  const parts = [`### ${escapeMarkdown(basename(result.ova))}`, markdownTable(['', ''], rows)];
  if (result.layout) parts.push(layoutMarkdown(result.layout));
  if (findings.length > 0) parts.push(findingsTable(findings));
  return `${parts.join('\n\n')}\n`;
}
