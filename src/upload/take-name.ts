/** Gives an imported VM its name, last of all, and removes the one that had it. */

import type { InventoryObject } from '../vsphere/inventory/inventory.ts';
import { changePlaces, type Successor } from '../vsphere/vm/change-places.ts';
import { removeVm } from '../vsphere/vm/remove-vm.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { oldName } from './working-names.ts';

export interface ImportedSuccessor extends Successor {
  /** Names this run. */
  readonly run: string;
}

/**
 * As changePlaces; what was replaced is removed.
 * @param old undefined when nobody has the name
 * @throws UserError vsphere-exists when somebody has taken the name, or started the old VM, meanwhile; the signal's reason
 */
export async function takeName(
  session: VsphereSession,
  successor: ImportedSuccessor,
  old: InventoryObject | undefined,
): Promise<void> {
  const { name, run } = successor;
  const aside = oldName(name, run);
  await changePlaces(session, successor, old && { vm: old, aside });
  if (!old) return;
  try {
    await removeVm(session.uncancelled(), old.moref, { powerOff: false, patience: 60_000 });
  } catch (error) {
    session.log.warning(
      `${name} was replaced, but the old one could not be removed and is now called ${aside}: ${String(error)}`,
    );
  }
}
