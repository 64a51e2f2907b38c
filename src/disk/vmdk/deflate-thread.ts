/** One compressing thread, seen from the thread that gives it work. */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { THREAD_PAGES } from './deflate-slot.ts';
import { deflateWorkerBody, type PackJob, type WorkerMessage, type WorkerSetup } from './deflate-worker.ts';
import { GRAIN_DEFLATE_WASM } from './grain-deflate-wasm.ts';

/** More threads than this do not help: reading, hashing and writing are one stream. It also bounds the memory. */
const MAX_THREADS = 12;

export interface DeflateThread {
  /** What it shares with its owner. Rejected when it cannot be started, or is ended before. */
  readonly memory: Promise<SharedArrayBuffer>;
  /** @returns how many bytes were packed. @throws when the thread has ended */
  run(job: PackJob): Promise<number>;
  /** The process does not wait for it until it is taken; from then on it does. */
  take(): void;
  /** Ends it, at any time and as often as it is asked; promises still open are rejected. */
  close(): Promise<void>;
}

/** How many threads a pool has of those asked for. */
export function threadCount(asked = availableParallelism()): number {
  return Math.max(1, Math.min(asked, MAX_THREADS));
}

/** Returns at once; the process does not wait for it before it is taken. */
export function startDeflateThread(): DeflateThread {
  const worker = startWorker();
  const waiting = new Map<number, { resolve: (packed: number) => void; reject: (error: unknown) => void }>();
  let failure: unknown;
  let started: (memory: SharedArrayBuffer) => void;
  let notStarted: (error: unknown) => void;
  const memory = new Promise<SharedArrayBuffer>((resolve, reject) => {
    started = resolve;
    notStarted = reject;
  });
  // Whoever started it may fail before it is asked for.
  memory.catch(() => {});
  const fail = (error: unknown): void => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
    notStarted(failure);
  };
  worker.on('error', (cause) => {
    fail(
      new Error(`A compressing thread failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }),
    );
  });
  worker.on('exit', (code) => {
    fail(new Error(`A compressing thread ended by itself (code ${code}), probably for want of memory`));
  });
  worker.on('message', (message: WorkerMessage) => {
    if ('memory' in message) {
      started(message.memory);
    } else if ('packed' in message) {
      const waiter = waiting.get(message.slot);
      waiting.delete(message.slot);
      waiter?.resolve(message.packed);
    }
  });
  // Behind the listeners, each of which would have the process wait for it again.
  worker.unref();
  return {
    memory,
    run: (job) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        waiting.set(job.slot, { resolve, reject });
        worker.postMessage(job);
      }),
    take: () => worker.ref(),
    close: async () => {
      fail(new Error('The compressing thread was ended'));
      await worker.terminate();
    },
  };
}

function startWorker(): Worker {
  const setup: WorkerSetup = { wasm: Buffer.from(GRAIN_DEFLATE_WASM, 'base64'), pages: THREAD_PAGES };
  return new Worker(`(${deflateWorkerBody.toString()})()`, {
    eval: true,
    workerData: setup,
    // All the data is outside the heap; many threads must not cost as many default heaps.
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 },
  });
}
