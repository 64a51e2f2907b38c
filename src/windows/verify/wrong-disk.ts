/** The error for a finished disk that is not what was planned. */

import { UserError } from '../../errors.ts';

/** @param what one clause that says what differs, and where */
export function wrongDisk(what: string): UserError {
  return new UserError(
    'layout-wrong',
    `The finished disk is not what was planned: ${what}`,
    'Nothing was kept. Please report this with the debug log (ACTIONS_STEP_DEBUG) of the job.',
  );
}
