import { expect, it } from 'vitest';
import { archiveSeconds } from '../../../src/ova/archive-date.ts';

it('is the date that was asked for in whole seconds, else 1980', () => {
  expect(archiveSeconds(undefined)).toBe(Date.UTC(1980, 0, 1) / 1000);
  expect(archiveSeconds(new Date(1_700_000_000_999))).toBe(1_700_000_000);
  expect(archiveSeconds(new Date(0))).toBe(0);
});
