/** Snapshots that checks took of a VM itself: found by their name, for who was killed or cancelled could not remove them; their description says whose they are. */

import { consolidateDisks } from '../vsphere/vm/consolidate-disks.ts';
import { formatOwner, type OwnerProcess, parseOwner, standingOf } from '../vsphere/vm/owner.ts';
import { readSnapshots, removeSnapshot } from '../vsphere/vm/vm-snapshot.ts';
import { explainFault } from '../vsphere/wire/explain-fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

const PREFIX = 'stillframe-verify-';
const PURPOSE = 'Taken by Stillframe verify-quiesce to prove quiescing; removed when the check ends.';

/** @param id 8 hexadecimal digits of the run */
export function snapshotName(id: string): string {
  return `${PREFIX}${id}`;
}

/** What is written into the snapshot, for people first. */
export function snapshotDescription(session: VsphereSession, me: OwnerProcess): string {
  return `${PURPOSE} ${formatOwner(me, session.now())}`;
}

/**
 * What another run is at work on stays.
 * @param id only of this run; default: of any
 * @returns names of the snapshots that were there and are removed
 */
export async function removeLeftSnapshots(
  session: VsphereSession,
  vm: Moref,
  me: OwnerProcess,
  id?: string,
): Promise<string[]> {
  const removed: string[] = [];
  for (const { moref, name, description } of await readSnapshots(session, vm)) {
    if (id === undefined ? !/^stillframe-verify-[0-9a-f]{8}$/.test(name) : name !== snapshotName(id)) continue;
    const owner = parseOwner(description.slice(PURPOSE.length + 1));
    if (owner && standingOf(owner, me, session.now()) === 'working') continue;
    try {
      await removeSnapshot(session, vm, moref);
      await consolidateDisks(session, vm);
    } catch (error) {
      throw explainFault(error, `Removing the snapshot ${name}`);
    }
    removed.push(name);
  }
  return removed;
}
