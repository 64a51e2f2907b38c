// Uploads an OVA to vCenter or an ESXi host as a VM or template; nothing half-made is left, whatever happens.

import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from './inputs.ts';
import { main } from './main.ts';
import { summarize } from './summary.ts';

await runAction('upload-esxi', async (action) => {
  const inputs = await readInputs(action.inputs);
  const result = await main(inputs, action);
  action.output('vm', result.vm);
  action.output('inventory-path', result.inventoryPath);
  action.output('uploaded-bytes', result.uploadedBytes);
  action.result(result);
  action.summary(summarize(result));
});
