/** A copy of a library item in the making: one that is not whole is of no use to anybody. */

import type { HoldKind } from '../context.ts';
import { deleteItem, type Library, listItems } from '../vsphere/library/library-items.ts';
import { type RestTicket, resumeRest } from '../vsphere/wire/rest.ts';

export interface HeldItemCopy {
  readonly ticket: RestTicket;
  readonly library: Library;
  /** Of the copy. */
  readonly name: string;
}

/** Stands in a copy until it is whole. */
export const UNFINISHED = 'A copy by Stillframe that is not whole yet.';

/** Held before the copy is asked for: its answer may be lost. */
export const HELD_ITEM_COPY: HoldKind<HeldItemCopy> = {
  kind: 'publication-item-copy',
  what: ({ name }) => `the item ${name}, should it be a copy that is not whole`,
  undo: ({ ticket, library, name }, context) =>
    resumeRest(ticket, context, async (rest) => {
      for (const item of await listItems(rest, library, name)) {
        if (item.description === UNFINISHED) await deleteItem(rest, item.id);
      }
    }),
};
