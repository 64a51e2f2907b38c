/**
 * Bundles the actions: `tsc` emits JavaScript, ncc bundles it (its own TypeScript loader cannot use this compiler).
 *   node scripts/build.ts              unless dist/ is what the source gives, told by dist/sources.json
 *   node scripts/build.ts --all        in any case
 *   node scripts/build.ts --check      in any case; fails when the committed dist/ is another
 */

import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './build/bundle.ts';
import { currentStamp, isDistStale, STAMP } from './build/stamps.ts';
import { ROOT } from './root.ts';

const BUILD = join(ROOT, '.cache', 'build');
const check = process.argv.includes('--check');

if (check || process.argv.includes('--all') || isDistStale()) await build();
else console.log('dist/ is what the source gives');
if (check) reportChanges();

async function build(): Promise<void> {
  await rm(BUILD, { recursive: true, force: true });
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The emitted modules are resolved against this folder's own package.json.
  await writeFile(join(BUILD, 'package.json'), '{ "type": "module" }\n');
  const size = await bundle(BUILD);
  console.log(`dist/  ${(size / 1e6).toFixed(2)} MB`);
  await writeFile(STAMP, `${JSON.stringify(currentStamp(), undefined, 2)}\n`);
}

function reportChanges(): void {
  const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], { cwd: ROOT });
  if (changed.length === 0) return;
  console.error(`dist/ is not what the source gives; run "npm run build" and commit it:\n${changed}`);
  process.exitCode = 1;
}
