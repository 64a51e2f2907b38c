/** Brings a file to stable storage while it is still being written, so that its last flush has little left to wait for. */

import type { FileHandle } from 'node:fs/promises';

/** Bytes after which what was written so far is sent on its way. */
const STEP = 32 * 2 ** 20;

export interface FlushBehind {
  /**
   * Told how many bytes were written since the last time.
   * @throws what an earlier flush threw: a system tells of a failed one once, so the last flush need not fail as well
   */
  wrote(bytes: number): void;
  /** Waits for all that was written. @throws as `wrote`, and what the last flush throws */
  finish(): Promise<void>;
}

/** At most one flush is under way. Closing the file waits for it. */
export function flushBehind(file: Pick<FileHandle, 'datasync' | 'sync'>): FlushBehind {
  let waiting = 0;
  let running: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const flush = async (): Promise<void> => {
    try {
      await file.datasync();
    } catch (error) {
      failure = { error };
    }
    running = undefined;
  };
  const throwFailure = (): void => {
    if (failure) throw failure.error;
  };
  return {
    wrote: (bytes) => {
      throwFailure();
      waiting += bytes;
      if (running || waiting < STEP) return;
      waiting = 0;
      running = flush();
    },
    finish: async () => {
      await running;
      throwFailure();
      await file.sync();
    },
  };
}
