/** A disposable copy that must not outlive its run. */

import type { HoldKind } from '../context.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { cancelTasksOf } from '../vsphere/wire/cancel-tasks.ts';
import { resumeVsphere, type SessionTicket, type VsphereSession } from '../vsphere/wire/session.ts';
import { findCopies, removeCopy } from './disposable-copy.ts';

export interface HeldCopy {
  readonly ticket: SessionTicket;
  readonly source: LocatedVm;
  /** Of the run, in the name and the marker of the copy. */
  readonly id: string;
}

/** Held before there is one: when the answer of the clone is lost or cancelled, the copy may yet be made. */
export const HELD_COPY: HoldKind<HeldCopy> = {
  kind: 'quiesce-copy',
  what: ({ source, id }) => `the copy of ${source.name} made by run ${id}`,
  undo: async ({ ticket, source, id }, context) => {
    const session = await resumeVsphere(ticket, context);
    try {
      await removeHeldCopy(session, source, id);
    } finally {
      session.leave();
    }
  },
};

/** Removes what the run with that id has copied from the source, if anything. */
export async function removeHeldCopy(session: VsphereSession, source: LocatedVm, id: string): Promise<void> {
  // The clone itself may still be under way.
  await cancelTasksOf(session, source.moref);
  for (const copy of await findCopies(session, source, id)) {
    await cancelTasksOf(session, copy.moref);
    await removeCopy(session, copy);
  }
}
