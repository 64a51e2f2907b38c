import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Node, parseSource, walk } from '../../../scripts/mutate/syntax.ts';
import { ROOT } from '../../../scripts/root.ts';

/** A function may be longer where the comment before it or its first line says `Long because …`. */
const WORD_WHY = /Long because \S+/;

const files = globSync(['src/**/*.ts', 'actions/**/*.ts'], { cwd: ROOT })
  // Written by a script.
  .filter((file) => !file.endsWith('-wasm.ts'))
  .map((file) => ({ file, text: readFileSync(`${ROOT}/${file}`, 'utf8') }));

function lines(text: string): number {
  return text.split('\n').length - 1;
}

interface Sized {
  readonly file: string;
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
  readonly excused: boolean;
}

function functionsOf(file: string, text: string): Sized[] {
  return [...walk(parseSource(file, text))]
    .filter(({ node }) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
    .map(({ node }) => sized(file, text, node));
}

function sized(file: string, text: string, node: Node): Sized {
  const before = text.slice(0, node.start).split('\n');
  const body = text.slice(node.start, node.end).split('\n');
  return {
    file,
    line: before.length,
    lines: body.length,
    parameters: node.params.length,
    excused: WORD_WHY.test([...before.slice(-6), ...body.slice(0, 3)].join('\n')),
  };
}

const functions = files.flatMap(({ file, text }) => functionsOf(file, text));

it('has no file of more than 300 lines', () => {
  const long = files.filter(({ text }) => lines(text) > 300).map(({ file }) => file);
  expect(long).toEqual([]);
});

it('has no file of a double of more than 300 lines', () => {
  const doubles = globSync('test/fakes/**/*.{go,ts}', { cwd: ROOT });
  expect(doubles.length).toBeGreaterThan(100);
  expect(doubles.filter((file) => lines(readFileSync(`${ROOT}/${file}`, 'utf8')) > 300)).toEqual([]);
});

it('keeps half of the files at 80 lines or fewer', () => {
  const sorted = files.map(({ text }) => lines(text)).toSorted((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(200);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
});

it('has no function of more than 60 lines without a word why', () => {
  const long = functions.filter((sized) => sized.lines > 60);
  const unexcused = long.filter(({ excused }) => !excused);
  expect(unexcused.map((sized) => `${sized.file}:${sized.line}: ${sized.lines} lines`)).toEqual([]);
});

it('has no function of more than five parameters', () => {
  const wide = functions.filter(({ parameters }) => parameters > 5);
  expect(wide.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

it('sees a long function and its excuse', () => {
  const long = `function long(a, b, c, d, e, f) {\n${'  a();\n'.repeat(60)}}\n`;
  expect(functionsOf('x.ts', long)).toEqual([{ file: 'x.ts', line: 1, lines: 62, parameters: 6, excused: false }]);
  expect(functionsOf('x.ts', `/** Long because a switch is. */\n${long}`)).toMatchObject([{ excused: true }]);
});
