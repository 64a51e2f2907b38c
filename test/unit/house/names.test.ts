import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseSource } from '../../../scripts/mutate/syntax.ts';
import { ROOT } from '../../../scripts/root.ts';

/** Every name that a file declares and exports. A name handed on from another file is not its own. */
function exportedNames(file: string, text: string, types: 'types too' | 'no types' = 'types too'): string[] {
  return bodyOf(file, text).flatMap(({ type, declaration }) => {
    if (type !== 'ExportNamedDeclaration' || !declaration) return [];
    if (types === 'no types' && declaration.type.startsWith('TS')) return [];
    const declared = declaration.declarations?.map(({ id }) => id) ?? [declaration.id];
    return declared.flatMap((id) => (id?.name === undefined ? [] : [id.name]));
  });
}

type Body = readonly { readonly type: string; readonly declaration: Declaration | null }[];

const bodies = new Map<string, Body>();

/** Parsed once, which is most of the work. */
function bodyOf(file: string, text: string): Body {
  const body = bodies.get(text) ?? (parseSource(file, text).body as Body);
  bodies.set(text, body);
  return body;
}

interface Declaration {
  readonly type: string;
  readonly id?: { readonly name?: string };
  readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
}

/** Actions are of one form: `renderSummary` of each `summary.ts` is one meaning, so their room does not count. */
function meaning(file: string): string {
  return file.replace(/^actions\/[^/]+\//, 'actions/*/');
}

/** Names with more than one meaning, each with the files that declare it. */
function ambiguous(files: readonly { file: string; text: string }[]): string[] {
  const meanings = new Map<string, Set<string>>();
  for (const { file, text } of files) {
    for (const name of exportedNames(file, text)) {
      meanings.set(name, (meanings.get(name) ?? new Set()).add(meaning(file)));
    }
  }
  return [...meanings]
    .filter(([, where]) => where.size > 1)
    .map(([name, where]) => `${name}: ${[...where].join(', ')}`);
}

const read = (...patterns: string[]): { file: string; text: string }[] =>
  globSync(patterns, { cwd: ROOT }).map((file) => ({ file, text: readFileSync(`${ROOT}/${file}`, 'utf8') }));
const files = read('src/**/*.ts', 'actions/**/*.ts');

it('exports every name with one meaning', () => {
  expect(files.length).toBeGreaterThan(400);
  expect(ambiguous(files)).toEqual([]);
});

it('exports no value that no other file names', () => {
  // In how many files each word stands.
  const named = new Map<string, number>();
  for (const { text } of [...files, ...read('test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts')]) {
    for (const word of new Set(text.match(/\w+/g))) named.set(word, (named.get(word) ?? 0) + 1);
  }
  const unused = files.flatMap(({ file, text }) =>
    exportedNames(file, text, 'no types')
      .filter((name) => named.get(name) === 1)
      .map((name) => `${file}: ${name}`),
  );
  expect(unused).toEqual([]);
});

it('sees a name with two meanings, and none where actions have one form', () => {
  const twice = [
    {
      file: 'src/a/one.ts',
      text: 'export interface Owner {}\nexport const A = 1;\nfunction local() {}\nexport { B } from "b";',
    },
    { file: 'src/b/two.ts', text: 'export class Owner {}\nexport async function local() {}\nexport const B = 1;' },
    { file: 'src/c/three.ts', text: 'export const C = 1, A = 2;\nexport type B2 = 1;' },
    { file: 'actions/x/main.ts', text: 'export async function main() {}' },
    { file: 'actions/y/main.ts', text: 'export async function main() {}\nexport enum C { D }' },
  ];
  expect(ambiguous(twice)).toEqual([
    'Owner: src/a/one.ts, src/b/two.ts',
    'A: src/a/one.ts, src/c/three.ts',
    'C: src/c/three.ts, actions/*/main.ts',
  ]);
});
