import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ACTIONS } from '../../../actions/all.ts';
import { ROOT } from '../../../scripts/root.ts';

/** Packages whose loading a start would feel, each 50 KB and more of code. */
const LARGE = [
  '@actions/artifact',
  '@actions/exec',
  '@actions/tool-cache',
  'ajv',
  'node-html-parser',
  'saxes',
  'undici',
  'yaml',
];

/** What an action uses in every run, or nearly. */
const USED: Readonly<Record<string, readonly string[]>> = {
  'audit-templates': ['saxes'],
  'bake-template': ['saxes'],
  'build-vhd': ['saxes'],
  // With what knows the engines.
  'check-release': ['saxes'],
  'fetch-updates': ['ajv', 'node-html-parser', 'saxes', 'yaml'],
  'plan-release': ['ajv', 'node-html-parser', 'yaml'],
  'publish-template': ['saxes'],
  'record-release': ['ajv'],
  'repair-template': ['saxes'],
  'upload-esxi': ['saxes'],
};

/** What is imported when the file is loaded: no types, and nothing that `import()` asks for later. */
function imported(file: string): readonly string[] {
  const statements = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)([^;']*?)from '([^']+)'/gms);
  return [...statements].flatMap(([, names = '', from = '']) => {
    const listed = /^\{([^}]*)\}\s*$/
      .exec(names)?.[1]
      ?.split(',')
      .map((name) => name.trim());
    return listed?.every((name) => name === '' || name.startsWith('type ')) ? [] : [from];
  });
}

/** Packages, and files of ours from the root, that are loaded before the action runs. */
function loadedAtStart(entry: string): Set<string> {
  const loaded = new Set<string>();
  const pending = [join(ROOT, entry)];
  // An entry may do something before it asks for the rest, which every run needs.
  for (const [, from = ''] of readFileSync(join(ROOT, entry), 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g))
    pending.push(resolve(dirname(join(ROOT, entry)), from));
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    const name = file.slice(ROOT.length + 1);
    if (loaded.has(name)) continue;
    loaded.add(name);
    if (!file.endsWith('.ts')) continue;
    for (const from of imported(file)) {
      if (from.startsWith('.')) pending.push(resolve(dirname(file), from));
      else loaded.add(from);
    }
  }
  return loaded;
}

it.each(ACTIONS.map(({ name }) => name))('%s begins without the large packages that it may not need', (name) => {
  const loaded = loadedAtStart(`actions/${name}/index.ts`);
  // The walk reaches what every action has.
  expect([...loaded]).toEqual(expect.arrayContaining(['@actions/core', 'src/job/run-action.ts']));
  expect(LARGE.filter((large) => loaded.has(large))).toEqual(USED[name] ?? []);
});

it('checks an image without what speaks to servers', () => {
  const loaded = loadedAtStart('actions/verify-quiesce/index.ts');
  expect([...loaded].filter((file) => file.startsWith('src/vsphere/wire/'))).toEqual([
    'src/vsphere/wire/held-session.ts',
  ]);
});
