/** A disk that lives in memory, holding only the pages that were written: terabytes cost nothing until used. */

import type { Disk, WritableDisk } from '../../../src/disk/disk.ts';
import { assertInside, mergeRanges } from '../../../src/disk/ranges.ts';

const PAGE_BYTES = 64 * 1024;

/** @param content the size of an empty disk in bytes, or the first bytes of the disk, which then has their length */
export function memoryDisk(content: number | Uint8Array, path = 'memory'): WritableDisk {
  const size = typeof content === 'number' ? content : content.length;
  const pages = new Map<number, Buffer>();

  const eachPage = (
    offset: number,
    length: number,
    visit: (page: number, within: number, at: number, count: number) => void,
  ): void => {
    for (let at = 0; at < length; ) {
      const within = (offset + at) % PAGE_BYTES;
      const count = Math.min(PAGE_BYTES - within, length - at);
      visit((offset + at - within) / PAGE_BYTES, within, at, count);
      at += count;
    }
  };
  const write = (offset: number, data: Uint8Array): void => {
    assertInside({ size, path }, offset, data.length);
    eachPage(offset, data.length, (index, within, at, count) => {
      const page = pages.get(index) ?? Buffer.alloc(PAGE_BYTES);
      pages.set(index, page);
      page.set(data.subarray(at, at + count), within);
    });
  };
  if (typeof content !== 'number') {
    // Copied at once: page by page takes several times as long.
    const whole = Buffer.from(content);
    for (let at = 0; at < size; at += PAGE_BYTES) pages.set(at / PAGE_BYTES, whole.subarray(at, at + PAGE_BYTES));
  }

  return {
    size,
    format: 'memory',
    path,
    read: async (offset, length) => {
      assertInside({ size, path }, offset, length);
      const result = Buffer.alloc(length);
      eachPage(offset, length, (index, within, at, count) => {
        pages.get(index)?.copy(result, at, within, within + count);
      });
      return result;
    },
    ranges: () =>
      mergeRanges(
        (function* () {
          let end = 0;
          for (const index of [...pages.keys()].sort((a, b) => a - b)) {
            const offset = index * PAGE_BYTES;
            yield { kind: 'zero' as const, offset: end, length: offset - end };
            yield { kind: 'data' as const, offset, length: Math.min(PAGE_BYTES, size - offset) };
            end = Math.min(offset + PAGE_BYTES, size);
          }
          yield { kind: 'zero' as const, offset: end, length: size - end };
        })(),
      ),
    write: async (offset, data) => write(offset, data),
    flush: async () => {},
    close: async () => {},
  };
}

/** A copy with more room at its end, or without its end: what is stored, and no more, since empty pages cost time. */
export async function resizedDisk(source: Disk, size: number): Promise<WritableDisk> {
  const copy = memoryDisk(size);
  for await (const { kind, offset, length } of source.ranges()) {
    const count = Math.min(length, size - offset);
    if (kind === 'data' && count > 0) await copy.write(offset, await source.read(offset, count));
  }
  return copy;
}
