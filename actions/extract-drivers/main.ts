/** Obtains the Tools disc, extracts the drivers, and says what deserves attention. */

import type { Context } from '../../src/context.ts';
import { obtainPinnedFile } from '../../src/download/pinned-file.ts';
import { driverFindings } from '../../src/drivers/driver-findings.ts';
import { type ExtractResult, extractDrivers } from '../../src/drivers/extract-drivers.ts';
import type { Finding } from '../../src/report/report.ts';
import type { ExtractDriversInputs } from './inputs.ts';

export async function main(
  inputs: ExtractDriversInputs,
  context: Context,
): Promise<{ result: ExtractResult; findings: readonly Finding[] }> {
  const iso = await obtainPinnedFile(inputs.toolsIso, { input: 'tools-iso', cache: inputs.cache }, context);
  const result = await extractDrivers({ ...inputs, iso }, context);
  for (const { name, version, date, from } of result.drivers) {
    context.log.info(`${name} ${version} of ${date}, from ${from}`);
  }
  const findings = driverFindings(result, inputs.product, inputs.toolsIso.sha256 !== undefined);
  for (const { severity, seen, remedy } of findings) {
    if (severity === 'info') context.log.info(seen);
    else context.log.warning(`${seen} ${remedy}`);
  }
  return { result, findings };
}
