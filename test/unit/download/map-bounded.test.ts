import { expect, test } from 'vitest';
import { mapBounded } from '../../../src/download/map-bounded.ts';

const signal = new AbortController().signal;

test.each([1, 2, 9])('at most %i at a time, results in order', async (limit) => {
  let running = 0;
  let most = 0;
  const results = await mapBounded([5, 1, 3, 0, 2], limit, signal, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, item));
    running -= 1;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 30, 0, 20]);
  expect(most).toBe(Math.min(limit, 5));
});

test('the first failure stops the rest and is what is thrown', async () => {
  const begun: number[] = [];
  const aborted: unknown[] = [];
  const failed = mapBounded([0, 1, 2, 3, 4], 2, signal, async (item, own) => {
    begun.push(item);
    if (item === 0) throw new Error('first');
    await new Promise((resolve) => own.addEventListener('abort', resolve, { once: true }));
    aborted.push((own.reason as Error).message);
    throw new Error('second');
  });
  await expect(failed).rejects.toThrow('first');
  expect(begun).toEqual([0, 1]);
  expect(aborted).toEqual(['first']);
});

test('the signal of the caller reaches the work', async () => {
  const stop = AbortSignal.abort(new Error('stop'));
  await expect(mapBounded([1], 1, stop, (_, own) => Promise.reject(own.reason as Error))).rejects.toThrow('stop');
  expect(await mapBounded([], 3, signal, () => Promise.reject(new Error('never')))).toEqual([]);
});
