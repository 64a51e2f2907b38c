/**
 * Runs the main job on sample media, the bundles of dist/ one after the other as a runner would.
 *   npm run demo                   ISO -> template whose quiesced snapshot is proven
 *   npm run demo -- --defective    a hand-made layout fails, is repaired, and passes
 */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runDefectiveFlow } from './demo/defective-flow.ts';
import { startDoubles } from './demo/doubles.ts';
import { DemoJob, StepFailed } from './demo/job.ts';
import { bold, green, heading, red } from './demo/print.ts';
import { runReleaseFlow } from './demo/release-flow.ts';
import { printResult } from './demo/result.ts';
import { ROOT } from './root.ts';

const output = join(ROOT, 'demo-output');

const unknown = process.argv.slice(2).filter((argument) => argument !== '--defective');
if (unknown.length > 0) {
  console.error(`unknown option ${unknown.join(' ')}; known: --defective`);
  process.exit(2);
}
const defective = process.argv.includes('--defective');

heading(defective ? 'A template made by hand: why its backups fail, and the cure' : 'From ISO to a verified template');
await rm(output, { recursive: true, force: true });
const doubles = await startDoubles();
const job = new DemoJob(output);
try {
  const result = await (defective ? runDefectiveFlow : runReleaseFlow)(job, doubles, output);
  await printResult(job, result);
  console.log(`\n${green(bold('The demo succeeded.'))} Everything it made is in demo-output/.`);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`\n${red(bold('The demo failed:'))} ${error.message}. The step's own log above says why.`);
  process.exitCode = 1;
} finally {
  await doubles.close();
}
