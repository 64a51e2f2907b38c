/** Logs in anew where the server has ended a session, until the session is closed. */

import type { Log } from '../../context.ts';
import { VsphereFault } from './fault.ts';

interface Renewal {
  readonly renew: () => Promise<void>;
  readonly isUnderWay: () => boolean;
  /** Nobody logs in after it; what is under way is over. Never throws. */
  readonly stop: () => Promise<void>;
  readonly isStopped: () => boolean;
}

interface Renewable {
  readonly url: URL;
  readonly log: Log;
  /** Has the cookie of the session. */
  readonly transport: { cookie: string };
  /** @param running goes on for a moment after this is aborted */
  readonly logInAgain: (running: AbortSignal) => Promise<void>;
  readonly onRenewed: (() => void) | undefined;
}

/** Calls that meet the end of the session side by side share one login. */
export function createRenewal({ url, log, transport, logInAgain, onRenewed }: Renewable): Renewal {
  let renewing: Promise<void> | undefined;
  const stopped = new AbortController();
  const logInAnew = async (): Promise<void> => {
    // Whoever is still at work once the session is closed would begin one that nobody ends.
    if (stopped.signal.aborted) throw new VsphereFault('Login', 'NotAuthenticated', 'the session is closed');
    log.info(`${url.host} has ended the session: logging in again`);
    // A session that the server has ended is not one to log in with.
    transport.cookie = '';
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
    renew: () => {
      renewing ??= logInAnew().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
  };
}
