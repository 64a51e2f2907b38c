/** The job summary: how many of them are sound, then each that is not, worst first. */

import { movedFor, readersOf } from '../../src/audit/audit-table.ts';
import type { AuditedVm, AuditOutcome } from '../../src/audit/audit-vm.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import { formatSize } from '../../src/units.ts';
import type { Result } from './main.ts';

const MARKS: Readonly<Record<AuditOutcome, string>> = {
  defective: '❌ defective',
  unreadable: '⚪ unreadable',
  gone: '➖ gone',
  sound: '✅ sound',
};

/** GitHub drops a summary over 1 MiB whole: the table of all comes first, and details are given while there is room. */
const DETAIL_BYTES = 500_000;

export function renderSummary({ server, vms, counts, leftOut, table }: Result): string {
  const { sound, defective, unreadable, gone } = counts;
  const unread = `${unreadable} could not be looked at${gone === 0 ? '' : `, ${gone} were removed meanwhile`}`;
  return `${[
    '## Templates',
    `${defective === 0 ? (unreadable === 0 ? '✅' : '⚪') : '❌'} **${defective} of ${vms.length} defective**, ${sound} sound, ${unread}`,
    'Sound means: no error in the partition table, the boot files and the settings. Only a snapshot proves more (verify-quiesce).',
    markdownTable(
      ['', 'Template', 'Likeliest cause', 'Read', 'Moved'],
      vms.map((vm) => [MARKS[vm.outcome], vm.vm, causeOf(vm), readersOf(vm), formatSize(movedFor(vm))]),
    ),
    ...details(vms),
    ...(leftOut.length === 0 ? [] : [`${leftOut.length} that are not for Windows were left out.`]),
    `Server: ${escapeMarkdown(server)}. All of it as a table: ${escapeMarkdown(table)}`,
  ].join('\n\n')}\n`;
}

/** Short, since 400 of them must fit; everything that was seen stands in the details. */
function causeOf({ findings }: AuditedVm): string {
  const [worst, ...others] = findings.filter(({ severity }) => severity !== 'info');
  if (worst === undefined) return '';
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${worst.seen.length > 160 ? `${worst.seen.slice(0, 159)}…` : worst.seen}${more}`;
}

function details(vms: readonly AuditedVm[]): string[] {
  const parts: string[] = [];
  let bytes = 0;
  const told = vms.filter(({ findings }) => findings.length > 0);
  for (const { vm, outcome, findings } of told) {
    const part = `<details><summary>${MARKS[outcome]} ${escapeMarkdown(vm)}</summary>\n\n${findingsTable(findings)}\n\n</details>`;
    bytes += Buffer.byteLength(part);
    if (bytes > DETAIL_BYTES) break;
    parts.push(part);
  }
  const left = told.length - parts.length;
  return left === 0 ? parts : [...parts, `The findings of ${left} more stand in the report.`];
}
