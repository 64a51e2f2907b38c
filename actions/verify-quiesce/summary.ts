/** The job summary: the verdict first, then what was found, then the disk. */

import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { Verdict } from '../../src/quiesce/verdict.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown } from '../../src/report/markdown-table.ts';
import type { Result } from './main.ts';

const HEADLINES: Readonly<Record<Verdict, string>> = {
  application: '✅ **application**: VSS writers took part in the snapshot',
  filesystem: '🟡 **filesystem**: the file systems were frozen, no VSS writer took part',
  ignored: '❌ **ignored**: the quiesce request was silently not carried out',
  failed: '❌ **failed**',
  unproven: '⚪ **unproven**: no error found in the image; only a snapshot proves more',
};

export function renderSummary({ verdict, findings, image }: Result): string {
  const parts = ['## Quiescing', HEADLINES[verdict], findingsTable(findings)];
  if (image) {
    parts.push(
      `### ${escapeMarkdown(image.path)} (${image.format})`,
      `\`\`\`text\n${drawLayout(image.layout)}\n\`\`\``,
    );
  }
  return `${parts.join('\n\n')}\n`;
}
