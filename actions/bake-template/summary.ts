/** The job summary of bake-template. */

import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { BakeTemplateResult } from './main.ts';

export function renderSummary(result: BakeTemplateResult): string {
  const { inventoryPath, vm, server, seal, build, toolsVersion, imageState, firstBoot, before } = result;
  const path = escapeMarkdown(inventoryPath);
  const rows = [
    ['server', server],
    ['managed object', vm],
    ['Windows', build],
    ['VMware Tools', toolsVersion],
    ['sealed', seal === 'generalize' ? 'generalized, for plain clones' : 'no, for clones with a customization'],
    ['ImageState', imageState],
  ];
  const steps = firstBoot.map(({ id, result: came, attempts, ended }) => [id, came, String(attempts), ended]);
  return `${[
    '## First boot',
    before ? `The candidate **${path}** was baked by an earlier run` : `✅ The candidate **${path}** is baked`,
    markdownTable(['', ''], rows),
    markdownTable(['step', 'result', 'attempts', 'ended'], steps),
  ].join('\n\n')}\n`;
}
