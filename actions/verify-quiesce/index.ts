/** Proves a VM by a quiesced snapshot, or finds in an image what makes one fail; says what to do about it. */

import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from './inputs.ts';
import { assertProven, main } from './main.ts';
import { renderSummary } from './summary.ts';

await runAction('verify-quiesce', async (action) => {
  const inputs = await readInputs(action.inputs);
  const result = await main(inputs, action);
  action.output('verdict', result.verdict);
  action.output('findings', result.findings);
  action.output('manifest', result.manifest);
  action.result(result, result.findings);
  action.summary(renderSummary(result));
  assertProven(result, inputs.level);
});
