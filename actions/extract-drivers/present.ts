/** How the drivers appear in the output and in the job summary. */

import type { ExtractedDriver } from '../../src/drivers/stage-drivers.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import type { ExtractDriversResult } from './main.ts';

/** One element of the output `drivers`. */
export function driverOutput(driver: ExtractedDriver): Record<string, unknown> {
  return {
    name: driver.name,
    inf: driver.inf,
    class: driver.class,
    'class-guid': driver.classGuid,
    provider: driver.provider,
    'hardware-ids': driver.hardwareIds,
    version: driver.version,
    date: driver.date,
    architecture: driver.architecture,
    services: driver.services.map(({ name, startType }) => ({ name, 'start-type': startType })),
    signer: driver.signer?.name,
    'in-box': driver.inBox && { ...driver.inBox, newer: driver.newerThanInBox, proven: false },
  };
}

export function summarize({ product, drivers, inBoxOnly, toolsVersion, findings }: ExtractDriversResult): string {
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
