/**
 * Runs the tests and ends with a plain line `N passed, N failed`.
 *   node scripts/test.ts [--unit | --integration] [vitest arguments]
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

const args = process.argv.slice(2);
const only = args.find((argument) => argument === '--unit' || argument === '--integration');
const suites = [
  { name: 'unit', config: 'vitest.config.ts' },
  { name: 'integration', config: 'vitest.config.itg.ts' },
].filter(({ name }) => only === undefined || only === `--${name}`);

let passed = 0;
let failed = 0;
let ok = true;
for (const { name, config } of suites) {
  const report = join(ROOT, '.cache', 'test', `${name}.json`);
  mkdirSync(join(ROOT, '.cache', 'test'), { recursive: true });
  console.log(`\n=== ${name} tests`);
  if (name === 'integration') await prepareDoubles();
  const { status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args.filter((argument) => argument !== only),
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (status !== 0) ok = false;
  const result = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  passed += result.numPassedTests;
  failed += result.numFailedTests;
}
// A suite that broke outside of its tests (an import, a hook) fails too, though no test of it did.
if (!ok && failed === 0) failed = 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = ok && passed > 0 ? 0 : 1;

/** Built once here, so that no test waits for another's build. */
async function prepareDoubles(): Promise<void> {
  const { buildSampleMedia } = await import('../test/media/build.ts');
  const { buildVsphereDouble } = await import('../test/fakes/vsphere/build.ts');
  console.log('building the sample media and the vSphere double (kept in .cache)');
  await buildSampleMedia();
  await buildVsphereDouble();
}
