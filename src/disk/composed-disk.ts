/** A disk put together from pieces, so that volumes made as separate files become one disk without being copied twice. */

import type { FormatError } from '../errors.ts';
import { clearBytes } from './clear-bytes.ts';
import type { Disk, DiskRange } from './disk.ts';
import { assertInside, mergeRanges } from './ranges.ts';
import { readInto } from './read-into.ts';

export interface DiskPiece {
  /** Where the piece begins on the composed disk, bytes. */
  readonly offset: number;
  /** The bytes themselves, or a disk (a volume file opened raw) that is shown whole. */
  readonly content: Uint8Array | Disk;
}

/**
 * Zeros wherever no piece lies. Closing it closes the disks among the pieces.
 * @throws RangeError when pieces overlap or reach past the end
 */
export function composedDisk(size: number, pieces: readonly DiskPiece[], path = 'composed'): Disk {
  const placed = pieces
    .map((piece) => ({ ...piece, length: lengthOf(piece.content) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.offset - b.offset);
  let end = 0;
  for (const { offset, length } of placed) {
    assertInside({ size, path }, offset, length);
    if (offset < end)
      throw new RangeError(`${path}: the piece at ${offset} begins before the previous one ends at ${end}`);
    end = offset + length;
  }

  const fill = async (target: Uint8Array, offset: number): Promise<void> => {
    let done = offset;
    const end = offset + target.length;
    for (const piece of placed) {
      const from = Math.max(offset, piece.offset);
      const to = Math.min(end, piece.offset + piece.length);
      if (from >= to) continue;
      clearBytes(target, done - offset, from - offset);
      await readPiece(piece.content, target.subarray(from - offset, to - offset), from - piece.offset);
      done = to;
    }
    clearBytes(target, done - offset, target.length);
  };
  return {
    size,
    format: 'composed',
    path,
    read: async (offset, length) => {
      assertInside({ size, path }, offset, length);
      const result = Buffer.allocUnsafe(length);
      await fill(result, offset);
      return result;
    },
    readInto: async (target, offset) => {
      assertInside({ size, path }, offset, target.length);
      await fill(target, offset);
    },
    cutOff: () => firstCut(placed),
    ranges: () => mergeRanges(composedRanges()),
    close: async () => {
      for (const { content } of placed) if (!(content instanceof Uint8Array)) await content.close();
    },
  };

  async function* composedRanges(): AsyncGenerator<DiskRange, void, undefined> {
    let at = 0;
    for (const { offset, length, content } of placed) {
      yield { kind: 'zero', offset: at, length: offset - at };
      if (content instanceof Uint8Array) yield { kind: 'data', offset, length };
      else for await (const range of content.ranges()) yield { ...range, offset: range.offset + offset };
      at = offset + length;
    }
    yield { kind: 'zero', offset: at, length: size - at };
  }
}

async function firstCut(pieces: readonly DiskPiece[]): Promise<FormatError | undefined> {
  for (const { content } of pieces) {
    const cut = content instanceof Uint8Array ? undefined : await content.cutOff?.();
    if (cut !== undefined) return cut;
  }
  return undefined;
}

function lengthOf(content: Uint8Array | Disk): number {
  return content instanceof Uint8Array ? content.length : content.size;
}

async function readPiece(content: Uint8Array | Disk, target: Uint8Array, offset: number): Promise<void> {
  if (content instanceof Uint8Array) target.set(content.subarray(offset, offset + target.length));
  else await readInto(content, target, offset);
}
