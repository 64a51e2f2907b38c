/** What the check of a VM itself must not leave behind: its snapshot, and that the VM runs. */

import type { HoldKind } from '../context.ts';
import type { HeldCheck } from './undo-check.ts';

/** Held before the VM is started: a task whose answer is lost may do its work all the same. */
export const HELD_CHECK: HoldKind<HeldCheck> = {
  kind: 'quiesce-check',
  what: ({ vm, wasOff }) => `the snapshot ${wasOff ? 'and the running state ' : ''}of ${vm.name}, should there be one`,
  // Loaded when there is something to undo: the check of an image speaks to no server.
  undo: async (held, context) => (await import('./undo-check.ts')).undoHeldCheck(held, context),
};
