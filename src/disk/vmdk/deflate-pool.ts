/**
 * A pool of threads that pack windows of grains. Each thread has a few slots in a memory it shares with this one: the
 * window is copied into a slot, packed in place, and written to the file from there, so memory use is fixed from the start.
 */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  deflateWorkerBody,
  GRAIN_SIZE,
  MODULE_PAGES,
  PACKED_GRAIN_ROOM,
  type PackJob,
  type WorkerMessage,
  type WorkerSetup,
} from './deflate-worker.ts';
import { GRAIN_DEFLATE_WASM } from './grain-deflate-wasm.ts';

/** Grains in a window. */
export const WINDOW_GRAINS = 16;
export const WINDOW_SIZE = WINDOW_GRAINS * GRAIN_SIZE;
/** More threads than this do not help: reading, hashing and writing are one stream. It also bounds the memory. */
const MAX_WORKERS = 12;
const SLOTS_PER_WORKER = 3;
/** The encoder looks up to 16 bytes past its input. */
const INPUT_ROOM = WINDOW_SIZE + 64;
const TABLE_ROOM = WINDOW_GRAINS * 4;
const SLOT_ROOM = INPUT_ROOM + TABLE_ROOM + WINDOW_GRAINS * PACKED_GRAIN_ROOM;
const PAGE = 65536;

/** A window once packed; the arrays are views of the slot and valid until it is released. */
export interface PackedWindow {
  /** For each grain 0 when it was all zero, else 1 + its sector from the start of `bytes`. */
  readonly table: Uint32Array;
  /** Markers and compressed grains, a multiple of 512 bytes. */
  readonly bytes: Uint8Array;
}

/** One place for a window. */
export interface Slot {
  /** The window's bytes go here. */
  readonly input: Uint8Array;
  /** Packs the first `grains` grains of `input`. */
  pack(firstGrain: number, grains: number): Promise<PackedWindow>;
}

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
export function startDeflatePool(level: number, workers = availableParallelism()): DeflatePool {
  const count = Math.max(1, Math.min(workers, MAX_WORKERS));
  const threads = Array.from({ length: count }, () => startThread(level));
  const close = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.close()));
  };
  const slots = Promise.all(threads.map((thread) => thread.slots)).then(aroundThreads);
  // Whoever started the pool may fail before it asks for them.
  slots.catch(() => {});
  return { workers: count, level, slots, close };
}

/** In an order that goes round the threads. */
function aroundThreads(ofThreads: readonly (readonly Slot[])[]): readonly Slot[] {
  const slots = Array.from({ length: SLOTS_PER_WORKER }, (_, i) => ofThreads.map((ofThread) => ofThread[i])).flat();
  return slots.filter((slot) => slot !== undefined);
}

interface Thread {
  /** Rejected when it cannot be started, or is ended before. */
  readonly slots: Promise<readonly Slot[]>;
  close(): Promise<void>;
}

function startThread(level: number): Thread {
  const setup: WorkerSetup = {
    wasm: Buffer.from(GRAIN_DEFLATE_WASM, 'base64'),
    pages: MODULE_PAGES + Math.ceil((SLOTS_PER_WORKER * SLOT_ROOM) / PAGE),
    level,
  };
  const worker = new Worker(`(${deflateWorkerBody.toString()})()`, {
    eval: true,
    workerData: setup,
    // All the data is outside the heap; many threads must not cost as many default heaps.
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 },
  });
  const waiting = new Map<number, { resolve: (packed: number) => void; reject: (error: unknown) => void }>();
  let failure: unknown;
  let started: (slots: readonly Slot[]) => void;
  let notStarted: (error: unknown) => void;
  const slots = new Promise<readonly Slot[]>((resolve, reject) => {
    started = resolve;
    notStarted = reject;
  });
  const fail = (error: unknown): void => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
    notStarted(failure);
  };
  const run = (job: PackJob): Promise<number> =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) {
        reject(failure);
        return;
      }
      waiting.set(job.slot, { resolve, reject });
      worker.postMessage(job);
    });
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
      started(makeSlots(message.memory, run));
    } else if ('packed' in message) {
      const waiter = waiting.get(message.slot);
      waiting.delete(message.slot);
      waiter?.resolve(message.packed);
    }
  });
  return {
    slots,
    close: async () => {
      fail(new Error('The compressing thread was ended'));
      await worker.terminate();
    },
  };
}

function makeSlots(memory: SharedArrayBuffer, run: (job: PackJob) => Promise<number>): Slot[] {
  return Array.from({ length: SLOTS_PER_WORKER }, (_, slot) => {
    const input = MODULE_PAGES * PAGE + slot * SLOT_ROOM;
    const table = input + INPUT_ROOM;
    const output = table + TABLE_ROOM;
    return {
      input: new Uint8Array(memory, input, WINDOW_SIZE),
      pack: async (firstGrain, grains) => {
        const packed = await run({ slot, input, grains, firstGrain, output, table });
        return { table: new Uint32Array(memory, table, grains), bytes: new Uint8Array(memory, output, packed) };
      },
    };
  });
}
