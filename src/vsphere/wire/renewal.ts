/** Logs in anew where the server has ended a session, until the session is closed. */

import type { Log } from '../../context.ts';
import { VsphereFault } from './fault.ts';

interface Renewal {
  /**
   * @param signal of who waits for it: the login goes on for others, whatever becomes of their run
   * @throws VsphereFault NotAuthenticated once it is stopped; as the login; the signal's reason
   */
  readonly renew: (signal: AbortSignal) => Promise<void>;
  readonly isUnderWay: () => boolean;
  /** Nobody logs in after it; what is under way is over. Never throws. */
  readonly stop: () => Promise<void>;
  readonly isStopped: () => boolean;
}

interface Renewable {
  readonly url: URL;
  readonly log: Log;
  /** For the log, such as `the session`. */
  readonly what: string;
  /** @param running goes on for a moment after this is aborted */
  readonly logInAgain: (running: AbortSignal) => Promise<void>;
  readonly onRenewed: (() => void) | undefined;
}

/** Calls that meet the end of the session side by side share one login. */
export function createRenewal({ url, log, what, logInAgain, onRenewed }: Renewable): Renewal {
  let renewing: Promise<void> | undefined;
  const stopped = new AbortController();
  const logInAnew = async (): Promise<void> => {
    // Whoever is still at work once the session is closed would begin one that nobody ends.
    if (stopped.signal.aborted) throw new VsphereFault('Login', 'NotAuthenticated', 'the session is closed');
    log.info(`${url.host} has ended ${what}: logging in again`);
    await logInAgain(stopped.signal);
    onRenewed?.();
  };
  return {
    isUnderWay: () => renewing !== undefined,
    stop: async () => {
      stopped.abort();
      await renewing?.catch(() => undefined);
    },
    isStopped: () => stopped.signal.aborted,
    renew: (signal) => {
      renewing ??= logInAnew().finally(() => {
        renewing = undefined;
      });
      return orAborted(renewing, signal);
    },
  };
}

function orAborted(login: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    login.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
