/**
 * Bundles the actions: `tsc` emits JavaScript, ncc bundles it (its own TypeScript loader cannot use this compiler).
 *   node scripts/build.ts              unless dist/ is what the source gives, told by dist/sources.json; what did not change since the last time is kept
 *   node scripts/build.ts --all        everything anew, in any case
 *   node scripts/build.ts --check      everything anew; fails when the committed dist/ is another
 */

import { execFileSync } from 'node:child_process';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './build/bundle.ts';
import { builders, currentStamp, hashFiles, isDistStale, STAMP } from './build/stamps.ts';
import { ROOT } from './root.ts';

const BUILD = join(ROOT, '.cache', 'build');
const KEPT = join(ROOT, '.cache', 'bundled');
const check = process.argv.includes('--check');

// ncc names modules as they are seen from here.
process.chdir(ROOT);
if (check || process.argv.includes('--all')) await build(undefined);
else if (isDistStale()) await build(await keptFolder());
else console.log('dist/ is what the source gives');
if (check) reportChanges();

/** `kept`: the folder of what earlier builds made; undefined to trust none of it. */
async function build(kept: string | undefined): Promise<void> {
  if (kept === undefined) await rm(BUILD, { recursive: true, force: true });
  const incremental = kept === undefined ? [] : ['--incremental', '--tsBuildInfoFile', join(BUILD, 'tsc.json')];
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', ...incremental];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
  // The emitted modules are resolved against this folder's own package.json.
  await writeFile(join(BUILD, 'package.json'), '{ "type": "module" }\n');
  const size = await bundle({ emitted: BUILD, kept });
  console.log(`dist/  ${(size / 1e6).toFixed(2)} MB`);
  await writeFile(STAMP, `${JSON.stringify(currentStamp(), undefined, 2)}\n`);
}

/** Another for other packages and other ways to build: what those made is not asked again, and goes. */
async function keptFolder(): Promise<string> {
  const folder = join(KEPT, hashFiles(builders()));
  for (const name of await readdir(KEPT).catch(() => []))
    if (join(KEPT, name) !== folder) await rm(join(KEPT, name), { recursive: true, force: true });
  return folder;
}

function reportChanges(): void {
  const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], { cwd: ROOT });
  if (changed.length === 0) return;
  console.error(`dist/ is not what the source gives; run "npm run build" and commit it:\n${changed}`);
  process.exitCode = 1;
}
