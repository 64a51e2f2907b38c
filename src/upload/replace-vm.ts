/** Puts a new VM in the place of an old one so that at any moment one of them has the name or gets it back. */

import type { InventoryObject } from '../vsphere/inventory/inventory.ts';
import { renameEntity } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { oldName, removeVm } from './leftovers.ts';

export interface Successor {
  readonly vm: Moref;
  readonly name: string;
  /** Names this run. */
  readonly run: string;
}

/**
 * The old one is removed last, when `settle` has made the new one what it is to be. When anything fails before, the old one
 * has its name again; the new one is left to the caller.
 */
export async function replaceVm(
  session: VsphereSession,
  old: InventoryObject,
  { vm, name, run }: Successor,
  settle: () => Promise<void>,
): Promise<void> {
  const aside = oldName(name, run);
  await renameEntity(session, old.moref, aside);
  try {
    await renameEntity(session, vm, name);
    await settle();
  } catch (error) {
    // Two cannot have one name, so the new one gives it up first.
    await removeVm(session, vm);
    await renameEntity(session, old.moref, old.name);
    throw error;
  }
  try {
    await removeVm(session, old.moref);
  } catch (error) {
    session.log.warning(
      `${name} was replaced, but the old one could not be removed and is now called ${aside}: ${String(error)}`,
    );
  }
}
