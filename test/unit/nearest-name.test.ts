import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/nearest-name.ts';

it.each([
  ['siez', ['size', 'type'], 'size'],
  ['Standrad-Desktop', ['standard-core', 'standard-desktop'], 'standard-desktop'],
  ['banana', ['size', 'type'], undefined],
  ['', [], undefined],
])('%s among %j is %s', (written, names, expected) => {
  expect(nearestName(written, names)).toBe(expected);
});

describe('how far a name may be', () => {
  it.each([
    // Two letters at least, else a third of what was written.
    ['abc', 'axx', 'axx'],
    ['abc', 'xxx', undefined],
    ['abcdefg', 'abcdxxx', 'abcdxxx'],
    ['abcdefg', 'abcxxxx', undefined],
    ['abcdef', 'abcdxx', 'abcdxx'],
    ['abcdef', 'abcxxx', undefined],
    ['', 'ab', 'ab'],
    ['', 'abc', undefined],
    ['abc', '', undefined],
    ['ab', '', ''],
  ])('from "%s" to "%s"', (written, name, nearest) => {
    expect(nearestName(written, [name])).toBe(nearest);
  });

  it('may be said', () => {
    expect(nearestName('abcdef', ['abcdxx'], 1)).toBeUndefined();
    expect(nearestName('abcdef', ['abcdex'], 1)).toBe('abcdex');
    expect(nearestName('abc', ['xxx'], 3)).toBe('xxx');
    expect(nearestName('abc', ['ABC'], 0)).toBe('ABC');
  });
});

it('counts letters that are missing, too many or others, and takes the first of the nearest', () => {
  expect(nearestName('kitten', ['sitting', 'mitten', 'bitten'])).toBe('mitten');
  expect(nearestName('kitten', ['sitting'], 3)).toBe('sitting');
  expect(nearestName('kitten', ['sitting'], 2)).toBeUndefined();
  expect(nearestName('flaw', ['lawn'], 2)).toBe('lawn');
  expect(nearestName('flaw', ['lawn'], 1)).toBeUndefined();
  expect(nearestName('abcd', ['bcd'], 1)).toBe('bcd');
  expect(nearestName('bcd', ['abcd'], 1)).toBe('abcd');
  expect(nearestName('ab', ['ba'], 1)).toBeUndefined();
});
