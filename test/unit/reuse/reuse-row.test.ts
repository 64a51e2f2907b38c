import { expect, it } from 'vitest';
import { reuseRow } from '../../../src/reuse/reuse-row.ts';

it.each([
  [true, false, 'stage skipped: why'],
  [false, false, 'made anew: why'],
  [true, true, 'would be skipped: why'],
  [false, true, 'would be made anew: why'],
])('of reused %s in a dry run %s is "%s"', (reused, dryRun, text) => {
  expect(reuseRow({ reused, why: 'why' }, dryRun)).toEqual(['Reuse', text]);
});

it('is of a run that does the work, unless it is said', () => {
  expect(reuseRow({ reused: true, why: 'w' })[1]).toBe('stage skipped: w');
});
