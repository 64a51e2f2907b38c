import { expect, it } from 'vitest';
import { parseInfNumber } from '../../../../src/drivers/inf/inf-number.ts';

it.each([
  ['0', 0],
  ['12', 12],
  ['0x1F', 31],
  ['0XFFFFFFFF', 0xffff_ffff],
  ['4294967295', 0xffff_ffff],
  ['4294967296', undefined],
  ['0x100000000', undefined],
  ['99999999999', undefined],
  ['', undefined],
  [undefined, undefined],
  ['1F', undefined],
  ['-1', undefined],
  [' 1', undefined],
  ['1 ', undefined],
  ['0x', undefined],
  ['x1', undefined],
])('reads %j as %j', (text, value) => {
  expect(parseInfNumber(text)).toBe(value);
});
