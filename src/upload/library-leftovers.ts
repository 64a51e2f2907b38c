/** What runs that were killed left of an OVA on its way through a content library: found by names and owners, as VMs in the making are. */

import { type Library, listItems } from '../vsphere/library/library-items.ts';
import { describeOwner, type OwnerProcess, standingOf } from '../vsphere/vm/owner.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { RestCaller } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { warnOfRemains } from './undo-import.ts';
import { undoLibraryImport } from './undo-library-import.ts';
import { ownerOfWorkingItem } from './working-item.ts';
import { readWorkingName } from './working-names.ts';

export interface LibraryClaim {
  readonly library: Library;
  readonly folder: Moref;
  readonly name: string;
  readonly me: OwnerProcess;
}

/**
 * Removes the items of that name that nobody is at any more, and the VMs that were being made of them. Before the VMs themselves are
 * looked at: one that was just made bears no owner, and the item says whose it is.
 * @returns whether something was removed, so that the inventory must be read again
 */
export async function clearLibraryLeftovers(
  session: VsphereSession,
  rest: RestCaller,
  { library, folder, name, me }: LibraryClaim,
): Promise<boolean> {
  let changed = false;
  for (const { name: found, description } of await listItems(rest, library)) {
    const working = readWorkingName(found, name);
    const owner = ownerOfWorkingItem(description);
    if (working?.kind !== 'new') continue;
    if (owner?.run !== working.run) {
      session.log.warning(
        `The item ${found} of the content library ${library.name} is called like one on its way, but does not say whose it is: it is left alone. Remove it by hand when nobody needs it.`,
      );
    } else if (standingOf(owner, me, session.now()) === 'working') {
      session.log.info(`The item ${found} belongs to ${describeOwner(owner)}, and is left to it`);
    } else {
      session.log.info(`Removing the item ${found} and what was made of it, which an earlier run did not finish`);
      const made = { library, folder, name: found, run: owner.run };
      warnOfRemains(session, await undoLibraryImport(session, rest, made, 0));
      changed = true;
    }
  }
  return changed;
}
