/** The job summary of publish-template. */

import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { PublishTemplateResult } from './main.ts';

export function renderSummary(result: PublishTemplateResult): string {
  const { inventoryPath, as, verification, replaced, removed, dryRun } = result;
  const path = escapeMarkdown(inventoryPath);
  const kind = as === 'template' ? 'template' : 'VM';
  const rows = [
    ['server', result.server],
    ['managed object', result.vm],
    ['proven', verification.verdict],
    ['SHA-256 of the OVA', result.ova],
    ...replaced.map(({ vm, name }) => ['was there before', `${name} (${vm})`]),
    ...removed.map(({ vm, name }) => ['removed', `${name} (${vm})`]),
  ];
  const parts = [
    '## Publication',
    dryRun
      ? `The ${kind} **${path}** would be published; nothing was changed`
      : `✅ The ${kind} **${path}** is published`,
    markdownTable(['', ''], rows),
  ];
  if (replaced.length > 0) {
    parts.push(
      '> [!NOTE]\n> The name has a new managed object and a new UUID. Terraform recreates VMs that it cloned by UUID unless told `ignore_changes = [clone[0].template_uuid]`.',
    );
  }
  return `${parts.join('\n\n')}\n`;
}
