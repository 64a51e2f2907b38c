/** Runs an action as a runner does: the shipped bundle, on the Node of this process, its inputs in the environment. */

import { join } from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { type Measurement, measure } from './measure.ts';

/** @param temp stands for the runner's temporary folder. @throws Error when the action fails */
export function measureAction(
  action: string,
  inputs: Readonly<Record<string, string>>,
  temp: string,
): Promise<Measurement> {
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return measure(process.execPath, [join(ROOT, 'dist', action, 'index.js')], {
    ...env,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: '',
    GITHUB_STEP_SUMMARY: '',
  });
}
