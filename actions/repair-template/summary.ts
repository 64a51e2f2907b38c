/** The job summary: what was done first, then the disk before and after. */

import type { DiskLayout } from '../../src/disk/layout.ts';
import { layoutMarkdown } from '../../src/disk/layout-markdown.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { RepairTemplateInputs } from './inputs.ts';
import type { Result } from './main.ts';
import type { RepairedVm } from './repair-vm.ts';

export function renderSummary({ offline, live }: RepairTemplateInputs, repair: Result): string {
  const removed = repair.before.partitions.filter(
    ({ guid }) => !repair.after.partitions.some((now) => now.guid === guid),
  );
  const what = escapeMarkdown(offline ? (offline.output ?? offline.image) : (repair.live?.inventoryPath ?? live.vm));
  const removal = (offline ?? live).dryRun ? '📝 Dry run: to be removed' : '✅ Removed';
  const headline = repair.changed
    ? `${removal} from ${what}: **${removed.length} Recovery partition(s)**`
    : `✅ Nothing to repair in ${what}`;
  const drawing = (title: string, layout: DiskLayout): string => `### ${title}\n\n${layoutMarkdown(layout)}`;
  const parts = ['## Repair', headline];
  if (repair.live) parts.push(...liveParts(repair.live, repair.changed && !live?.dryRun));
  parts.push(drawing('Before', repair.before));
  if (repair.changed) parts.push(drawing('After', repair.after));
  if (repair.bootStores && repair.bootStores.length > 0) {
    const stores = repair.bootStores.map((path) => `\`${path.replaceAll('/', '\\')}\``).join(', ');
    parts.push(`${removal} from ${stores}: the recovery sequence.`);
  }
  if (repair.findings.length > 0) parts.push(findingsTable(repair.findings));
  return `${parts.join('\n\n')}\n`;
}

function liveParts({ server, vm, template, copy, provenBy }: RepairedVm, done: boolean): string[] {
  const rows = [
    ['server', server],
    ['managed object', vm],
    ['it is', template ? 'a template' : 'a VM that is off'],
    ['safety copy', copy ?? 'none'],
    ['disk read', provenBy === 'outside' ? 'from outside, while it was off' : 'by its own Windows alone'],
  ];
  const next = 'Next: verify-quiesce with this `vm` proves that its snapshots quiesce; then the safety copy can go.';
  return [markdownTable(['', ''], rows), ...(done ? [next] : [])];
}
