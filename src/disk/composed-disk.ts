/** A disk put together from pieces, so that volumes made as separate files become one disk without being copied twice. */

import type { Disk, DiskRange } from './disk.ts';
import { assertInside, mergeRanges } from './ranges.ts';

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

  return {
    size,
    format: 'composed',
    path,
    read: async (offset, length) => {
      assertInside({ size, path }, offset, length);
      const whole = placed.find((piece) => piece.offset <= offset && offset + length <= piece.offset + piece.length);
      // Nearly every read lies within one volume file: pass its bytes on without a copy.
      if (whole && !(whole.content instanceof Uint8Array)) return whole.content.read(offset - whole.offset, length);
      const result = Buffer.alloc(length);
      for (const piece of placed) {
        const from = Math.max(offset, piece.offset);
        const to = Math.min(offset + length, piece.offset + piece.length);
        if (from < to) result.set(await readPiece(piece.content, from - piece.offset, to - from), from - offset);
      }
      return result;
    },
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

function lengthOf(content: Uint8Array | Disk): number {
  return content instanceof Uint8Array ? content.length : content.size;
}

async function readPiece(content: Uint8Array | Disk, offset: number, length: number): Promise<Uint8Array> {
  return content instanceof Uint8Array ? content.subarray(offset, offset + length) : content.read(offset, length);
}
