/** Snapshots that checks took of a VM itself: found by their name, for who was killed or cancelled could not remove them. */

import { readSnapshots, removeSnapshot } from '../vsphere/vm/vm-snapshot.ts';
import { explainFault } from '../vsphere/wire/explain-fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

const PREFIX = 'stillframe-verify-';

/** @param id 8 hexadecimal digits of the run */
export function snapshotName(id: string): string {
  return `${PREFIX}${id}`;
}

/**
 * @param id only of this run; default: of any
 * @returns names of the snapshots that were there and are removed
 */
export async function removeLeftSnapshots(session: VsphereSession, vm: Moref, id?: string): Promise<string[]> {
  const removed: string[] = [];
  for (const { moref, name } of await readSnapshots(session, vm)) {
    if (id === undefined ? !/^stillframe-verify-[0-9a-f]{8}$/.test(name) : name !== snapshotName(id)) continue;
    await removeSnapshot(session, moref).catch((error: unknown) => {
      throw explainFault(error, `Removing the snapshot ${name}`);
    });
    removed.push(name);
  }
  return removed;
}
