/**
 * Runs the tests and ends with a plain line `N passed, N failed`.
 *   node scripts/test.ts [--unit | --integration | --windows | --soak] [<room>…] [vitest arguments]
 * `--soak`: the matrices and long runs too (`.soak.` in their name), and 200000 inputs for each parser; those of Windows as well when no word says less.
 */

import { isDistStale } from './build/stamps.ts';
import { prepareDoubles } from './test/prepare-doubles.ts';
import { prepareWindows } from './test/prepare-windows.ts';
import { runSuite } from './test/run-suite.ts';
import { whatToRun } from './test/what-to-run.ts';

const { soak, runs } = whatToRun(process.argv.slice(2));
const env = soak ? { STILLFRAME_SOAK: '1', STILLFRAME_FUZZ: process.env.STILLFRAME_FUZZ ?? '200000' } : {};

let passed = 0;
let failed = 0;
let skipped = 0;
let ok = true;
const failures: string[] = [];
let stale = false;
for (const { suite, args } of runs) {
  console.log(`\n=== ${suite} tests`);
  if (suite !== 'unit') {
    stale = isDistStale();
    warnOfOldBundles();
    await (suite === 'windows' ? prepareWindows() : prepareDoubles());
  }
  const result = runSuite(suite, args, env);
  passed += result.passed;
  failed += result.failed;
  failures.push(...result.failures);
  if (suite === 'windows') skipped += result.skipped;
  if (!result.ok) ok = false;
}
warnOfOldBundles();
// A suite that broke outside of its tests (an import, a hook) fails too, though no test of it did.
if (!ok && failed === 0) failed = 1;
// Again at the end: who reads only the last lines of a log sees them too (.ci/run repeats them once more).
if (failures.length > 0) console.log(`\n${failures.map((each) => `FAILED ${each}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
// Windows tests may be skipped as a whole, on a machine that cannot run them; run-suite.ts and .ci/run see to it that nothing else is.
process.exitCode = ok && passed + skipped > 0 ? 0 : 1;

/** Tests that run bundles judge what is in dist/, not the source. */
function warnOfOldBundles(): void {
  if (stale) console.warn('dist/ is not what the source gives. Tests that run bundles run the old ones: npm run build');
}
