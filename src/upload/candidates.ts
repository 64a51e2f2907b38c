/** Candidates of a name that stand in the way or have outlived their time. */

import type { InventoryObject } from '../vsphere/inventory/inventory.ts';
import { readReleaseMark } from '../vsphere/vm/marked-vm.ts';
import { nameOfCandidate, releaseState } from '../vsphere/vm/release-mark.ts';
import { removeVm } from '../vsphere/vm/remove-vm.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

export interface CandidateClaim {
  /** That the candidates are to be published under. */
  readonly name: string;
  /** The workflow run, which replaces what an earlier attempt of it has made. */
  readonly run: string;
}

/**
 * Removes the candidate of an earlier attempt of this run, and those that have expired. What belongs to another run, or does not say
 * whose it is, stays and is told; so does what somebody has cloned of one, which bears its mark under another name. Each is looked at in the
 * moment before.
 * @param vms of the folder
 */
export async function clearCandidates(
  session: VsphereSession,
  vms: readonly InventoryObject[],
  { name, run }: CandidateClaim,
): Promise<void> {
  for (const vm of vms.filter((found) => releaseState(found.name, name) === 'candidate')) {
    const mark = await readReleaseMark(session, vm.moref);
    if (mark?.name !== name || vm.name.toLowerCase() !== nameOfCandidate(name, mark.run).toLowerCase()) {
      session.log.warning(
        `${vm.path} is called like a candidate, but does not say of what: it is left alone. Remove it by hand when nobody needs it.`,
      );
    } else if (mark.run === run) {
      session.log.info(`Removing ${vm.path}, which an earlier attempt of this run has made`);
      await removeVm(session, vm.moref);
    } else if (mark.expires <= session.now()) {
      session.log.info(`Removing ${vm.path}: it was not published by ${mark.expires.toISOString()}`);
      await removeVm(session, vm.moref);
    } else session.log.info(`${vm.path} belongs to the run ${mark.run} until ${mark.expires.toISOString()}`);
  }
}
