/** A writable view of a disk that keeps what is written in memory: for formats that cannot be changed in place, and for dry runs. */

import type { Disk, DiskRange, WritableDisk } from './disk.ts';
import { assertInside, mergeRanges } from './ranges.ts';

const PAGE_BYTES = 64 * 1024;

export interface OverlayDisk extends WritableDisk {
  /** Makes the bytes read as zeros and count as not stored; whole pages of 64 KiB are all that is dropped. */
  discard(offset: number, length: number): void;
}

/** Closing it closes `base`, which is never written. */
export function overlayDisk(base: Disk): OverlayDisk {
  /** Pages that differ from the base; undefined stands for zeros. */
  const pages = new Map<number, Buffer | undefined>();
  const pageLength = (index: number): number => Math.min(PAGE_BYTES, base.size - index * PAGE_BYTES);

  const readPage = async (index: number): Promise<Buffer> => {
    if (!pages.has(index)) return base.read(index * PAGE_BYTES, pageLength(index));
    return pages.get(index) ?? Buffer.alloc(pageLength(index));
  };

  return {
    size: base.size,
    format: base.format,
    ...(base.sectorSize !== undefined && { sectorSize: base.sectorSize }),
    path: base.path,
    read: async (offset, length) => {
      assertInside(base, offset, length);
      const first = Math.floor(offset / PAGE_BYTES);
      const last = Math.floor((offset + Math.max(length, 1) - 1) / PAGE_BYTES);
      const result = await base.read(offset, length);
      for (let index = first; index <= last; index++) {
        if (!pages.has(index)) continue;
        const start = Math.max(offset, index * PAGE_BYTES);
        const end = Math.min(offset + length, index * PAGE_BYTES + pageLength(index));
        const page = pages.get(index);
        if (page === undefined) result.fill(0, start - offset, end - offset);
        else page.copy(result, start - offset, start - index * PAGE_BYTES, end - index * PAGE_BYTES);
      }
      return result;
    },
    ranges: () => mergeRanges(overlaid(base, pages)),
    write: async (offset, data) => {
      assertInside(base, offset, data.length);
      for (let done = 0; done < data.length; ) {
        const index = Math.floor((offset + done) / PAGE_BYTES);
        const within = offset + done - index * PAGE_BYTES;
        const count = Math.min(PAGE_BYTES - within, data.length - done);
        const page = await readPage(index);
        page.set(data.subarray(done, done + count), within);
        pages.set(index, page);
        done += count;
      }
    },
    discard: (offset, length) => {
      assertInside(base, offset, length);
      const end = Math.floor((offset + length) / PAGE_BYTES);
      for (let index = Math.ceil(offset / PAGE_BYTES); index < end; index++) pages.set(index, undefined);
    },
    flush: async () => {},
    close: () => base.close(),
  };
}

/** The base's ranges, cut where pages lie over them. */
async function* overlaid(base: Disk, pages: ReadonlyMap<number, Buffer | undefined>): AsyncGenerator<DiskRange> {
  const changed = [...pages.keys()].sort((a, b) => a - b);
  let next = 0;
  for await (const range of base.ranges()) {
    const end = range.offset + range.length;
    let at = range.offset;
    while (at < end) {
      while ((changed[next] ?? Number.POSITIVE_INFINITY) * PAGE_BYTES + PAGE_BYTES <= at) next++;
      const pageStart = (changed[next] ?? Number.POSITIVE_INFINITY) * PAGE_BYTES;
      if (pageStart > at) {
        const until = Math.min(end, pageStart);
        yield { kind: range.kind, offset: at, length: until - at };
        at = until;
      } else {
        const until = Math.min(end, pageStart + PAGE_BYTES);
        const kind = pages.get(changed[next] ?? 0) === undefined ? 'zero' : 'data';
        yield { kind, offset: at, length: until - at };
        at = until;
      }
    }
  }
}
