/** A library item in the making that has its final name already: one that is not whole is of no use to anybody. */

import type { HoldKind } from '../context.ts';
import { deleteItem, type Library, listItems } from '../vsphere/library/library-items.ts';
import { cancelUpdate, openUpdatesOf } from '../vsphere/library/update-session.ts';
import { type RestCaller, type RestTicket, resumeRest } from '../vsphere/wire/rest.ts';
import { ownerOfWorkingItem } from './working-item.ts';

export interface HeldItemUpload {
  readonly ticket: RestTicket;
  readonly library: Library;
  readonly name: string;
  readonly run: string;
}

/** Held before the item is asked for: its answer may be lost. */
export const HELD_ITEM_UPLOAD: HoldKind<HeldItemUpload> = {
  kind: 'upload-item',
  what: ({ name, library }) => `the item ${name} in ${library.name}, should it be one that is not whole`,
  undo: ({ ticket, library, name, run }, context) =>
    resumeRest(ticket, context, (rest) => removeUnfinished(rest, library, name, (owner) => owner === run)),
};

/** Removes the item of that name while it only says whose it is; one that says a release is whole. */
export async function removeUnfinished(
  rest: RestCaller,
  library: Library,
  name: string,
  isOurs: (run: string) => boolean,
): Promise<void> {
  for (const { id, description } of await listItems(rest, library, name)) {
    const owner = ownerOfWorkingItem(description);
    if (owner === undefined || !isOurs(owner.run)) continue;
    for (const update of await openUpdatesOf(rest, id)) await cancelUpdate(rest, update);
    await deleteItem(rest, id);
  }
}
