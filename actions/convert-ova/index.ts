// Packs a disk image as an OVA: streamOptimized VMDK, OVF, manifest and, if wanted, a signature.

import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from './inputs.ts';
import { main } from './main.ts';
import { summarize } from './summary.ts';

await runAction('convert-ova', async (action) => {
  const inputs = await readInputs(action.inputs);
  const { result, findings } = await main(inputs, action);
  action.output('ova', result.ova);
  action.output('sha256', result.sha256);
  action.output('size', result.size);
  action.output('capacity', result.capacity);
  action.result(result, findings);
  action.summary(summarize(result, findings));
});
