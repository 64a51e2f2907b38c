/**
 * A pool of threads that pack windows of grains. Each thread has a few slots in a memory it shares with this one, so memory use is fixed
 * from the start.
 */

import { makeSlots, type Slot } from './deflate-slot.ts';
import { threadCount } from './deflate-thread.ts';
import { takeThread } from './spare-threads.ts';

export interface DeflatePool {
  readonly workers: number;
  /** That they pack with. */
  readonly level: number;
  /** Rejected when a thread cannot be started, or the pool is closed before all are. */
  readonly slots: Promise<readonly Slot[]>;
  /** Ends the threads, at any time and as often as it is asked; promises still open are rejected. */
  close(): Promise<void>;
}

/**
 * Returns at once: what the threads will pack can be looked for while they start. Whoever calls closes the pool, whatever happens.
 * @param workers number of threads; default as many as cores
 * @param level 1 (fastest) to 9 (smallest)
 */
export function startDeflatePool(level: number, workers?: number): DeflatePool {
  const threads = Array.from({ length: threadCount(workers) }, takeThread);
  const close = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.close()));
  };
  const slots = Promise.all(threads.map(async ({ memory, run }) => makeSlots(await memory, run, level))).then(
    aroundThreads,
  );
  // Whoever started the pool may fail before it asks for them.
  slots.catch(() => {});
  return { workers: threads.length, level, slots, close };
}

/** In an order that goes round the threads. */
function aroundThreads(ofThreads: readonly (readonly Slot[])[]): readonly Slot[] {
  const slots = (ofThreads[0] ?? []).flatMap((_, i) => ofThreads.map((ofThread) => ofThread[i]));
  return slots.filter((slot) => slot !== undefined);
}
