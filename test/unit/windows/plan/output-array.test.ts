import { expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { readOutputArray, splitPaths } from '../../../../src/windows/plan/output-array.ts';

const invalid = (what: string, cause?: unknown): UserError =>
  new UserError('input-invalid', `Input x ${what}`, 'Mend it.', { cause });

it('reads the JSON array of an output', () => {
  expect(readOutputArray('[]', invalid)).toEqual([]);
  expect(readOutputArray(' \n[{"path": "a"}, 1, null]\n', invalid)).toEqual([{ path: 'a' }, 1, null]);
});

it.each(['', 'a.msu', 'C:\\[a]', '{"path": "a"}'])('takes "%s" for no output', (text) => {
  expect(readOutputArray(text, invalid)).toBeUndefined();
});

it.each(['[', '[1,]', '[1] 2'])('says of which input %s is damaged', (text) => {
  const read = (): unknown => readOutputArray(text, invalid);
  expect(read).toThrow(/^Input x is not valid JSON: (?!SyntaxError).*JSON/);
  expect(read).toThrow(expect.objectContaining({ code: 'input-invalid', cause: expect.any(SyntaxError) as unknown }));
});

it('splits paths at lines and commas', () => {
  expect(splitPaths(' a b ,c\r\n\n,d\n')).toEqual(['a b', 'c', 'd']);
  expect(splitPaths(' \n')).toEqual([]);
});
