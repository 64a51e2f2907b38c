import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { modulePaths } from '../../../scripts/build/licenses.ts';
import { runNcc } from '../../../scripts/build/run-ncc.ts';
import { ROOT } from '../../../scripts/root.ts';

/** By night, since every bundle of the day is made by it, and loading ncc takes a second. */

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillframe-ncc-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'index.js'), "import { word } from './word.js';\nconsole.log(word);\n");
  writeFileSync(join(folder, 'word.js'), "export const word = 'one word';\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('bundles an entry with what it imports, tells of the modules, and leaves nothing to be done at the end of the process', async () => {
  const before = process.listeners('exit');
  const { code, stats } = await runNcc(join(folder, 'index.js'), false);
  expect(code).toContain('one word');
  expect(code).not.toContain("from './word.js'");
  const modules = modulePaths(stats.compilation.modules).map((path) => join(ROOT, path));
  expect(new Set(modules)).toEqual(new Set(['index.js', 'word.js'].map((name) => join(folder, name))));
  expect(process.listeners('exit')).toEqual(before);
  // Nothing of it is kept.
  expect(readdirSync(folder).sort()).toEqual(['index.js', 'package.json', 'word.js']);
});

it('gives what the text is now, where it keeps what it made of the modules', async () => {
  const cache = join(folder, 'kept');
  const first = await runNcc(join(folder, 'index.js'), cache);
  expect(readdirSync(cache)).not.toEqual([]);
  expect((await runNcc(join(folder, 'index.js'), cache)).code).toBe(first.code);
  writeFileSync(join(folder, 'word.js'), "export const word = 'another word';\n");
  const { code } = await runNcc(join(folder, 'index.js'), cache);
  expect([code.includes('another word'), code.includes('one word')]).toEqual([true, false]);
  const { code: whole } = await runNcc(join(folder, 'index.js'), false);
  expect(code).toBe(whole);
});

it('names each import that leads nowhere with who has it, but for what may be missing', async () => {
  const imports = [
    "import { word } from './word.js';",
    "import { more } from './gone.js';",
    "const later = () => import('no-such-package');",
  ];
  writeFileSync(join(folder, 'index.js'), [...imports, 'console.log(word, more, later);', ''].join('\n'));
  const index = relative(ROOT, join(folder, 'index.js'));
  await expect(runNcc(join(folder, 'index.js'), false)).rejects.toThrow(
    `${join(folder, 'index.js')} cannot be bundled: ${index} imports ./gone.js, which is nowhere; ${index} imports no-such-package, which is nowhere`,
  );
  writeFileSync(join(folder, 'index.cjs'), "try { require('no-such-package'); } catch { console.log('without'); }\n");
  expect((await runNcc(join(folder, 'index.cjs'), false)).code).toContain('without');
});
