/** The job summary of build-vhd. */

import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { BuildVhdResult } from './main.ts';

export function renderSummary(result: BuildVhdResult): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Image', `\`${result.vhd}\``],
    ['Edition', result.displayName],
    ['Build', `${result.build} (as applied)`],
    ['Engine', result.engine],
    ['Boot drivers', result.bootDrivers.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none added'],
    ['Remote Desktop', result.remoteDesktop ? 'allowed' : 'as Windows has it'],
  ];
  const staged = result.firstBoot.map(({ title }) => `1. ${escapeCell(title)}\n`).join('');
  const findings = result.findings
    .map(({ severity, seen, remedy }) => `- **${severity}**: ${seen} ${remedy}\n`)
    .join('');
  return [
    '## Windows image built: no Recovery partition\n\n',
    '| | |\n| --- | --- |\n',
    ...rows.map(([name, value]) => `| ${name} | ${escapeCell(value)} |\n`),
    `\n\`\`\`text\n${drawLayout(result.layout)}\n\`\`\`\n`,
    staged === '' ? '' : `\n### Staged for first boot\n\n${staged}`,
    findings === '' ? '' : `\n### Findings\n\n${findings}`,
  ].join('');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
