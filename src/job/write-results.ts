/** Hands over what a step came to: its report and its outputs, without which the steps after it would go on with nothing. */

import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Report } from '../report/report.ts';
import { type ExplainedError, explainError } from './explain-error.ts';
import type { Host } from './host.ts';

/**
 * Each by itself, so that the failure of one does not cost the others. Where the step has failed already, what is lost is a warning.
 * @returns the error of a step that had not failed, and whose results are lost in whole or in part
 */
export async function writeResults(
  host: Host,
  report: Report,
  outputs: Readonly<Record<string, string>> & { readonly report: string },
): Promise<ExplainedError | undefined> {
  const lost: string[] = [];
  const attempt = async (what: string, write: () => unknown): Promise<void> => {
    try {
      await write();
    } catch (error) {
      lost.push(`${what}: ${explainError(error).message}`);
    }
  };
  const path = outputs.report;
  await attempt('the report', () => writeReport(report, path));
  for (const [name, value] of Object.entries(outputs)) {
    await attempt(`the output ${name}`, () => host.setOutput(name, value));
  }
  if (lost.length === 0) return undefined;
  if (!report.ok) {
    for (const one of lost) host.log.annotate('warning', `Could not write ${one}`);
    return undefined;
  }
  const failure = explainError(resultsLost(lost));
  host.log.annotate('error', failure.text);
  const error = { code: failure.code, message: failure.message, ...(failure.hint && { hint: failure.hint }) };
  // Nobody may take it for the report of a step that went well.
  await writeReport({ ...report, ok: false, error }, path).catch(() => undefined);
  return failure;
}

async function writeReport(report: Report, path: string): Promise<void> {
  await makeFolder(dirname(path));
  await replaceFile(path, `${JSON.stringify(report, null, 2)}\n`);
}

function resultsLost(lost: readonly string[]): UserError {
  return new UserError(
    'results-lost',
    `The work is done, but what it came to could not be written: ${lost.join('; ')}`,
    'Later steps would go on without it. See that the volumes of RUNNER_TEMP and of the report have space and can be written, then run the job again.',
  );
}
