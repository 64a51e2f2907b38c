import { expect, it } from 'vitest';
import { compareText } from '../../../src/updates/compare-text.ts';

it('orders by code unit, capitals before small letters, whatever the locale', () => {
  expect(['ä', 'b', 'B', 'a', 'Z', ''].sort(compareText)).toEqual(['', 'B', 'Z', 'a', 'b', 'ä']);
  expect([compareText('a', 'a'), compareText('a', 'b'), compareText('b', 'a')]).toEqual([0, -1, 1]);
});
