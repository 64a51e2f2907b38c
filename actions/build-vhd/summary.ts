/** The job summary of build-vhd. */

import { drawLayout } from '../../src/disk/draw-layout.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { BuildVhdResult } from './main.ts';

export function renderSummary(result: BuildVhdResult): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Image', result.vhd],
    ['Edition', result.displayName],
    ['Build', `${result.build} (as applied)`],
    ['Engine', result.engine],
    ['Boot drivers', result.bootDrivers.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none added'],
    ['Boot manager', describeBootManager(result.bootManager)],
    [
      'Drivers inside Windows',
      result.inBoxDrivers
        .map(({ inf, version, proven }) => `${inf} ${version}${proven ? '' : ' (not read from the image)'}`)
        .join(', ') || 'none for devices of VMware',
    ],
    ['Remote Desktop', result.remoteDesktop ? 'allowed' : 'as Windows has it'],
  ];
  const parts = [
    '## Windows image built: no Recovery partition',
    markdownTable(['', ''], rows),
    `\`\`\`text\n${drawLayout(result.layout)}\n\`\`\``,
  ];
  const staged = result.firstBoot.map(({ title }) => `1. ${escapeMarkdown(title)}`);
  if (staged.length > 0) parts.push('### Staged for first boot', staged.join('\n'));
  if (result.findings.length > 0) parts.push('### Findings', findingsTable(result.findings));
  return `${parts.join('\n\n')}\n`;
}

function describeBootManager({ signer, issuer, svn }: BuildVhdResult['bootManager']): string {
  if (issuer === undefined) return 'not signed';
  return `signed by ${signer ?? 'an unnamed certificate'}, certified by ${issuer}, security version ${svn ?? 'none'}`;
}
