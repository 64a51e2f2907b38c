/** A candidate whose first boot goes on without us: nobody undoes it, and the same step run again goes on watching. */

import type { HoldKind } from '../context.ts';

/** It was prepared for its start; it may have been started; it is off again, and what only baking needed is not put away yet. */
export type BakeStage = 'prepared' | 'started' | 'over';

export interface HeldBake {
  /** Inventory path. */
  readonly path: string;
  /** Managed object id. */
  readonly vm: string;
  readonly stage: BakeStage;
}

const WORDS: Readonly<Record<BakeStage, string>> = {
  prepared: 'was not started yet: run bake-template on it again to begin its first boot',
  started: 'goes on with its first boot: run bake-template on it again to go on watching',
  over: 'is done with its first boot, which was not written down yet: run bake-template on it again to do so',
};

/** Held before the start. A candidate that nobody comes back to is removed by an upload of its name once it has expired. */
export const HELD_BAKE: HoldKind<HeldBake> = {
  kind: 'bake',
  what: ({ path }) => `the watch over the first boot of ${path}`,
  undo: ({ path, vm, stage }, { log }) => {
    log.warning(`${path} (${vm}) ${WORDS[stage]}, or delete it when nobody needs it`);
    return Promise.resolve();
  },
};
