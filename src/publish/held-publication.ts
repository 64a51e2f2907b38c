/** A name on its way from one release to the next: whoever finds it with nobody gives it back to the one that had it. */

import type { HoldKind } from '../context.ts';
import { type InventoryObject, readInventory } from '../vsphere/inventory/inventory.ts';
import { vmNamed, vmsIn } from '../vsphere/inventory/vm-folders.ts';
import { renameEntity } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { resumeVsphere, type SessionTicket } from '../vsphere/wire/session.ts';

export interface HeldPublication {
  readonly ticket: SessionTicket;
  readonly folder: Moref;
  readonly name: string;
  /** What the release that had the name is called while the name changes hands. */
  readonly aside: string;
}

/** Held before the first rename. */
export const HELD_PUBLICATION: HoldKind<HeldPublication> = {
  kind: 'publication',
  what: ({ name }) => `the name ${name}, should nobody have it`,
  undo: async ({ ticket, folder, name, aside }, context) => {
    const session = await resumeVsphere(ticket, context);
    try {
      const here = vmsIn(await readInventory(session, { VirtualMachine: [] }), folder);
      const old = releaseToRestore(here, { name, aside });
      if (old) await renameEntity(session, old.moref, name);
    } finally {
      session.leave();
    }
  },
};

/**
 * @param here what lies in the folder of the release
 * @returns what was put aside and is to have its name back: undefined where somebody has the name, or nothing was put aside yet
 */
export function releaseToRestore(
  here: readonly InventoryObject[],
  { name, aside }: Pick<HeldPublication, 'name' | 'aside'>,
): InventoryObject | undefined {
  return vmNamed(here, name) ? undefined : vmNamed(here, aside);
}
