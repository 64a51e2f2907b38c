/** Asks again and again, ever less often: needs no state on the server, so that any number of waits can run side by side. */

import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2000;

/** Waits that many milliseconds, or less when the signal says so. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

const wait: Pause = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined);

/**
 * @param probe undefined means "not yet"
 * @param timeout milliseconds; without it only the signal ends the wait
 * @param pause how it waits between two questions
 * @returns what the probe gave, or undefined when the time was up
 * @throws what the probe throws, and the signal's reason
 */
export async function pollUntil<T>(
  signal: AbortSignal,
  probe: () => Promise<T | undefined>,
  timeout = Number.POSITIVE_INFINITY,
  pause: Pause = wait,
): Promise<T | undefined> {
  const started = Date.now();
  for (let next = FIRST_PAUSE; ; next = Math.min(next * 1.5, LONGEST_PAUSE)) {
    signal.throwIfAborted();
    const found = await probe();
    if (found !== undefined) return found;
    const left = started + timeout - Date.now();
    if (left <= 0) return undefined;
    await pause(Math.min(next, left), signal);
  }
}
