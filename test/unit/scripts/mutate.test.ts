import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../scripts/mutate/arguments.ts';
import { findChanges } from '../../../scripts/mutate/find-mutants.ts';
import { instrument } from '../../../scripts/mutate/instrument.ts';
import { ownTests } from '../../../scripts/mutate/room.ts';
import { sample } from '../../../scripts/mutate/sample.ts';
import { scoreOf } from '../../../scripts/mutate/score.ts';
import { ROOT } from '../../../scripts/root.ts';

function mutantsOf(source: string) {
  return findChanges('x.ts', source).map((change, index) => ({ ...change, id: index + 1, file: 'x.ts', line: 1 }));
}

/** What the expression gives with each mutant on, by what the mutant changes. */
function valuesOf(expression: string): Record<string, unknown> {
  const source = `value = ${expression};`;
  const mutants = mutantsOf(source).filter(({ wrapping }) => wrapping !== 'statement');
  const code = instrument(source, mutants);
  const run = (on: number): unknown => {
    const scope = { __mutant: (id: number) => id === on };
    return new Function('globalThis', `let value; ${code} return value;`)(scope);
  };
  const values: Record<string, unknown> = { original: run(0) };
  for (const { id, what } of mutants) values[what] = run(id);
  return values;
}

describe('a file with its mutants', () => {
  it.each([
    [
      '1 < 2',
      { original: true, '< became <=': true, '< became >=': false, '1 became 1 + 1': false, '2 became 2 + 1': true },
    ],
    ["['a', 'b']", { original: ['a', 'b'], "'a' became ''": ['', 'b'], "element 'a' removed": ['b'] }],
    [
      'Object.assign({}, { a: true })',
      { original: { a: true }, 'option a: true removed': {}, 'true became false': { a: false } },
    ],
    ['false || !null', { original: true, '|| became &&': false, '! removed': null }],
    ['undefined ?? 4', { original: 4, '?? 4 removed': undefined }],
    ["' a '.trim()", { original: 'a', '.trim() removed': ' a ' }],
    ["/^a$/.test('ab')", { original: false, '$ removed': true, '^ removed': false }],
    ['-2n', { original: -2n, '2n became 2n + 1n': -3n }],
  ])('holds what becomes of %s', (expression, expected) => {
    expect(valuesOf(expression)).toMatchObject(expected);
  });

  it('keeps an else with its if', () => {
    const source = 'if (false) throw new Error(); else value = 5;';
    const code = instrument(source, mutantsOf(source));
    expect(new Function('globalThis', `let value; ${code} return value;`)({})).toBe(5);
  });

  it('proposes nothing in types, imports and debug messages', () => {
    expect(mutantsOf("import { a } from 'b'; type T = 1 | 'x'; interface U { a: true }")).toEqual([]);
    expect(mutantsOf('log.debug(1 + 1);')).toEqual([]);
  });

  it('does not break a chain apart or take a super call away', () => {
    expect(mutantsOf('a?.trim().length;').map(({ what }) => what)).toEqual(['?. of a?.trim().length removed']);
    expect(mutantsOf('class A extends B { constructor() { super(); } }')).toEqual([]);
  });
});

it('repeats a sample by its seed, in order', () => {
  const items = Array.from({ length: 1000 }, (_, index) => index);
  const chosen = sample(items, 100, 7);
  expect(chosen).toHaveLength(100);
  expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
  expect(sample(items, 100, 7)).toEqual(chosen);
  expect(sample(items, 100, 8)).not.toEqual(chosen);
  expect(sample(items, 2000, 7)).toEqual(items);
});

it.each([
  [80, 100, 100, true],
  [79, 100, 100, false],
  [65, 80, 100, true],
  [64, 80, 100, false],
])('with %i killed of %i reached of %i the bar is met: %s', (killed, reached, all, met) => {
  const fates = Array.from({ length: all }, (_, index) =>
    index < killed ? 'killed' : index < reached ? 'survived' : 'unreached',
  ) as ('killed' | 'survived' | 'unreached')[];
  expect(scoreOf(fates.map((fate) => ({ fate })))).toEqual({ killed, reached, all, met });
});

describe('what is asked of a run', () => {
  it('is a room, a file, or the tests of a room alone', () => {
    expect(parseRequest(['files', '--seed', '7', '--count', '9'])).toEqual({
      rooms: ['files'],
      seed: 7,
      count: 9,
      own: false,
    });
    expect(parseRequest(['--file', 'src/units.ts', '--own'])).toMatchObject({
      rooms: ['units'],
      file: 'src/units.ts',
      own: true,
    });
    expect(() => parseRequest(['x', '--seed', 'a'])).toThrow('--seed a is not a whole number');
  });

  it('has tests of its own where these mirror it', () => {
    const below = (room: string): string[] =>
      ownTests(ROOT, room).map((file) => relative(join(ROOT, 'test/unit'), file));
    expect(below('units')).toEqual(['units.test.ts']);
    expect(below('xml')).toEqual(['xml/decode-xml.test.ts', 'xml/escape-xml.test.ts', 'xml/xml-element.test.ts']);
    expect(below('none')).toEqual([]);
  });
});
