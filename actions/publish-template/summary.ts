/** The job summary of publish-template. */

import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { PublishTemplateResult } from './result.ts';

const KINDS: Readonly<Record<PublishTemplateResult['as'], string>> = {
  template: 'template',
  vm: 'VM',
  'library-item': 'library item',
};

export function renderSummary(result: PublishTemplateResult): string {
  const { inventoryPath, as, verification, replaced, removed, dryRun, libraryItem } = result;
  const path = escapeMarkdown(inventoryPath);
  const kind = KINDS[as];
  const rows = [
    ['server', result.server],
    libraryItem === undefined ? ['managed object', result.vm] : ['library item', libraryItem],
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
  // An item keeps its id, so that nothing changes for who deploys from it.
  if (replaced.length > 0 && as !== 'library-item') {
    parts.push(
      '> [!NOTE]\n> The name has a new managed object and a new UUID. Terraform recreates VMs that it cloned by UUID unless told `ignore_changes = [clone[0].template_uuid]`.',
    );
  }
  return `${parts.join('\n\n')}\n`;
}
