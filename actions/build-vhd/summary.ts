/** The job summary of build-vhd. */

import { layoutMarkdown } from '../../src/disk/layout-markdown.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import { reuseRow } from '../../src/reuse/reuse-row.ts';
import { drawPlan } from '../../src/windows/plan/describe-plan.ts';
import type { BuildVhdResult } from './main.ts';

type Row = readonly [string, string];

export function renderSummary(result: BuildVhdResult): string {
  const { plan, layout } = result;
  const rows: readonly Row[] = [
    ...(result.vhd === undefined ? [] : [['Image', result.vhd] as const]),
    ['Edition', result.displayName],
    ['Build', layout ? `${result.build} (as applied)` : result.build],
    ['Engine', plan.engine],
    ['Boot drivers', result.bootDrivers.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none added'],
    ...readBack(result),
    ['After first boot', plan.afterFirstBoot],
    ...(result.reuse === undefined ? [] : [reuseRow(result.reuse, layout === undefined)]),
    ['Remote Desktop', result.remoteDesktop ? 'allowed' : 'as Windows has it'],
  ];
  const parts = [
    title(result),
    markdownTable(['', ''], rows),
    layout ? layoutMarkdown(layout) : `\`\`\`text\n${drawPlan(plan)}\n\`\`\``,
  ];
  const numbered = (titles: readonly string[]): string =>
    titles.map((title) => `1. ${escapeMarkdown(title)}`).join('\n');
  if (layout && plan.offline.length > 0) parts.push('### Done to the image', numbered(plan.offline));
  if (layout && plan.firstBoot.length > 0) {
    parts.push('### Staged for first boot', numbered(plan.firstBoot.map(({ title }) => title)));
  }
  if (result.findings.length > 0) parts.push('### Findings', findingsTable(result.findings));
  return `${parts.join('\n\n')}\n`;
}

function title({ layout }: BuildVhdResult): string {
  if (layout === undefined) return '## Dry run: nothing was made';
  const hasRecovery = layout.partitions.some(({ type }) => type === 'recovery');
  return `## Windows image built: ${hasRecovery ? 'with a Recovery partition, on which quiesced snapshots fail' : 'no Recovery partition'}`;
}

function readBack({ bootManager, inBoxDrivers }: BuildVhdResult): readonly Row[] {
  if (bootManager === undefined || inBoxDrivers === undefined) return [];
  const drivers = inBoxDrivers.map(
    ({ inf, version, proven }) => `${inf} ${version}${proven ? '' : ' (not read from the image)'}`,
  );
  return [
    ['Boot manager', describeBootManager(bootManager)],
    ['Drivers inside Windows', drivers.join(', ') || 'none for devices of VMware'],
  ];
}

function describeBootManager({ signer, issuer, svn }: NonNullable<BuildVhdResult['bootManager']>): string {
  if (issuer === undefined) return 'not signed';
  return `signed by ${signer ?? 'an unnamed certificate'}, certified by ${issuer}, security version ${svn ?? 'none'}`;
}
