/** A file of a datastore as random bytes: read in blocks by ranged GETs, a few of which are kept, and never more than is allowed. */

import { FormatError } from '../../errors.ts';
import type { ByteSource } from '../../files/byte-source.ts';
import { formatSize } from '../../units.ts';
import type { VsphereSession } from '../wire/session.ts';
import { type DatastorePath, datastoreUrl } from './datastore-file.ts';
import { FileRefused } from './file-refused.ts';
import { readRange } from './read-range.ts';

/** Counts what is moved of one disk, over all of its files. */
export interface Traffic {
  /** Bytes so far. */
  moved: number;
  /** Most bytes to move. */
  readonly limit: number;
}

/** What readers look at lies in clusters of some kilobytes; a request costs a round trip. */
const BLOCK_BYTES = 64 * 1024;
/** 1 MiB a file. */
const KEPT_BLOCKS = 16;

/**
 * @param datacenter inventory path without the leading slash
 * @throws FileRefused, PassingError; FormatError for an empty file; so does reading, with `too-much` at the limit
 */
export async function openRangedFile(
  session: VsphereSession,
  datacenter: string,
  file: DatastorePath,
  traffic: Traffic,
): Promise<ByteSource> {
  const url = datastoreUrl(session, datacenter, file);
  const path = `[${file.datastore}] ${file.path}`;
  const blocks = new Map<number, Promise<Buffer>>();
  let size = 0;

  const fetchBlock = async (index: number): Promise<Buffer> => {
    const offset = index * BLOCK_BYTES;
    const length = size === 0 ? BLOCK_BYTES : Math.min(BLOCK_BYTES, size - offset);
    if (traffic.moved + length > traffic.limit) {
      throw tooMuch(path, traffic);
    }
    traffic.moved += length;
    const range = await readRange(session, url, offset, length).catch((error: unknown) => {
      traffic.moved -= length;
      throw error;
    });
    // Of a file that was shorter only that much was moved.
    traffic.moved -= length - range.bytes.length;
    if (size !== 0 && range.size !== size) {
      throw new FileRefused('answer', `${path} has changed its size from ${size} to ${range.size} while it was read`);
    }
    size = range.size;
    return range.bytes;
  };
  const block = (index: number): Promise<Buffer> => {
    const known = blocks.get(index);
    const wanted = known ?? fetchBlock(index);
    // The last that were used stay.
    blocks.delete(index);
    blocks.set(index, wanted);
    wanted.catch(() => blocks.delete(index));
    const [oldest] = blocks.keys();
    if (blocks.size > KEPT_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    return wanted;
  };

  await block(0);
  const readInto = async (target: Uint8Array, offset: number): Promise<void> => {
    if (offset < 0 || offset + target.length > size) {
      throw new FormatError(path, offset, `${target.length} bytes`, `the end at ${size}`);
    }
    for (let done = 0; done < target.length; ) {
      const within = (offset + done) % BLOCK_BYTES;
      const bytes = await block((offset + done - within) / BLOCK_BYTES);
      const part = bytes.subarray(within, within + target.length - done);
      target.set(part, done);
      done += part.length;
    }
  };
  return {
    path,
    size,
    readInto,
    read: async (offset, length) => {
      // Before anything is allocated: a length out of a damaged header must not cost its size in memory.
      if (offset + length > size) throw new FormatError(path, offset, `${length} bytes`, `the end at ${size}`);
      if (length > traffic.limit) throw tooMuch(path, traffic);
      const target = Buffer.allocUnsafe(length);
      await readInto(target, offset);
      return target;
    },
    close: async () => blocks.clear(),
  };
}

function tooMuch(path: string, { limit }: Traffic): FileRefused {
  return new FileRefused('too-much', `More than ${formatSize(limit)} would have to be moved to judge ${path}`);
}
