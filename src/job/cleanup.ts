/** Everything one run has to undo at its end, whether it lives in this process or outside, newest first. */

import type { Context, HoldKind, UndoContext } from '../context.ts';
import { explainError } from './explain-error.ts';
import type { Held, HeldRecord } from './held-record.ts';
import { undoHeld } from './undo-held.ts';

type Entry =
  | { readonly what: string; readonly undo: () => Promise<void>; readonly held?: undefined }
  | { readonly held: Held; readonly here?: (() => Promise<void>) | undefined };

export interface Cleanup extends Pick<Context, 'onCleanup' | 'hold' | 'rehold'> {
  /** @returns what remains, ready to print */
  run(context: UndoContext): Promise<readonly string[]>;
}

export function createCleanup(record: HeldRecord, kinds: readonly HoldKind<never>[]): Cleanup {
  const stack: Entry[] = [];
  const push = (entry: Entry, onRelease = (): void => {}): (() => void) => {
    stack.push(entry);
    return () => {
      const index = stack.indexOf(entry);
      if (index < 0) return;
      stack.splice(index, 1);
      onRelease();
    };
  };
  return {
    onCleanup: (what, undo) => push({ what, undo }),
    hold: (kind, data, here) => {
      if (!kinds.some((known) => known.kind === kind.kind)) {
        throw new Error(`this action does not declare that it holds ${kind.kind}: its post step could not undo it`);
      }
      const held = record.add(kind.kind, data);
      return push({ held, here }, () => record.remove(held));
    },
    rehold: () => record.refresh(),
    run: async (context) => {
      const remains: string[] = [];
      for (let entry = stack.pop(); entry; entry = stack.pop()) {
        if (entry.held) {
          remains.push(
            ...(await undoHeld([entry.held], withHere(kinds, entry), context, (held) => record.remove(held))),
          );
          continue;
        }
        const { what, undo } = entry;
        try {
          context.log.info(`Removing ${what}`);
          await undo();
        } catch (error) {
          remains.push(`${what}: ${explainError(error).message}`);
        }
      }
      return remains;
    },
  };
}

function withHere(kinds: readonly HoldKind<never>[], { held, here }: Extract<Entry, { held: Held }>): typeof kinds {
  return here ? kinds.map((kind) => (kind.kind === held.kind ? { ...kind, undo: here } : kind)) : kinds;
}
