import { describe, expect, it } from 'vitest';
import { jobsOf, type MatrixTemplate, makeBatches } from '../../../src/plan/batches.ts';

const templates = (count: number, length = 2): MatrixTemplate[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `t${String(index).padStart(length, '0')}`,
    file: `templates/t${index}.yml`,
    product: 'windows-server-2022',
    'runs-on': ['self-hosted'],
  }));
const targets = (count: number): string[] => Array.from({ length: count }, (_, index) => `vc${index}`);
/** All jobs that GitHub makes of the batches. */
const jobs = (batches: ReturnType<typeof makeBatches>): string[] =>
  batches.flatMap(({ template, target = [''] }) =>
    template.flatMap(({ name }) => target.map((one) => `${name}@${one}`)),
  );

describe('every template for every target comes once, in batches within the limit', () => {
  it.each([
    [1, 0, 256, 1],
    [256, 0, 256, 1],
    [257, 0, 256, 2],
    [5, 0, 2, 3],
    [3, 4, 12, 1],
    [3, 4, 11, 2],
    [3, 4, 4, 3],
    // More targets than a batch holds jobs.
    [2, 5, 3, 4],
    [2, 3, 1, 6],
    [1000, 20, 256, 84],
  ])('%i templates for %i targets in batches of %i: %i', (many, places, size, count) => {
    const batches = makeBatches(templates(many), targets(places), size);
    expect(batches).toHaveLength(count);
    expect(Math.max(...batches.map(jobsOf))).toBeLessThanOrEqual(size);
    const all = jobs(batches);
    expect(all).toHaveLength(many * Math.max(1, places));
    expect(new Set(all).size).toBe(all.length);
    // GitHub counts UTF-16 units of all outputs of a job: at most a megabyte.
    expect(JSON.stringify(batches).length * 2).toBeLessThan(2 ** 20);
  });
});

it('names targets only where there are some', () => {
  expect(makeBatches(templates(1), [], 256)).toEqual([{ template: templates(1) }]);
  expect(makeBatches(templates(1), ['a'], 256)).toEqual([{ template: templates(1), target: ['a'] }]);
  expect(makeBatches([], ['a'], 256)).toEqual([]);
});

it('refuses what a matrix of matrices does not take', () => {
  expect(makeBatches(templates(256), [], 1)).toHaveLength(256);
  expect(() => makeBatches(templates(257), [], 1)).toThrow(
    expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining('257 jobs in 257 batches') }),
  );
  expect(() => makeBatches(templates(257), [], 1)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('raise batch-size') }),
  );
  const told = (many: number, places: number): string => {
    try {
      makeBatches(templates(many), targets(places), 1);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(told(257, 0)).toBe(
    'Input templates: 257 templates for 1 targets are 257 jobs in 257 batches, more than one run of GitHub takes',
  );
  expect(told(130, 2)).toBe(
    'Input templates: 130 templates for 2 targets are 260 jobs in 260 batches, more than one run of GitHub takes',
  );
  // Names so long that the outputs of a job have no room for them.
  expect(() => makeBatches(templates(2000, 300), [], 256)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('in 8 batches'),
      hint: expect.not.stringContaining('raise'),
    }),
  );
});
