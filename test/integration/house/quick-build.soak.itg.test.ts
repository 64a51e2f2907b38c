import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

/** What a build that keeps what did not change gives, against one that keeps nothing: byte for byte, after each kind of change. */

const TAKEN = [
  ...['src', 'actions', 'schema', 'scripts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
];
const CHANGED = 'actions/audit-templates/summary.ts';
const NEW = 'src/new-words.ts';
const WORDS = 'words that no other source has';

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'stillframe-build-'));
  for (const name of TAKEN) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const build = (...words: string[]): string =>
  execFileSync(process.execPath, ['scripts/build.ts', ...words], { cwd: copy, encoding: 'utf8' });

/** SHA-256 of each file of dist by its path; what it was built from is one of them. */
function bundled(): ReadonlyMap<string, string> {
  const files = readdirSync(join(copy, 'dist'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return new Map(paths.map((path) => [relative(copy, path), hash(path)]));
}
const contains = (text: string): boolean =>
  [...bundled().keys()].some((path) => path.endsWith('.js') && readFileSync(join(copy, path), 'utf8').includes(text));

it('is what a whole build gives, whatever has changed since the last one', () => {
  build();
  const first = bundled();
  expect([first.size > 20, contains(WORDS)]).toEqual([true, false]);
  expect(build()).toContain('dist/ is what the source gives');

  // A text, as most changes are, and a module that is new.
  const source = readFileSync(join(copy, CHANGED), 'utf8');
  const import_ = `import { TOLD } from '../../${NEW}';`;
  writeFileSync(join(copy, CHANGED), `${source}\n${import_}\nprocess.emitWarning(\`\${TOLD} ${WORDS}\`);\n`);
  writeFileSync(join(copy, NEW), "export const TOLD = 'told by a module';\n");
  build();
  const quick = bundled();
  expect([contains(WORDS), contains('told by a module')]).toEqual([true, true]);
  expect(quick).not.toEqual(first);
  build('--all');
  expect(bundled()).toEqual(quick);

  // All as it was: nothing is left of what came between.
  rmSync(join(copy, NEW));
  writeFileSync(join(copy, CHANGED), source);
  build();
  expect(bundled()).toEqual(first);
}, 900_000);
