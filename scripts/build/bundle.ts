/**
 * Bundles every entry with ncc: what they share lies in dist/shared once, in pieces that an entry loads when it needs them, and
 * dist/<name>/index.js only names its entry (docs/adr/0008-one-shared-bundle.md).
 */

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENTRY_NAMES } from '../../actions/start.ts';
import { ROOT } from '../root.ts';
import { breakLongLiterals } from './break-lines.ts';
import { keptBy } from './kept.ts';
import { licensesOf, modulePaths, packagesOf } from './licenses.ts';
import { runNcc } from './run-ncc.ts';
import { DIST, SHARED } from './stamps.ts';

export interface BundleOptions {
  /** The folder with the JavaScript of the whole source. */
  readonly emitted: string;
  /** Where ncc keeps what it made of each module, and this what it made of each piece; undefined to make everything anew. */
  readonly kept: string | undefined;
}

/** @returns bytes of all code in dist */
export async function bundle({ emitted, kept }: BundleOptions): Promise<number> {
  for (const name of PURE) await declarePure(name, emitted);
  const { code, assets, stats } = await runNcc(
    join(emitted, 'actions/start.js'),
    kept === undefined ? false : join(kept, 'modules'),
  );
  // ncc leaves files of earlier builds in place: only an empty folder proves that the bundle comes from this source.
  await rm(DIST, { recursive: true, force: true });
  await mkdir(SHARED, { recursive: true });
  await writeFile(join(SHARED, 'licenses.txt'), await licensesOf(packagesOf(modulePaths(stats.compilation.modules))));
  const files = { ...assets, 'index.js': { source: code } };
  let size = 0;
  for (const [name, { source }] of Object.entries(files)) {
    const text = name.endsWith('.js') ? await readable(source.toString(), kept) : source;
    await writeFile(join(SHARED, name), text);
    if (name.endsWith('.js')) size += Buffer.byteLength(text);
  }
  for (const name of ENTRY_NAMES) await writeStub(name);
  return size;
}

/**
 * Packages whose modules do nothing when they are loaded, and do not say so: without that word the bundler keeps what nobody calls. The
 * client for OpenID tokens in @actions/core brings an HTTP client of a megabyte, whose loading took a third of every start.
 */
const PURE = ['@actions/core'];

/** Gives the source a copy of the package that says it (webpack's `sideEffects`); modules look for packages beside themselves first. */
async function declarePure(name: string, emitted: string): Promise<void> {
  const copy = join(emitted, 'node_modules', name);
  await rm(copy, { recursive: true, force: true });
  await cp(join(ROOT, 'node_modules', name), copy, { recursive: true });
  const description = join(copy, 'package.json');
  const said = JSON.parse(await readFile(description, 'utf8')) as object;
  await writeFile(description, JSON.stringify({ ...said, sideEffects: false }));
}

/** Some packages end their lines as Windows does, which git does not keep; to JavaScript both are one (ECMA-262, 12.3). */
async function readable(code: string, kept: string | undefined): Promise<string> {
  const text = code.replaceAll('\r\n', '\n');
  return kept === undefined ? breakLongLiterals(text) : await keptBy(text, join(kept, 'pieces'), breakLongLiterals);
}

/** The command line is also started by the Node that a user has, under the name that package.json gives it. */
const FOR_A_TERMINAL = `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(\`stillframe needs Node.js 24 or later, this is \${process.version}: https://nodejs.org\`);
  process.exit(2);
}
const { start } = await import('../shared/index.js');

await start('cli');
`;

async function writeStub(name: string): Promise<void> {
  const folder = join(DIST, name);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), await readFile(join(SHARED, 'package.json')));
  const stub = `import { start } from '../shared/index.js';\n\nawait start('${name}');\n`;
  await writeFile(join(folder, 'index.js'), name === 'cli' ? FOR_A_TERMINAL : stub);
}
