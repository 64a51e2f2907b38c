import { expect, it } from 'vitest';
import { fieldsOf, listOf, numberIn, textIn } from '../../../src/tools/powershell-answer.ts';

it('takes nothing on trust', () => {
  expect(fieldsOf({ a: 1 })).toEqual({ a: 1 });
  for (const value of [null, undefined, 'text', 3]) expect(fieldsOf(value)).toEqual({});
  expect(listOf([1, 2])).toEqual([1, 2]);
  expect(listOf('one')).toEqual(['one']);
  expect(listOf(null)).toEqual([]);
  expect(listOf(undefined)).toEqual([]);
  expect(textIn({ a: 'x' }, 'a')).toBe('x');
  expect(textIn({ a: 1 }, 'a')).toBe('');
  expect(numberIn({ n: 0 }, 'n')).toBe(0);
  for (const n of [-1, 1.5, '1', null, 2 ** 60]) {
    expect(() => numberIn({ n }, 'n')).toThrow(
      expect.objectContaining({ name: 'ToolError', explanation: 'The script did not say its "n".' }),
    );
  }
});
