import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseSource } from '../../../scripts/mutate/syntax.ts';
import { ROOT } from '../../../scripts/root.ts';

/** Every name that a file declares and exports, types included. A name handed on from another file is not its own. */
function exportedNames(file: string, text: string): string[] {
  const body = parseSource(file, text).body as readonly { type: string; declaration: Declaration | null }[];
  return body.flatMap(({ type, declaration }) => {
    if (type !== 'ExportNamedDeclaration' || !declaration) return [];
    const declared = declaration.declarations?.map(({ id }) => id) ?? [declaration.id];
    return declared.flatMap((id) => (id?.name === undefined ? [] : [id.name]));
  });
}

interface Declaration {
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

it('exports every name with one meaning', () => {
  const files = globSync(['src/**/*.ts', 'actions/**/*.ts'], { cwd: ROOT });
  expect(files.length).toBeGreaterThan(400);
  expect(ambiguous(files.map((file) => ({ file, text: readFileSync(`${ROOT}/${file}`, 'utf8') })))).toEqual([]);
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
