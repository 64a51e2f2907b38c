import { expect, it } from 'vitest';
import { clearBitRuns } from '../../../src/disk/clear-bit-runs.ts';

/** The runs of a bitmap that is written lowest bit first, with blanks where one likes. */
const runs = (text: string, bits?: number): string[] => {
  const plain = text.replaceAll(' ', '');
  const bytes = Buffer.alloc(Math.ceil(plain.length / 8));
  for (const [bit, digit] of [...plain].entries())
    if (digit === '1') bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  return [...clearBitRuns(bytes, bits ?? plain.length)].map(([first, end]) => `${first}-${end}`);
};

it.each([
  ['', []],
  ['0', ['0-1']],
  ['1', []],
  ['11111111', []],
  ['00000000', ['0-8']],
  ['00000000 11111111 00000000', ['0-8', '16-24']],
  ['11111111 00000000 00000000 1', ['8-24']],
  ['11110000 00000000 00001111', ['4-20']],
  ['00001111 11111111 11110000', ['0-4', '20-24']],
  ['01010101', ['0-1', '2-3', '4-5', '6-7']],
  ['11111111 0', ['8-9']],
  ['00000000 1', ['0-8']],
  ['11111110 11111111', ['7-8']],
  ['11111110 01111111', ['7-9']],
])('of %j are %j', (text, expected) => {
  expect(runs(text)).toEqual(expected);
});

it('end with the bits that count, and take a bitmap that is too short for set', () => {
  expect(runs('00000000', 5)).toEqual(['0-5']);
  expect(runs('00000000 00000000', 12)).toEqual(['0-12']);
  expect(runs('11111111 11110000', 12)).toEqual([]);
  expect(runs('00000000', 20)).toEqual(['0-8']);
  expect(runs('', 3)).toEqual([]);
});
