import { describe, expect, it } from 'vitest';
import { changedParts, sameParts } from '../../../src/reuse/explain-parts.ts';
import type { KeptPart } from '../../../src/reuse/stage.ts';

const shown = (name: string, value: string): KeptPart => ({ kind: 'k', name, value });
const hidden = (name: string, digest: string): KeptPart => ({ kind: 'k', name, digest });

it('names each kind once', () => {
  expect(sameParts([{ kind: 'ISO' }, { kind: 'updates' }, { kind: 'updates' }, { kind: 'disk' }])).toBe(
    'same ISO, updates, disk',
  );
});

describe('changedParts', () => {
  it.each<[string, readonly KeptPart[], readonly KeptPart[], readonly string[]]>([
    ['nothing', [shown('a', '1'), hidden('b', 'x')], [shown('a', '1'), hidden('b', 'x')], []],
    [
      'what may be shown, from what to what',
      [shown('size', '40 GiB')],
      [shown('size', '60 GiB')],
      ['size: 40 GiB -> 60 GiB'],
    ],
    ['what was empty', [shown('features', '')], [shown('features', 'A')], ['features: none -> A']],
    ['what became empty', [shown('features', 'A')], [shown('features', '')], ['features: A -> none']],
    [
      'that a hidden one changed',
      [hidden('the answer file', 'x')],
      [hidden('the answer file', 'y')],
      ['the answer file has changed'],
    ],
    ['one that is shown now', [hidden('b', 'x')], [shown('b', 'y')], ['b has changed']],
    ['one that was shown', [shown('b', 'y')], [hidden('b', 'x')], ['b has changed']],
    ['what is new', [], [hidden('update KB1', 'x'), shown('s', 'v')], ['update KB1 is new', 's is new (v)']],
    ['what is gone', [hidden('update KB1', 'x'), shown('s', 'v')], [], ['update KB1 is gone', 's is gone (v)']],
    [
      'the order',
      [hidden('a', 'x'), hidden('b', 'y'), hidden('c', 'z')],
      [hidden('a', 'x'), hidden('c', 'z'), hidden('b', 'y')],
      ['the order is another: c'],
    ],
    [
      'one of two of a name',
      [hidden('a', 'x'), hidden('a', 'y')],
      [hidden('a', 'x'), hidden('a', 'z')],
      ['a has changed'],
    ],
    ['a second of a name', [hidden('a', 'x')], [hidden('a', 'x'), hidden('a', 'x')], ['a has changed']],
  ])('tells %s', (_what, before, now, told) => {
    expect(changedParts(before, now)).toEqual(told);
  });

  it('tells five, and counts the rest', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => hidden(`p${index}`, 'x'));
    const five = ['p0 is new', 'p1 is new', 'p2 is new', 'p3 is new', 'p4 is new'];
    expect(changedParts([], many(5))).toEqual(five);
    expect(changedParts([], many(6))).toEqual([...five, 'and 1 more']);
    expect(changedParts([], many(7))).toEqual([...five, 'and 2 more']);
  });
});
