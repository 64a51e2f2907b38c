/** A repair in a guest that must not be left half done: the VM off, its network as before, and a template again. */

import type { HoldKind } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { LocatedVm } from '../../vsphere/inventory/locate-vm.ts';
import { readOwner } from '../../vsphere/vm/owned-vm.ts';
import { describeOwner, type OwnerProcess, standingOf } from '../../vsphere/vm/owner.ts';
import { readVmFacts } from '../../vsphere/vm/vm-facts.ts';
import { cancelTasksOf } from '../../vsphere/wire/cancel-tasks.ts';
import { isFault } from '../../vsphere/wire/explain-fault.ts';
import { resumeVsphere, type SessionTicket, type VsphereSession } from '../../vsphere/wire/session.ts';
import { putBack, readRepairMark } from './put-back.ts';
import type { RepairMark } from './repair-mark.ts';

export interface HeldRepair {
  readonly ticket: SessionTicket;
  readonly vm: LocatedVm;
  /** As it is written into the VM once that is no template any more. */
  readonly mark: RepairMark;
  /** When the run began, by the server's clock, as ISO 8601. */
  readonly since: string;
}

/** Held before a template becomes a VM: when the answer of that is lost, it may yet have become one. */
export const HELD_REPAIR: HoldKind<HeldRepair> = {
  kind: 'repair',
  what: ({ vm, mark }) => `the running state of ${vm.name}${mark.template ? ', which is to be a template again' : ''}`,
  undo: async (held, context) => {
    const session = await resumeVsphere(held.ticket, context);
    try {
      await undoRepair(session, held);
    } finally {
      session.leave();
    }
  },
};

/** Leaves alone what another run has taken over, or somebody has started. */
export async function undoRepair(session: VsphereSession, { vm, mark, since }: HeldRepair): Promise<void> {
  try {
    await cancelTasksOf(session, vm.moref, { methods: ['PowerOnVM_Task'], since: new Date(since) });
    const found = await readRepairMark(session, vm.moref);
    if (found && found.run !== mark.run) return;
    const { poweredOn } = await readVmFacts(session, vm.moref);
    // It is started only once it carries the mark.
    if (found?.state !== 'running' && poweredOn) {
      session.log.warning(`${vm.path} is running, and not by this run: it is left as it is`);
      return;
    }
    await putBack(session, vm.moref, mark);
  } catch (error) {
    if (!isFault(error, 'ManagedObjectNotFound')) throw error;
  }
}

/** Hours in which a VM that was a template before a repair is believed to be on its way back: later somebody has made it a VM. */
const ON_ITS_WAY = 3_600_000;

/**
 * Puts back what a run elsewhere, which has ended, has left of a repair of this VM.
 * @throws UserError vsphere-busy while that run goes on
 */
export async function finishEarlier(session: VsphereSession, vm: LocatedVm, me: OwnerProcess): Promise<void> {
  const mark = await readRepairMark(session, vm.moref);
  if (mark === undefined) return;
  const { template, poweredOn } = await readVmFacts(session, vm.moref);
  if (template) return;
  if (mark.state === 'over') {
    const since = session.now().getTime() - Date.parse(mark.ended ?? '');
    if (!mark.template || poweredOn || !(since < ON_ITS_WAY)) return;
  } else {
    const owner = await readOwner(session, vm.moref);
    if (owner && standingOf(owner, me, session.now()) === 'working') {
      throw new UserError(
        'vsphere-busy',
        `Another run is repairing ${vm.path}: it belongs to ${describeOwner(owner)}`,
        'Wait until that run has ended. If it was killed, the first run puts the VM back that starts ten minutes after it was last heard of.',
      );
    }
  }
  session.log.info(`Putting ${vm.path} back, of which an ended run has left a repair half done`);
  await putBack(session, vm.moref, mark);
}
