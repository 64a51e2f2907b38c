import { expect, it } from 'vitest';
import { tableText } from '../../../src/cli/table-text.ts';
import { wrapText } from '../../../src/cli/wrap-text.ts';

it('makes columns as wide as their widest cell', () => {
  expect(tableText([['a', 'bb', 'c'], ['aaa', 'b', ''], ['x']])).toEqual(['a    bb  c', 'aaa  b', 'x']);
  expect(tableText([])).toEqual([]);
});

it('breaks between words', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('one two three', 6)).toEqual(['one', 'two', 'three']);
  expect(wrapText('one two', 8, '  ')).toEqual(['  one', '  two']);
  expect(wrapText('one two', 9, '  ')).toEqual(['  one two']);
  expect(wrapText('  a-word-that-is-longer\n b ', 5)).toEqual(['a-word-that-is-longer', 'b']);
  expect(wrapText(' ', 5)).toEqual([]);
});
