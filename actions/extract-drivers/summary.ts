/** The job summary of extract-drivers. */

import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { ExtractDriversResult } from './main.ts';

export function renderSummary({ product, drivers, inBoxOnly, toolsVersion, findings }: ExtractDriversResult): string {
  const rows = drivers.map(({ name, version, date, class: deviceClass, decoration, inBox, signer }) => [
    name,
    version,
    date,
    deviceClass ?? '',
    decoration,
    inBox?.version ?? 'none',
    signer?.name ?? 'not read',
  ]);
  const left = inBoxOnly.map(({ name, inBox }) => [
    name,
    'not extracted',
    '',
    '',
    '',
    `${inBox.version} (${inBox.inf})`,
    '',
  ]);
  const head = ['driver', 'version', 'date', 'class', 'binds through', 'in Windows itself', 'signed by'];
  const from = toolsVersion === undefined ? '(version not stated)' : escapeMarkdown(toolsVersion);
  const parts = [`### Drivers for ${product} from VMware Tools ${from}`, markdownTable(head, [...rows, ...left])];
  if (findings.length > 0) parts.push(findingsTable(findings));
  return `${parts.join('\n\n')}\n`;
}
