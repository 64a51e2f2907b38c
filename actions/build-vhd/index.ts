/** Builds a Windows disk image from the installation ISO, without a Recovery partition. */

import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

await runAction('build-vhd', async (action) => {
  const result = await main(await readInputs(action.inputs), action);
  action.output('vhd', result.vhd);
  action.output('edition', result.edition);
  action.output('build', result.build);
  action.output('engine', result.engine);
  action.output('layout', result.layout);
  action.output(
    'first-boot',
    result.firstBoot.map(({ step }) => step),
  );
  action.result(result, result.findings);
  action.summary(renderSummary(result));
});
