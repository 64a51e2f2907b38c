/** Tries again what fails in passing: exponential back-off with jitter, a server's own Retry-After respected. */

import { setTimeout as sleep } from 'node:timers/promises';

export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubled for each one after it. */
  readonly baseMs: number;
  /** The longest wait in milliseconds, also for Retry-After. */
  readonly maxMs: number;
}

export const DEFAULT_RETRIES: RetryPolicy = { attempts: 5, baseMs: 1000, maxMs: 60_000 };

/** Thrown inside `withRetries` to say "this may pass"; its cause is what the caller gets when it does not. */
export class Transient extends Error {
  override readonly name = 'Transient';
  readonly retryAfterMs: number | undefined;

  constructor(cause: Error, retryAfterMs?: number) {
    super(cause.message, { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * @param attempt the work; throws a Transient when trying again may help
 * @param onRetry told before each wait
 * @throws whatever `attempt` throws, a Transient's cause after the last try, or the signal's reason
 */
export async function withRetries<T>(
  attempt: (number: number) => Promise<T>,
  policy: RetryPolicy,
  signal: AbortSignal,
  onRetry: (error: Transient, waitMs: number) => void = () => {},
): Promise<T> {
  for (let number = 1; ; number += 1) {
    signal.throwIfAborted();
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      if (number >= policy.attempts) throw error.cause;
      const waitMs = backOff(number, policy, error.retryAfterMs);
      onRetry(error, waitMs);
      await pause(waitMs, signal);
    }
  }
}

/** Full jitter over the upper half of the exponential step, so that parallel clients do not come back together. */
export function backOff(number: number, policy: RetryPolicy, retryAfterMs?: number): number {
  const step = Math.min(policy.maxMs, policy.baseMs * 2 ** (number - 1));
  const jittered = step / 2 + (Math.random() * step) / 2;
  return Math.min(policy.maxMs, Math.max(jittered, retryAfterMs ?? 0));
}

/** Waits; rejects with the signal's reason when it is aborted meanwhile. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** Milliseconds of a Retry-After header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
export function parseRetryAfter(value: string | undefined, now: number = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
