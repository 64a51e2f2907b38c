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
  /** When the run began, by the server's clock, as ISO 8601. */
  readonly since: string;
}

/** Held before there is one: when the answer of the clone is lost or cancelled, the copy may yet be made. */
export const HELD_COPY: HoldKind<HeldCopy> = {
  kind: 'quiesce-copy',
  what: ({ source, id }) => `the copy of ${source.name} made by run ${id}`,
  undo: async (held, context) => {
    const session = await resumeVsphere(held.ticket, context);
    try {
      await removeHeldCopy(session, held);
    } finally {
      session.leave();
    }
  },
};

/** Removes what the run has copied from the source, if anything. */
export async function removeHeldCopy(session: VsphereSession, { source, id, since }: HeldCopy): Promise<void> {
  // The clone itself may still be under way; what else works on the source is not ours.
  await cancelTasksOf(session, source.moref, { methods: ['CloneVM_Task'], since: new Date(since) });
  for (const copy of await findCopies(session, source, id)) {
    await cancelTasksOf(session, copy.moref);
    await removeCopy(session, copy);
  }
}
