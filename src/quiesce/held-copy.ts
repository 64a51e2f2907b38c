/** A disposable copy that must not outlive its run. */

import type { HoldKind } from '../context.ts';
import type { HeldCopy } from './remove-held-copy.ts';

/** Held before there is one: when the answer of the clone is lost or cancelled, the copy may yet be made. */
export const HELD_COPY: HoldKind<HeldCopy> = {
  kind: 'quiesce-copy',
  what: ({ source, id }) => `the copy ${id} of ${source.name}`,
  // Loaded when there is something to undo: the check of an image speaks to no server.
  undo: async (held, context) => (await import('./remove-held-copy.ts')).undoHeldCopy(held, context),
};
