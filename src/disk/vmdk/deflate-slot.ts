/** A place for one window of grains in the memory that a compressing thread shares: the window is packed there, and written from there. */

import { GRAIN_SIZE, MODULE_PAGES, PACKED_GRAIN_ROOM, type PackJob } from './deflate-worker.ts';

/** Grains in a window. */
export const WINDOW_GRAINS = 16;
export const WINDOW_SIZE = WINDOW_GRAINS * GRAIN_SIZE;
const SLOTS_PER_THREAD = 3;
/** The encoder looks up to 16 bytes past its input. */
const INPUT_ROOM = WINDOW_SIZE + 64;
const TABLE_ROOM = WINDOW_GRAINS * 4;
const SLOT_ROOM = INPUT_ROOM + TABLE_ROOM + WINDOW_GRAINS * PACKED_GRAIN_ROOM;
const PAGE = 65536;
/** Pages of 64 KiB that a thread's memory has. */
export const THREAD_PAGES = MODULE_PAGES + Math.ceil((SLOTS_PER_THREAD * SLOT_ROOM) / PAGE);

/** A window once packed; the arrays are views of the slot and valid until it is released. */
export interface PackedWindow {
  /** For each grain 0 when it was all zero, else 1 + its sector from the start of `bytes`. */
  readonly table: Uint32Array;
  /** Markers and compressed grains, a multiple of 512 bytes. */
  readonly bytes: Uint8Array;
}

export interface Slot {
  /** The window's bytes go here. */
  readonly input: Uint8Array;
  /** Packs the first `grains` grains of `input`. */
  pack(firstGrain: number, grains: number): Promise<PackedWindow>;
}

/**
 * The slots of one thread.
 * @param memory that it shares
 * @param run has the thread do a job; the bytes it packed come back
 * @param level 1 (fastest) to 9 (smallest)
 */
export function makeSlots(memory: SharedArrayBuffer, run: (job: PackJob) => Promise<number>, level: number): Slot[] {
  return Array.from({ length: SLOTS_PER_THREAD }, (_, slot) => {
    const input = MODULE_PAGES * PAGE + slot * SLOT_ROOM;
    const table = input + INPUT_ROOM;
    const output = table + TABLE_ROOM;
    return {
      input: new Uint8Array(memory, input, WINDOW_SIZE),
      pack: async (firstGrain, grains) => {
        const packed = await run({ slot, input, grains, firstGrain, output, table, level });
        return { table: new Uint32Array(memory, table, grains), bytes: new Uint8Array(memory, output, packed) };
      },
    };
  });
}
