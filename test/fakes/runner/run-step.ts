/** One step of a job, run by its bundle in a folder of its own: what it printed, gave and reported. */

import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BundleResult, runBundle } from './run-bundle.ts';

export interface Step extends BundleResult {
  /** All that it printed. */
  readonly printed: string;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly location?: { readonly file: string; readonly line: number; readonly column: number };
  };
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly seen: string }[];
}

/** @param folder that keeps the step's own folder */
export async function runStep(
  folder: string,
  action: string,
  inputs: Readonly<Record<string, string>>,
  options: Partial<Parameters<typeof runBundle>[2]> = {},
): Promise<Step> {
  const lines: string[] = [];
  const jobFolder = await mkdtemp(join(folder, 'job-'));
  const onLine = (line: string): void => {
    lines.push(line);
    options.onLine?.(line);
  };
  const result = await runBundle(action, inputs, { jobFolder, ...options, onLine });
  const usual = join(options.jobFolder ?? jobFolder, 'temp', 'stillframe', `${action}.json`);
  const report = await readFile(result.outputs.report || usual, 'utf8').catch(() => '{}');
  return { ...result, printed: lines.join('\n'), findings: [], ...(JSON.parse(report) as Partial<Step>) };
}
