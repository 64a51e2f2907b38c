/**
 * Bundles the actions: `tsc` emits JavaScript, ncc makes one file of it (its own TypeScript loader cannot use this compiler).
 *   node scripts/build.ts              only what is not what the source gives, told by dist/sources.json
 *   node scripts/build.ts --all        everything
 *   node scripts/build.ts --check      everything; fails when the committed dist/ is another
 */

import { execFileSync } from 'node:child_process';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundle } from './build/bundle.ts';
import { bundleNames, DIST, hashBundle, hashSource, STAMPS, type Stamp, staleBundles } from './build/stamps.ts';
import { ROOT } from './root.ts';

const BUILD = join(ROOT, '.cache', 'build');
const check = process.argv.includes('--check');
const names = check || process.argv.includes('--all') ? bundleNames() : staleBundles();

if (names.length > 0) await buildAll(names);
else console.log('dist/ is what the source gives');
if (check) reportChanges();

async function buildAll(stale: readonly string[]): Promise<void> {
  await rm(BUILD, { recursive: true, force: true });
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The emitted modules are resolved against this folder's own package.json.
  await writeFile(join(BUILD, 'package.json'), '{ "type": "module" }\n');
  await removeUnknown();
  const pending = [...stale];
  const lanes = Math.min(2, availableParallelism());
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
        const size = await bundle(name, BUILD);
        console.log(`dist/${name}/index.js  ${(size / 1e6).toFixed(2)} MB`);
      }
    }),
  );
  const stamps: Record<string, Stamp> = {};
  for (const name of bundleNames()) stamps[name] = { source: hashSource(name), bundle: hashBundle(name) };
  await writeFile(STAMPS, `${JSON.stringify(stamps, undefined, 2)}\n`);
}

/** What no action owns any longer. */
async function removeUnknown(): Promise<void> {
  const known = new Set([...bundleNames(), 'sources.json']);
  const found = await readdir(DIST).catch(() => []);
  for (const name of found.filter((entry) => !known.has(entry))) await rm(join(DIST, name), { recursive: true });
}

function reportChanges(): void {
  const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], { cwd: ROOT });
  if (changed.length === 0) return;
  console.error(`dist/ is not what the source gives; run "npm run build" and commit it:\n${changed}`);
  process.exitCode = 1;
}
