/** Undoes what the check of a VM itself has left: removes its snapshot, and switches the VM off again. */

import type { UndoContext } from '../context.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { ownerProcess } from '../vsphere/vm/owner.ts';
import { stopVm } from '../vsphere/vm/stop-vm.ts';
import { readVmFacts } from '../vsphere/vm/vm-facts.ts';
import { cancelTasksOf } from '../vsphere/wire/cancel-tasks.ts';
import { resumeVsphere, type SessionTicket, type VsphereSession } from '../vsphere/wire/session.ts';
import { markBakedWhenDone } from './first-boot-mark.ts';
import { removeLeftSnapshots } from './left-snapshots.ts';

export interface HeldCheck {
  readonly ticket: SessionTicket;
  readonly vm: LocatedVm;
  /** Of the run, in the name of the snapshot. */
  readonly id: string;
  /** It was off when the check began and may be running because of it. */
  readonly wasOff: boolean;
  /** When the check began, by the server's clock, as ISO 8601. */
  readonly since: string;
}

const SNAPSHOT_TASKS = ['CreateSnapshot_Task', 'CreateSnapshotEx_Task'];

/** As `undoCheck`, in the session that the record tells of. */
export async function undoHeldCheck(held: HeldCheck, context: UndoContext): Promise<void> {
  const session = await resumeVsphere(held.ticket, context);
  try {
    await undoCheck(session, held);
  } finally {
    session.leave();
  }
}

/** Removes the run's snapshot, and stops the VM where the run had switched it on. */
export async function undoCheck(session: VsphereSession, { vm, id, wasOff, since }: HeldCheck): Promise<void> {
  // A snapshot that hangs would hold the VM for minutes. A backup's own snapshot of it is not ours to stop.
  await cancelTasksOf(session, vm.moref, { methods: SNAPSHOT_TASKS, since: new Date(since) });
  await removeLeftSnapshots(session, vm.moref, ownerProcess(id), id);
  if (!wasOff || !(await readVmFacts(session, vm.moref)).poweredOn) return;
  await markBakedWhenDone(session, vm.moref);
  await stopVm(session, vm.moref);
}
