/**
 * Packs the command line as the npm package `stillframe`: the bundle and nothing that it would have to fetch.
 *   node scripts/pack.ts [folder]      default: .cache/package; prints the path of the .tgz
 */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './root.ts';

/** What `stillframe` runs, and what editors complete templates by. */
const CONTENT = ['dist/cli', 'dist/shared', 'schema', 'README.md', 'LICENSE'];
/** The fields of the root's package.json that are those of the package too; its dependencies are in the bundle. */
const FIELDS = ['name', 'version', 'description', 'keywords', 'license', 'repository', 'homepage', 'type', 'bin'];

const to = resolve(process.argv[2] ?? join(ROOT, '.cache', 'package'));
const staged = join(to, 'stillframe');
rmSync(staged, { recursive: true, force: true });
mkdirSync(staged, { recursive: true });
for (const path of CONTENT) cpSync(join(ROOT, path), join(staged, path), { recursive: true });
const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
const own = Object.fromEntries(FIELDS.map((field) => [field, root[field]]));
writeFileSync(join(staged, 'package.json'), `${JSON.stringify({ ...own, engines: { node: '>=24' } }, undefined, 2)}\n`);

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--pack-destination', to], { cwd: staged, encoding: 'utf8' }),
) as { filename: string }[];
console.log(join(to, packed?.filename ?? ''));
