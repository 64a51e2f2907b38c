/** A call that leaves something on the server goes on for a moment though the run is cancelled: torn, nobody could put away what it made. */

/** Of the ten seconds after which a cancelled process is killed. */
const LINGER = 4000;

/**
 * @param limit milliseconds that the call may take without a cancel
 * @param linger milliseconds that it may still take after one
 * @returns what the call gives; whether the run was cancelled meanwhile is the caller's to ask, once it has put away what was made
 * @throws the signal's reason where it was cancelled before; what the call throws
 */
export async function lingering<T>(
  signal: AbortSignal,
  limit: number,
  call: (within: AbortSignal) => Promise<T>,
  linger = LINGER,
): Promise<T> {
  signal.throwIfAborted();
  const within = new AbortController();
  // Our own timers, which end with the call: Node keeps a signal of AbortSignal.timeout that is joined with another until its time has passed
  // (nodejs/node#54614).
  const late = setTimeout(() => {
    within.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, limit);
  let lingered: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    lingered = setTimeout(() => within.abort(signal.reason), linger);
  };
  signal.addEventListener('abort', onAbort);
  try {
    return await call(within.signal);
  } finally {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(late);
    clearTimeout(lingered);
  }
}
