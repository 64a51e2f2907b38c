/** Obtains the Tools disc, extracts the drivers, and says what deserves attention. */

import type { Context } from '../../src/context.ts';
import { obtainPinnedFile } from '../../src/download/pinned-file.ts';
import { driverFindings } from '../../src/drivers/driver-findings.ts';
import { type ExtractResult, extractToolsDrivers } from '../../src/drivers/extract-tools-drivers.ts';
import type { Product } from '../../src/products/product.ts';
import type { Finding } from '../../src/report/report.ts';
import type { ExtractDriversInputs } from './inputs.ts';

export interface ExtractDriversResult extends ExtractResult {
  /** Absolute path. */
  readonly directory: string;
  readonly product: Product;
  /** SHA-256 of the disc. */
  readonly toolsIso: string;
  readonly findings: readonly Finding[];
}

export async function main(inputs: ExtractDriversInputs, context: Context): Promise<ExtractDriversResult> {
  const iso = await obtainPinnedFile(
    inputs.toolsIso,
    { input: 'tools-iso', cache: inputs.cache, env: inputs.env },
    context,
  );
  const result = await extractToolsDrivers({ ...inputs, iso: iso.path }, context);
  for (const { name, version, date, from } of result.drivers) {
    context.log.info(`${name} ${version} of ${date}, from ${from}`);
  }
  const findings = driverFindings(result, inputs.product, inputs.toolsIso.sha256 !== undefined);
  return { ...result, directory: inputs.directory, product: inputs.product, toolsIso: iso.sha256, findings };
}
