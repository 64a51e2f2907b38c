/** Heals a template whose quiesced snapshots fail: removes the Recovery partition, offline. */

import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

await runAction('repair-template', async (action) => {
  const inputs = await readInputs(action.inputs);
  const repair = await main(inputs, action);
  action.output('changed', repair.changed);
  action.output('layout-before', repair.before);
  action.output('layout-after', repair.after);
  action.result(repair, repair.findings);
  action.summary(renderSummary(inputs, repair));
});
