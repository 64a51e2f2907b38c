import { expect, it } from 'vitest';
import { showProgress, tellTenths } from '../../src/progress.ts';

it('tells each tenth once, the highest of those passed at once, and the end', () => {
  const told: number[] = [];
  const tell = tellTenths((percent) => told.push(percent));
  for (const share of [0, 0.09, 0.1, 0.15, 0.19, 0.45, 0.4, 0.5, 1, 1, 1.2]) tell(share);
  expect(told).toEqual([10, 40, 50, 100]);
});

it('moves the line of a log that has one, and tells tenths to others', () => {
  const lines: string[] = [];
  const info = (line: string): void => void lines.push(line);
  const plain = showProgress({ info }, 'sent');
  for (const share of [0.1, 0.15, 0.32]) plain(share);
  showProgress({ info }, '')(1);
  expect(lines).toEqual(['10 % sent', '30 % sent', '100 %']);
  const moved: unknown[] = [];
  showProgress({ info, progress: (what, share) => void moved.push([what, share]) }, 'sent')(0.123);
  expect(moved).toEqual([['sent', 0.123]]);
  expect(lines).toHaveLength(3);
});
