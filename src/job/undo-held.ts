/** Undoes what was held, newest first, by the kinds that an action declares: for the unwinding, the post step and the next run. */

import type { HoldKind, UndoContext } from '../context.ts';
import { explainError } from './explain-error.ts';
import type { Held } from './held-record.ts';

/**
 * @param onUndone told of each that is gone
 * @returns what remains, each with the reason, ready to print
 */
export async function undoHeld(
  holds: readonly Held[],
  kinds: readonly HoldKind<never>[],
  context: UndoContext,
  onUndone: (held: Held) => void = () => {},
): Promise<readonly string[]> {
  const remains: string[] = [];
  for (const held of [...holds].reverse()) {
    const kind = kinds.find((candidate) => candidate.kind === held.kind) as HoldKind<unknown> | undefined;
    if (!kind) {
      remains.push(`something of the kind "${held.kind}", which this version cannot undo`);
      continue;
    }
    const what = kind.what(held.data);
    try {
      context.log.info(`Removing ${what}`);
      await kind.undo(held.data, context);
      onUndone(held);
    } catch (error) {
      remains.push(`${what}: ${explainError(error).message}`);
    }
  }
  return remains;
}
