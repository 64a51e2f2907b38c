/** An OVA on its way through a content library, of which nothing must outlive its run. */

import type { HoldKind } from '../context.ts';
import { UserError } from '../errors.ts';
import { type RestTicket, resumeRest } from '../vsphere/wire/rest.ts';
import { resumeVsphere, type SessionTicket } from '../vsphere/wire/session.ts';
import { APPEARANCE } from './undo-import.ts';
import { type LibraryImport, undoLibraryImport } from './undo-library-import.ts';

export interface HeldLibraryImport extends LibraryImport {
  readonly ticket: SessionTicket;
  readonly rest: RestTicket;
}

/** Held before the item is asked for: its answer may be lost. */
export const HELD_LIBRARY_IMPORT: HoldKind<HeldLibraryImport> = {
  kind: 'upload-library-import',
  what: ({ name, library }) =>
    `the unfinished VM ${name} and the item of that name in ${library.name}, should there be any`,
  undo: async ({ ticket, rest, ...made }, context) => {
    const session = await resumeVsphere(ticket, context);
    try {
      const remains = await resumeRest(rest, context, (caller) => undoLibraryImport(session, caller, made, APPEARANCE));
      if (remains.length > 0) {
        throw new UserError(
          'upload-failed',
          `What remains: ${remains.join('; ')}`,
          'The next upload of this name through this library removes it.',
        );
      }
    } finally {
      session.leave();
    }
  },
};
