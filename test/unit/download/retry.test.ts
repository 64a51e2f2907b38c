import { describe, expect, test, vi } from 'vitest';
import {
  backOff,
  parseRetryAfter,
  pause,
  type RetryPolicy,
  Transient,
  withRetries,
} from '../../../src/download/retry.ts';

const POLICY: RetryPolicy = { attempts: 3, baseMs: 1, maxMs: 4 };
const signal = new AbortController().signal;

describe('withRetries', () => {
  test('tries as often as the policy says and then throws the cause', async () => {
    const cause = new Error('lasting');
    const attempt = vi.fn(() => Promise.reject(new Transient(cause)));
    const told: number[] = [];
    await expect(withRetries(attempt, POLICY, signal, (_, wait) => told.push(wait))).rejects.toBe(cause);
    expect(attempt.mock.calls).toEqual([[1], [2], [3]]);
    expect(told).toHaveLength(2);
  });

  test('gives what the first good try gives', async () => {
    const attempt = (number: number): Promise<number> =>
      number < 2 ? Promise.reject(new Transient(new Error('once'))) : Promise.resolve(number);
    expect(await withRetries(attempt, POLICY, signal)).toBe(2);
  });

  test('never tries again what will not pass', async () => {
    const attempt = vi.fn(() => Promise.reject(new Error('lasting')));
    await expect(withRetries(attempt, POLICY, signal)).rejects.toThrow('lasting');
    expect(attempt).toHaveBeenCalledOnce();
  });

  test('begins nothing once it is cancelled', async () => {
    const attempt = vi.fn();
    await expect(withRetries(attempt, POLICY, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(attempt).not.toHaveBeenCalled();
  });

  test('stops waiting when it is cancelled', async () => {
    const controller = new AbortController();
    const attempt = (): Promise<never> => Promise.reject(new Transient(new Error('busy'), 60_000));
    const policy = { ...POLICY, maxMs: 60_000 };
    const ended = withRetries(attempt, policy, controller.signal, () => controller.abort(new Error('stop')));
    await expect(ended).rejects.toThrow('stop');
    await expect(pause(60_000, controller.signal)).rejects.toThrow('stop');
  });
});

describe('backOff', () => {
  const policy: RetryPolicy = { attempts: 9, baseMs: 100, maxMs: 1000 };
  test.each([
    [1, 50, 100],
    [2, 100, 200],
    [4, 400, 800],
    [5, 500, 1000],
    [9, 500, 1000],
  ])('before try %i + 1 waits %i to %i ms', (number, least, most) => {
    const random = vi.spyOn(Math, 'random');
    random.mockReturnValue(0);
    expect(backOff(number, policy)).toBe(least);
    random.mockReturnValue(1);
    expect(backOff(number, policy)).toBe(most);
    random.mockRestore();
  });

  test('waits as long as the server says, within the bound', () => {
    expect(backOff(1, policy, 700)).toBe(700);
    expect(backOff(1, policy, 7000)).toBe(1000);
    expect(backOff(9, policy, 1)).toBeGreaterThanOrEqual(500);
  });
});

test.each([
  [undefined, undefined],
  ['7', 7000],
  [' 0 ', 0],
  ['soon', undefined],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 59_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
])('Retry-After: %s is %s ms', (value, milliseconds) => {
  expect(parseRetryAfter(value, 1000)).toBe(milliseconds);
});
