/** Removes the disposable copy that a run has left, or may have. */

import type { UndoContext } from '../context.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { cancelTasksOf } from '../vsphere/wire/cancel-tasks.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { resumeVsphere, type SessionTicket, type VsphereSession } from '../vsphere/wire/session.ts';
import { findCopies, removeCopy } from './disposable-copy.ts';

export interface HeldCopy {
  readonly ticket: SessionTicket;
  readonly source: LocatedVm;
  /** What is cloned where that is not the source itself, but a copy of it. */
  readonly from?: Moref;
  /** In the name and the marker of the copy. */
  readonly id: string;
  /** When the run began, by the server's clock, as ISO 8601. */
  readonly since: string;
}

/** As `removeHeldCopy`, in the session that the record tells of. */
export async function undoHeldCopy(held: HeldCopy, context: UndoContext): Promise<void> {
  const session = await resumeVsphere(held.ticket, context);
  try {
    await removeHeldCopy(session, held);
  } finally {
    session.leave();
  }
}

/** Removes what the run has copied from the source, if anything. */
export async function removeHeldCopy(session: VsphereSession, { source, from, id, since }: HeldCopy): Promise<void> {
  // The clone itself may still be under way; what else works on the source is not ours.
  await cancelTasksOf(session, from ?? source.moref, { methods: ['CloneVM_Task'], since: new Date(since) });
  for (const copy of await findCopies(session, source, id)) {
    await cancelTasksOf(session, copy.moref);
    await removeCopy(session, copy);
  }
}
