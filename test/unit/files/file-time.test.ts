import { expect, it } from 'vitest';
import { fromFileTime, toFileTime } from '../../../src/files/file-time.ts';

it('counts ticks of 100 ns from 1601', () => {
  expect(toFileTime(0)).toBe(116_444_736_000_000_000n);
  expect(toFileTime(Date.UTC(1601, 0, 1))).toBe(0n);
  expect(toFileTime(Date.UTC(2019, 8, 7, 0, 0, 0, 1))).toBe(132_122_880_000_010_000n);
});

it('reads them back to the millisecond', () => {
  expect(fromFileTime(132_122_880_000_019_999n)).toBe(Date.UTC(2019, 8, 7, 0, 0, 0, 1));
});
