/** The job summary: what was done first, then the disk before and after. */

import type { DiskLayout } from '../../src/disk/layout.ts';
import { layoutMarkdown } from '../../src/disk/layout-markdown.ts';
import type { Repair } from '../../src/repair/repair-disk.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown } from '../../src/report/markdown-table.ts';
import type { RepairTemplateInputs } from './inputs.ts';

export function renderSummary({ image, output, dryRun }: RepairTemplateInputs, repair: Repair): string {
  const removed = repair.before.partitions.filter(
    ({ guid }) => !repair.after.partitions.some((now) => now.guid === guid),
  );
  const what = escapeMarkdown(output ?? image);
  const removal = dryRun ? '📝 Dry run: to be removed' : '✅ Removed';
  const headline = repair.changed
    ? `${removal} from ${what}: **${removed.length} Recovery partition(s)**`
    : `✅ Nothing to repair in ${what}`;
  const drawing = (title: string, layout: DiskLayout): string => `### ${title}\n\n${layoutMarkdown(layout)}`;
  const parts = ['## Repair', headline, drawing('Before', repair.before)];
  if (repair.changed) parts.push(drawing('After', repair.after));
  if (repair.bootStores.length > 0) {
    const stores = repair.bootStores.map((path) => `\`${path.replaceAll('/', '\\')}\``).join(', ');
    parts.push(`${removal} from ${stores}: the recovery sequence.`);
  }
  if (repair.findings.length > 0) parts.push(findingsTable(repair.findings));
  return `${parts.join('\n\n')}\n`;
}
