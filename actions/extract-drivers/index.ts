// Takes the drivers that bind on the product out of the VMware Tools disc, each into a folder of its own.

import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from './inputs.ts';
import { main } from './main.ts';
import { driverOutput, summarize } from './present.ts';

await runAction('extract-drivers', async (action) => {
  const inputs = await readInputs(action.inputs);
  const { result, findings } = await main(inputs, action);
  action.output('directory', inputs.directory);
  action.output('drivers', result.drivers.map(driverOutput));
  action.output('tools-version', result.toolsVersion ?? '');
  action.output('tools-setup', result.toolsSetup);
  action.result(result, findings);
  action.summary(summarize(inputs.product, result, findings));
});
