/** The job summary of bake-template. */

import { layoutMarkdown } from '../../src/disk/layout-markdown.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { BakedCandidateResult, BakedImageResult, BakeTemplateResult } from './main.ts';

export function renderSummary(result: BakeTemplateResult): string {
  const { firstBoot } = result;
  const steps = firstBoot.map(({ id, result: came, attempts, ended }) => [id, came, String(attempts), ended]);
  return `${[
    '## First boot',
    ...(result.host === 'vsphere' ? candidate(result) : image(result)),
    markdownTable(['step', 'result', 'attempts', 'ended'], steps),
  ].join('\n\n')}\n`;
}

function candidate({ inventoryPath, vm, server, seal, build, toolsVersion, imageState, before }: BakedCandidateResult) {
  const path = escapeMarkdown(inventoryPath);
  return [
    before ? `The candidate **${path}** was baked by an earlier run` : `✅ The candidate **${path}** is baked`,
    markdownTable(
      ['', ''],
      [
        ['server', server],
        ['managed object', vm],
        ['Windows', build],
        ['VMware Tools', toolsVersion],
        ['sealed', sealed(seal)],
        ['ImageState', imageState],
      ],
    ),
  ];
}

function image({ image: path, seal, build, imageState, waits, layout }: BakedImageResult): readonly string[] {
  return [
    `✅ The image **${escapeMarkdown(path)}** is baked on Hyper-V`,
    markdownTable(
      ['', ''],
      [
        ['Windows', build],
        ['sealed', sealed(seal)],
        ['ImageState', imageState],
        ['left for vSphere', waits.join(', ') || 'nothing'],
      ],
    ),
    layoutMarkdown(layout),
  ];
}

function sealed(seal: BakeTemplateResult['seal']): string {
  return seal === 'generalize' ? 'generalized, for plain clones' : 'no, for clones with a customization';
}
