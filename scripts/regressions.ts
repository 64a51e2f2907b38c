/**
 * Shows that tests of known faults can fail: runs those whose name begins with the fault's number ("C.15 …") against the bundles
 * of an older commit, where each has to fail.
 *   npm run test:regressions                               against a4cddc1, where the faults were found
 *   npm run test:regressions -- vsphere quiesce/live       only test files with such a name
 *   npm run test:regressions -- --commit c5fa4c4           against another commit
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './root.ts';
import { prepareDoubles } from './test/prepare-doubles.ts';
import { readReport, runSuite, type TestOutcome } from './test/run-suite.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { commit: { type: 'string', default: 'a4cddc1' } },
});
const COMMIT = values.commit;
/** What did not run shows as little as what passes. */
const WORDS: Readonly<Record<string, string>> = { failed: 'fails  ', passed: 'PASSES ' };
const NUMBER = /(^|\s)[A-F]\.\d+ /;

const folder = join(ROOT, '.cache', `bundles-${COMMIT}`);
const DOUBLE = join(folder, '.cache', 'bin', 'fake-vsphere');
// The last thing that is made there: a folder without it is half done, or of an older form.
if (!existsSync(DOUBLE)) checkOut();
await prepareDoubles();
runSuite('integration', ['-t', NUMBER.source, ...positionals], {
  STILLFRAME_DIST: join(folder, 'dist'),
  STILLFRAME_VSPHERE: DOUBLE,
});
const tests = readReport('integration').testResults.flatMap(({ assertionResults }) => assertionResults);
const chosen = tests.filter(({ fullName }) => NUMBER.test(fullName));
const green = chosen.filter(({ status }) => status !== 'failed');
console.log(`\nAgainst the bundles of ${COMMIT}:`);
for (const test of chosen) console.log(`${WORDS[test.status] ?? 'NOT RUN'}  ${test.fullName}${reason(test)}`);
console.log(`\n${chosen.length - green.length} of ${chosen.length} fail, as they have to`);
process.exitCode = chosen.length > 0 && green.length === 0 ? 0 : 1;

/** The folders that a bundle needs, as they were, and the vSphere double of that time, built. */
function checkOut(): void {
  mkdirSync(folder, { recursive: true });
  const paths = ['dist', 'actions', 'examples', 'README.md', 'test/fakes/vsphere'];
  const archive = execFileSync('git', ['archive', COMMIT, ...paths], { cwd: ROOT, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  // Asked only by tests of the double itself: the others need the one of this tree.
  execFileSync(process.execPath, [join(folder, 'test/fakes/vsphere/build.ts')], { stdio: 'inherit' });
}

/** The first line of why it failed: to be compared with what the fault says. */
function reason({ failureMessages = [] }: TestOutcome): string {
  const line = failureMessages[0]?.split('\n')[0];
  return line === undefined ? '' : `\n          ${line}`;
}
