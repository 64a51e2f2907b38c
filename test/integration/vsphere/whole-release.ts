/** A whole release by the library, in this process and outside of any test framework: uploaded, baked, proven and published. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bakeTemplate } from '../../../actions/bake-template/action.ts';
import { publishTemplate } from '../../../actions/publish-template/action.ts';
import { uploadEsxi } from '../../../actions/upload-esxi/action.ts';
import { verifyQuiesce } from '../../../actions/verify-quiesce/action.ts';
import type { Action } from '../../../src/job/action.ts';
import { runHere } from '../../fakes/runner/run-here.ts';

export interface Release {
  /** Inputs by which one logs in. */
  readonly login: Readonly<Record<string, string>>;
  /** Of a disk with a first boot that ends by itself. */
  readonly ova: string;
  readonly name: string;
  /** Id of the workflow run. */
  readonly run: string;
}

/**
 * @param folder that has nothing of it afterwards
 * @throws Error with all that a step said, when it failed or left something on the runner
 */
export async function releaseWhole(folder: string, { login, ova, name, run }: Release): Promise<void> {
  const jobFolder = await mkdtemp(join(folder, 'release-'));
  const perform = async (action: Action, inputs: Readonly<Record<string, string>>): Promise<Report> => {
    const report = join(jobFolder, `${action.name}.json`);
    const given = { ...login, ...inputs, report };
    const { ok, lines } = await runHere(action, given, { jobFolder, env: { GITHUB_RUN_ID: run } });
    if (!ok) throw new Error(`${action.name} of ${name}, run ${run}:\n${lines.join('\n')}`);
    return { path: report, ...(JSON.parse(await readFile(report, 'utf8')) as Omit<Report, 'path'>) };
  };
  const upload = await perform(uploadEsxi, { ova, name, 'network-map': 'VM Network' });
  const { vm } = upload.outputs;
  await perform(bakeTemplate, { vm, timeout: '5 min' });
  const proof = await perform(verifyQuiesce, { vm, timeout: '60 s' });
  await perform(publishTemplate, { vm, verification: proof.path, keep: '1' });
  const left = await readdir(join(jobFolder, 'temp'));
  if (left.some((entry) => entry !== 'stillframe')) throw new Error(`run ${run} left ${left.join(', ')}`);
  const held = await readdir(join(jobFolder, 'tool-cache', 'stillframe-held')).catch(() => []);
  if (held.length > 0) throw new Error(`run ${run} left the records ${held.join(', ')}`);
  await rm(jobFolder, { recursive: true });
}

interface Report {
  readonly path: string;
  readonly outputs: { readonly vm: string };
}
