import type { WritableByteSource } from '../../../src/files/byte-source.ts';
import { memorySource } from './mutated-images.ts';

export interface Journal {
  readonly source: WritableByteSource;
  /** In order; a flush makes everything before it safe. */
  readonly events: ({ readonly offset: number; readonly data: Buffer } | 'flush')[];
}

/** An image in memory that remembers how it was written. */
export function journalled(image: Buffer): Journal {
  const events: Journal['events'] = [];
  let bytes: Buffer = Buffer.from(image);
  const source: WritableByteSource = {
    ...memorySource(bytes),
    get size() {
      return bytes.length;
    },
    read: (offset, length) => memorySource(bytes).read(offset, length),
    readInto: (target, offset) => memorySource(bytes).readInto(target, offset),
    write: async (offset, data) => {
      events.push({ offset, data: Buffer.from(data) });
      bytes = apply(bytes, offset, data);
    },
    flush: async () => void events.push('flush'),
  };
  return { source, events };
}

export function apply(bytes: Buffer, offset: number, data: Uint8Array): Buffer {
  const end = offset + data.length;
  const result = end > bytes.length ? Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]) : bytes;
  result.set(data, offset);
  return result;
}
