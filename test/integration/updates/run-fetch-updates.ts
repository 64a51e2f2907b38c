/** fetch-updates as a step runs it: a process of its own, inputs by environment. */

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PreparedPackage } from '../../../src/updates/prepared-package.ts';
import type { CatalogDouble } from '../../fakes/catalog/start.ts';

const ENTRY = fileURLToPath(new URL('../../../actions/fetch-updates/index.ts', import.meta.url));

export interface Ended {
  readonly exitCode: number | null;
  readonly log: string;
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
  const all: Record<string, string> = {
    report,
    directory: join(folder, 'updates'),
    'catalog-url': catalog.url,
    'release-info-url': catalog.releaseInfoUrl,
    ...inputs,
  };
  const set = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = {
    ...process.env,
    ...Object.fromEntries(set),
    RUNNER_TEMP: folder,
    STILLFRAME_CACHE: join(folder, 'cache'),
    GITHUB_OUTPUT: '',
    GITHUB_STEP_SUMMARY: '',
    ...variables,
  };
  const child = spawn(process.execPath, [ENTRY], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const { outputs } = JSON.parse(await readFile(report, 'utf8')) as { outputs: Partial<Record<string, string>> };
  return { exitCode, log, outputs, packages: JSON.parse(outputs.packages ?? '[]') as PreparedPackage[] };
}

export const names = (ended: Ended): string[] =>
  ended.packages.map((entry) => `${entry.kb} ${entry.kind} ${entry['apply-mode']}`);
