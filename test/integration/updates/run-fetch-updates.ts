/** The built fetch-updates as a step runs it, against the double. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedPackage } from '../../../src/updates/prepared-package.ts';
import type { CatalogDouble } from '../../fakes/catalog/start.ts';
import { runBundle } from '../../fakes/runner/run-bundle.ts';

export interface Ended {
  readonly exitCode: number | null;
  readonly log: string;
  readonly summary: string;
  /** Code and message; `none` where it was green. */
  readonly error: string;
  readonly outputs: Readonly<Partial<Record<string, string>>>;
  readonly packages: readonly PreparedPackage[];
}

/** Runs the action against the double, in a folder of the test's own. @param variables of the environment beside the usual ones */
export async function runFetchUpdates(
  catalog: Pick<CatalogDouble, 'url' | 'releaseInfoUrl'>,
  folder: string,
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const report = join(folder, 'report.json');
  const all = {
    report,
    directory: join(folder, 'updates'),
    'catalog-url': catalog.url,
    'release-info-url': catalog.releaseInfoUrl,
    ...inputs,
  };
  const lines: string[] = [];
  const { exitCode, summary } = await runBundle('fetch-updates', all, {
    jobFolder: folder,
    env: { STILLFRAME_CACHE: join(folder, 'cache'), ...variables },
    onLine: (line) => lines.push(line),
  });
  const { outputs, error } = JSON.parse(await readFile(report, 'utf8')) as {
    outputs: Partial<Record<string, string>>;
    error?: { code: string; message: string };
  };
  return {
    exitCode,
    log: lines.join('\n'),
    summary,
    error: error === undefined ? 'none' : `[${error.code}] ${error.message}`,
    outputs,
    packages: JSON.parse(outputs.packages ?? '[]') as PreparedPackage[],
  };
}

export const names = (ended: Ended): string[] =>
  ended.packages.map((entry) => `${entry.kb} ${entry.kind} ${entry['apply-mode']}`);
