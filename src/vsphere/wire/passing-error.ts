/** What goes wrong on the way to a server, or in one that is busy: it may pass, and the caller knows whether asking again is safe. */

import { type ErrorCode, UserError } from '../../errors.ts';

export interface PassingErrorOptions {
  /** False only when the server cannot have seen the request: the connection was never made. */
  readonly taken: boolean;
  readonly cause?: unknown;
}

export class PassingError extends UserError {
  /** The server may have done what it was asked, though its answer did not arrive. */
  readonly taken: boolean;

  constructor(code: ErrorCode, message: string, hint: string, { taken, cause }: PassingErrorOptions) {
    super(code, message, hint, { cause });
    this.taken = taken;
  }
}

/** True when nobody knows whether the call was carried out, so that its outcome has to be looked up before anything is sent again. */
export function isOutcomeUnknown(error: unknown): error is PassingError {
  return error instanceof PassingError && error.taken;
}
