/**
 * Shows that tests of known faults can fail: runs those whose name begins with the fault's number ("C.15 …") against the bundles
 * of an older commit, where each has to fail for the reason that scripts/regressions names.
 *   npm run test:regressions                               against a4cddc1, where the faults were found
 *   npm run test:regressions -- vsphere quiesce/live       only test files with such a name
 *   npm run test:regressions -- --commit c5fa4c4           against another commit: reasons are told, not judged
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Judged, judge, NUMBER, unproven } from './regressions/judge.ts';
import { LINES } from './regressions/reason.ts';
import { REASONS } from './regressions/reasons.ts';
import { taggedFiles } from './regressions/tagged-files.ts';
import { ROOT } from './root.ts';
import { prepareDoubles } from './test/prepare-doubles.ts';
import { readReport, runSuite } from './test/run-suite.ts';

const FOUND_IN = 'a4cddc1';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { commit: { type: 'string', default: FOUND_IN } },
});
const COMMIT = values.commit;
const files = [...taggedFiles().keys()].filter(
  (file) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
);

const folder = join(ROOT, '.cache', `bundles-${COMMIT}`);
const DOUBLE = join(folder, '.cache', 'bin', 'fake-vsphere');
// The last thing that is made there: a folder without it is half done, or of an older form.
if (!existsSync(DOUBLE)) checkOut();
await prepareDoubles();
// What hangs there shows nothing: no reason is a time-out, and none takes a tenth of this.
runSuite('integration', ['-t', NUMBER.source, '--testTimeout=120000', ...files], {
  STILLFRAME_DIST: join(folder, 'dist'),
  STILLFRAME_VSPHERE: DOUBLE,
  STILLFRAME_SOAK: '1',
});
const tests = readReport('integration').testResults.flatMap(({ assertionResults }) => assertionResults);
const anyReason = [...'ABCDEF'].map((part) => ({ test: `${part}.`, says: /^/, did: 'fails' }));
const judged = judge(tests, COMMIT === FOUND_IN ? REASONS : anyReason);
const whole = positionals.length === 0 && COMMIT === FOUND_IN;
report(judged, whole ? unproven(judged, LINES, REASONS) : []);

/** The folders that a bundle needs, as they were, and the vSphere double of that time, built. */
function checkOut(): void {
  mkdirSync(folder, { recursive: true });
  const paths = ['dist', 'actions', 'examples', 'README.md', 'test/fakes/vsphere'];
  const archive = execFileSync('git', ['archive', COMMIT, ...paths], { cwd: ROOT, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  // Asked only by tests of the double itself: the others need the one of this tree.
  execFileSync(process.execPath, [join(folder, 'test/fakes/vsphere/build.ts')], { stdio: 'inherit' });
}

/** A table of lines, their tests and what the old release did; faults last, and in the exit code. */
function report(rows: readonly Judged[], missing: readonly string[]): void {
  const lines = [...new Set(rows.map(({ line }) => line))].sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  const bad = new Set(rows.filter(({ fault }) => fault !== undefined).map(({ line }) => line));
  console.log(`\nWhat the bundles of ${COMMIT} did:`);
  for (const line of lines) {
    console.log(`\n${line}`);
    for (const { test, did } of rows.filter((row) => row.line === line && row.fault === undefined))
      console.log(`  ${test.replace(`${line} `, '')}\n      ${did}`);
  }
  console.log('');
  for (const { test, fault } of rows) if (fault !== undefined) console.log(`NOT SHOWN  ${test}: ${fault}\n`);
  for (const each of missing) console.log(`NOT SHOWN  ${each}\n`);
  const proven = lines.filter((line) => !bad.has(line)).length;
  const not = (whole ? LINES.length : lines.length) - proven;
  console.log(`${proven} lines proven, ${not} not (${rows.length} tests)`);
  process.exitCode = rows.length > 0 && not === 0 && missing.length === 0 ? 0 : 1;
}
