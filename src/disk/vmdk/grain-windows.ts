/** Cuts a disk into windows of grains and fills them, leaving out what need not be stored. */

import { clearBytes } from '../clear-bytes.ts';
import type { Disk } from '../disk.ts';
import { readInto } from '../read-into.ts';
import { WINDOW_SIZE } from './deflate-slot.ts';

interface Piece {
  /** First byte, from the start of the disk. */
  readonly offset: number;
  readonly length: number;
}

/** A part of the disk that is WINDOW_SIZE bytes long (or shorter at its end) and holds data. */
export interface GrainWindow {
  /** A multiple of WINDOW_SIZE. */
  readonly offset: number;
  /** The data in it, ascending; everything between reads as zero. */
  readonly pieces: readonly Piece[];
}

/** The windows that hold data, in order. Zero and free ranges cost nothing, however long they are. */
export async function* grainWindows(disk: Disk): AsyncGenerator<GrainWindow> {
  let offset = -1;
  let pieces: Piece[] = [];
  for await (const range of disk.ranges()) {
    if (range.kind !== 'data') continue;
    for (let at = range.offset; at < range.offset + range.length; ) {
      const window = at - (at % WINDOW_SIZE);
      if (window !== offset) {
        if (pieces.length > 0) yield { offset, pieces };
        offset = window;
        pieces = [];
      }
      const end = Math.min(range.offset + range.length, window + WINDOW_SIZE);
      pieces.push({ offset: at, length: end - at });
      at = end;
    }
  }
  if (pieces.length > 0) yield { offset, pieces };
}

/**
 * Reads a window into `target` (WINDOW_SIZE bytes). What lies between the pieces becomes zero, also when it was read
 * along with them: deleted data must not travel on.
 */
export async function fillWindow(disk: Disk, window: GrainWindow, target: Uint8Array): Promise<void> {
  const start = window.pieces[0]?.offset ?? window.offset;
  const last = window.pieces.at(-1);
  const end = last ? last.offset + last.length : start;
  // One read for the whole span: file systems leave gaps of a few clusters, which cost less than another system call.
  await readInto(disk, target.subarray(start - window.offset, end - window.offset), start);
  let filled = 0;
  for (const piece of window.pieces) {
    clearBytes(target, filled, piece.offset - window.offset);
    filled = piece.offset - window.offset + piece.length;
  }
  clearBytes(target, filled, target.length);
}
