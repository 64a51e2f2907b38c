/** Asks again and again, ever less often: needs no state on the server, so that any number of waits can run side by side. */

import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2000;

/**
 * @param probe undefined means "not yet"
 * @param timeout milliseconds; without it only the signal ends the wait
 * @returns what the probe gave, or undefined when the time was up
 * @throws what the probe throws, and the signal's reason
 */
export async function pollUntil<T>(
  signal: AbortSignal,
  probe: () => Promise<T | undefined>,
  timeout = Number.POSITIVE_INFINITY,
): Promise<T | undefined> {
  const started = Date.now();
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    signal.throwIfAborted();
    const found = await probe();
    if (found !== undefined) return found;
    const left = started + timeout - Date.now();
    if (left <= 0) return undefined;
    await sleep(Math.min(pause, left), undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
