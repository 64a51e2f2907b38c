/** One step of a job, run from its source in this process: without the start of a process, and without what only a bundle shows. */

import { join } from 'node:path';
import type { Action } from '../../../src/job/action.ts';
import { readPlace } from '../../../src/job/place.ts';
import { runAction } from '../../../src/job/run-action.ts';
import { inputVariable } from '../../../src/runner/input-variable.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { playHost } from '../../unit/job/played-host.ts';
import { openStep } from './step.ts';

const ACTIONS = join(import.meta.dirname, '../../../actions');

export interface StepHere {
  readonly ok: boolean;
  /** Whatever it logged, annotations as `::error::…`. */
  readonly lines: readonly string[];
  readonly summary: string;
}

/**
 * @param inputs as under `with:` of a step
 * @param env besides the variables of the runner; those of this process are not seen
 */
export async function runHere(
  action: Action,
  inputs: Readonly<Record<string, string>>,
  { jobFolder, env = {} }: { readonly jobFolder: string; readonly env?: Readonly<Record<string, string>> },
): Promise<StepHere> {
  const step = await openStep(join(ACTIONS, action.name, 'action.yml'), inputs, { jobFolder });
  const host = playHost(jobFolder, {
    over: {
      readRaw: (name) => step.env[inputVariable(name)],
      place: () => readPlace({ ...step.env, ...env }),
      createTools: createToolRunner,
    },
  });
  const ok = await runAction(action, host);
  return { ok, lines: host.said, summary: host.summaries.join('\n') };
}
