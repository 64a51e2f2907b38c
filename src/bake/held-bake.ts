/** A candidate whose first boot goes on without us: nobody undoes it, and the same step run again goes on watching. */

import type { HoldKind } from '../context.ts';

export interface HeldBake {
  /** Inventory path. */
  readonly path: string;
  /** Managed object id. */
  readonly vm: string;
}

/** Held before the start. A candidate that nobody comes back to is removed by an upload of its name once it has expired. */
export const HELD_BAKE: HoldKind<HeldBake> = {
  kind: 'bake',
  what: ({ path }) => `the watch over the first boot of ${path}`,
  undo: ({ path, vm }, { log }) => {
    log.warning(
      `${path} (${vm}) goes on with its first boot: run bake-template on it again to go on watching, or delete it when nobody needs it`,
    );
    return Promise.resolve();
  },
};
