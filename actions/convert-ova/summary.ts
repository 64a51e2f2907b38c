/** The job summary of convert-ova. */

import { basename } from 'node:path';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { Finding } from '../../src/report/report.ts';
import { formatSize } from '../../src/units.ts';
import type { ConvertOvaResult } from './main.ts';

export function summarize(result: ConvertOvaResult, findings: readonly Finding[]): string {
  const { disk } = result;
  const ratio = disk.populated === 0 ? '' : ` (${((100 * disk.size) / disk.populated).toFixed(1)} % of it)`;
  const skipped = result.freeSpace.reduce((sum, { freeBytes }) => sum + freeBytes, result.unallocated);
  const notes = findings.map(({ severity, seen, remedy }) =>
    severity === 'info' ? `- ${seen}` : `- **${severity}**: ${seen} ${remedy}`,
  );
  return [
    `### ${basename(result.ova)}`,
    '',
    '| | |',
    '| --- | --- |',
    `| size of the OVA | ${formatSize(result.size)} |`,
    `| SHA-256 of the OVA | \`${result.sha256}\` |`,
    `| virtual disk | ${formatSize(result.capacity)}, read as ${result.format} |`,
    ...(skipped > 0 ? [`| free space left out | ${formatSize(skipped)} |`] : []),
    `| data stored | ${formatSize(disk.populated)} |`,
    `| compressed | ${formatSize(disk.size)}${ratio}, level ${result.level} |`,
    `| guest id | ${result.guestId} |`,
    '',
    ...(result.layout ? ['```text', drawLayout(result.layout), '```', ''] : []),
    ...notes,
    '',
  ].join('\n');
}
