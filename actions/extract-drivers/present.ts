/** How the drivers appear in the output and in the job summary. */

import type { ExtractResult } from '../../src/drivers/extract-drivers.ts';
import type { ExtractedDriver } from '../../src/drivers/stage-drivers.ts';
import type { Product } from '../../src/products/product.ts';
import type { Finding } from '../../src/report/report.ts';

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
    'in-box': driver.inBox && { ...driver.inBox, newer: driver.newerThanInBox },
  };
}

export function summarize(product: Product, result: ExtractResult, findings: readonly Finding[]): string {
  const rows = result.drivers.map(
    ({ name, version, date, class: deviceClass, decoration, inBox, signer }) =>
      `| ${name} | ${version} | ${date} | ${deviceClass ?? ''} | ${decoration} | ${inBox?.version ?? 'none'} | ${signer?.name ?? 'not read'} |`,
  );
  const inBoxOnly = result.inBoxOnly.map(
    ({ name, inBox }) => `| ${name} | not extracted | | | | ${inBox.version} (${inBox.inf}) | |`,
  );
  const notes = findings.map(({ severity, seen }) => `- ${severity === 'info' ? '' : `**${severity}** `}${seen}`);
  return [
    `### Drivers for ${product} from VMware Tools ${result.toolsVersion ?? '(version not stated)'}`,
    '',
    '| driver | version | date | class | binds through | in Windows itself | signed by |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    ...inBoxOnly,
    '',
    ...notes,
    '',
  ].join('\n');
}
