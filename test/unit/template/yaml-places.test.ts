import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { formatPath, keyOffset, valueOffset } from '../../../src/template/yaml-places.ts';

const TEXT = `name: a
list:
  - as: vm
  - b
empty:
map: { x: 1, "2": y, none: ~ }
`;
const document = parseDocument(TEXT);
/** The text from an offset on, as far as the end of its line. */
const at = (offset: number): string => TEXT.slice(offset).split('\n')[0] ?? '';

it.each([
  [[], ''],
  [['disk'], 'disk'],
  [['disk', 'size'], 'disk.size'],
  [['publish', '0', 'as'], 'publish[0].as'],
  [['publish', '10'], 'publish[10]'],
  [['0'], '[0]'],
  [['a', '1b', 'b2'], 'a.1b.b2'],
])('%j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});

describe('valueOffset', () => {
  it.each([
    [['name'], 'a'],
    [['list'], '- as: vm'],
    [['list', '0'], 'as: vm'],
    [['list', '0', 'as'], 'vm'],
    [['list', '1'], 'b'],
    [['map', 'x'], '1, "2": y, none: ~ }'],
    [['map', '2'], 'y, none: ~ }'],
    // An empty value has no place of its own: its key has.
    [['empty'], 'empty:'],
    [['map', 'none'], 'none: ~ }'],
    // What is not there stands where it should be.
    [['map', 'missing'], '{ x: 1, "2": y, none: ~ }'],
    [['list', '7'], '- as: vm'],
    [['name', 'x', 'y'], 'a'],
    [['missing'], 'name: a'],
    [[], 'name: a'],
  ])('of %j', (path, text) => {
    expect(at(valueOffset(document, path))).toBe(text);
  });

  it('is the beginning of a document without anything', () => {
    expect(valueOffset(parseDocument(''), [])).toBe(0);
    expect(valueOffset(parseDocument('  # only this\n'), ['x'])).toBe(0);
  });
});

describe('keyOffset', () => {
  it.each([
    [[], 'name', 'name: a'],
    [[], 'map', 'map: { x: 1, "2": y, none: ~ }'],
    [['map'], 'none', 'none: ~ }'],
    [['map'], '2', '"2": y, none: ~ }'],
    [['list', '0'], 'as', 'as: vm'],
    [['map'], 'missing', '{ x: 1, "2": y, none: ~ }'],
    [['list'], '0', '- as: vm'],
  ])('of %j, %s', (path, key, text) => {
    expect(at(keyOffset(document, path, key))).toBe(text);
  });
});
