import { expect, it } from 'vitest';
import { tellTenths } from '../../src/progress.ts';

it('tells each tenth once, the highest of those passed at once, and the end', () => {
  const told: number[] = [];
  const tell = tellTenths((percent) => told.push(percent));
  for (const share of [0, 0.09, 0.1, 0.15, 0.19, 0.45, 0.4, 0.5, 1, 1, 1.2]) tell(share);
  expect(told).toEqual([10, 40, 50, 100]);
});
