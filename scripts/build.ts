/**
 * Bundles every action: `tsc` emits JavaScript, ncc makes one file of it (its own TypeScript loader cannot use this compiler).
 *   node scripts/build.ts [--check]      --check: fail when the committed dist/ is not what the source gives
 */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.ts';

const BUILD = join(ROOT, '.cache', 'build');
const DIST = join(ROOT, 'dist');

const actions = (await readdir(join(ROOT, 'actions'))).filter((name) =>
  existsSync(join(ROOT, 'actions', name, 'index.ts')),
);

await rm(BUILD, { recursive: true, force: true });
execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
});
// The emitted modules are resolved against this folder's own package.json.
await writeFile(join(BUILD, 'package.json'), '{ "type": "module" }\n');
// ncc leaves files of earlier builds in place: only an empty folder proves that dist/ comes from this source.
await rm(DIST, { recursive: true, force: true });
for (const name of actions) {
  await mkdir(join(DIST, name), { recursive: true });
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
      'build',
      join(BUILD, 'actions', name, 'index.js'),
      '-o',
      join(DIST, name),
      '--license',
      'licenses.txt',
      '--no-cache',
      '-q',
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const size = (await readFile(join(DIST, name, 'index.js'))).length;
  console.log(`dist/${name}/index.js  ${(size / 1e6).toFixed(2)} MB`);
}

if (process.argv.includes('--check')) {
  const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], { cwd: ROOT });
  if (changed.length > 0) {
    console.error(`dist/ is not what the source gives; run "npm run build" and commit it:\n${changed}`);
    process.exitCode = 1;
  }
}
