import type { WritableByteSource } from '../../../src/files/byte-source.ts';
import { memorySource } from './mutated-images.ts';

export interface Write {
  readonly offset: number;
  readonly data: Buffer;
}

export interface Journal {
  readonly source: WritableByteSource;
  /** In order; a flush makes everything before it safe. */
  readonly events: (Write | 'flush')[];
}

/**
 * An image in memory that remembers how it was written. The image itself stays as it is, and may be shared: what is written lies over it.
 * @param before what was written to it before, in order
 */
export function journalled(image: Buffer, before: readonly Write[] = []): Journal {
  const events: Journal['events'] = [];
  const writes: Write[] = [];
  let size = image.length;
  const put = (write: Write): void => {
    writes.push(write);
    size = Math.max(size, write.offset + write.data.length);
  };
  for (const write of before) put(write);
  const read = async (offset: number, length: number): Promise<Buffer> => {
    const result = await memorySource(image, size).read(offset, length);
    for (const { offset: start, data } of writes) {
      const from = Math.max(offset, start);
      const to = Math.min(offset + length, start + data.length);
      if (from < to) data.copy(result, from - offset, from - start, to - start);
    }
    return result;
  };
  const source: WritableByteSource = {
    ...memorySource(image),
    get size() {
      return size;
    },
    read,
    readInto: async (target, offset) => target.set(await read(offset, target.length)),
    write: async (offset, bytes) => {
      const data = Buffer.from(bytes);
      events.push({ offset, data });
      put({ offset, data });
    },
    flush: async () => void events.push('flush'),
  };
  return { source, events };
}
