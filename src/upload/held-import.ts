/** A VM in the making that must not outlive its run: found by its name for the time being and its owner, never by what it became. */

import type { HoldKind } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { resumeVsphere, type SessionTicket } from '../vsphere/wire/session.ts';
import { undoImport } from './undo-import.ts';

export interface HeldImport {
  readonly ticket: SessionTicket;
  readonly folder: Moref;
  /** Its name for the time being. A VM that has its final name is finished and stays. */
  readonly name: string;
  readonly run: string;
  /** Once there is one, until it is complete. */
  readonly lease?: Moref;
}

/** Held before the import is asked for: its answer may be lost. */
export const HELD_IMPORT: HoldKind<HeldImport> = {
  kind: 'upload-import',
  what: ({ name }) => `the unfinished VM ${name}, should there be one`,
  undo: async ({ ticket, folder, name, run, lease }, context) => {
    const session = await resumeVsphere(ticket, context);
    try {
      const remains = await undoImport(session, { folder, name, run, lease, entity: undefined }, true);
      if (remains.length > 0) {
        throw new UserError(
          'upload-failed',
          `What remains: ${remains.join('; ')}`,
          'The next upload of this name removes it.',
        );
      }
    } finally {
      session.leave();
    }
  },
};
