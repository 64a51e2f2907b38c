/** Finds the updates that a template needs, downloads them verified and says in which order to install them. */

import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

await runAction('fetch-updates', async (action) => {
  const result = await main(await readInputs(action.inputs), action);
  action.output('directory', result.directory);
  action.output('packages', result.packages);
  action.output('lock-file', result.lockFile ?? '');
  action.output('changed', String(result.changed));
  action.output('build', result.build ?? '');
  action.result(result, result.findings);
  action.summary(renderSummary(result));
});
