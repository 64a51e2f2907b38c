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
  const opened = new RangedFile(
    session,
    datastoreUrl(session, datacenter, file),
    `[${file.datastore}] ${file.path}`,
    traffic,
  );
  await opened.block(0);
  return opened;
}

class RangedFile implements ByteSource {
  readonly path: string;
  readonly #session: VsphereSession;
  readonly #url: URL;
  readonly #traffic: Traffic;
  readonly #blocks = new Map<number, Promise<Buffer>>();
  #size = 0;

  constructor(session: VsphereSession, url: URL, path: string, traffic: Traffic) {
    this.#session = session;
    this.#url = url;
    this.path = path;
    this.#traffic = traffic;
  }

  /** As the first answer told it. */
  get size(): number {
    return this.#size;
  }

  /** One block, from the last that were used or from the server. */
  block(index: number): Promise<Buffer> {
    const wanted = this.#blocks.get(index) ?? this.#fetch(index);
    // The last that were used stay.
    this.#blocks.delete(index);
    this.#blocks.set(index, wanted);
    wanted.catch(() => this.#blocks.delete(index));
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > KEPT_BLOCKS && oldest !== undefined) this.#blocks.delete(oldest);
    return wanted;
  }

  async read(offset: number, length: number): Promise<Buffer> {
    // Before anything is allocated: a length out of a damaged header must not cost its size in memory.
    if (offset + length > this.#size) throw this.#beyond(offset, length);
    if (length > this.#traffic.limit) throw tooMuch(this.path, this.#traffic);
    const target = Buffer.allocUnsafe(length);
    await this.readInto(target, offset);
    return target;
  }

  async readInto(target: Uint8Array, offset: number): Promise<void> {
    if (offset < 0 || offset + target.length > this.#size) throw this.#beyond(offset, target.length);
    for (let done = 0; done < target.length; ) {
      const within = (offset + done) % BLOCK_BYTES;
      const bytes = await this.block((offset + done - within) / BLOCK_BYTES);
      const part = bytes.subarray(within, within + target.length - done);
      target.set(part, done);
      done += part.length;
    }
  }

  async close(): Promise<void> {
    this.#blocks.clear();
  }

  async #fetch(index: number): Promise<Buffer> {
    const traffic = this.#traffic;
    const offset = index * BLOCK_BYTES;
    const length = this.#size === 0 ? BLOCK_BYTES : Math.min(BLOCK_BYTES, this.#size - offset);
    if (traffic.moved + length > traffic.limit) throw tooMuch(this.path, traffic);
    traffic.moved += length;
    const range = await readRange(this.#session, this.#url, offset, length).catch((error: unknown) => {
      traffic.moved -= length;
      throw error;
    });
    // Of a file that was shorter only that much was moved.
    traffic.moved -= length - range.bytes.length;
    if (this.#size !== 0 && range.size !== this.#size) {
      const change = `from ${this.#size} to ${range.size}`;
      throw new FileRefused('answer', `${this.path} has changed its size ${change} while it was read`);
    }
    this.#size = range.size;
    return range.bytes;
  }

  #beyond(offset: number, length: number): FormatError {
    return new FormatError(this.path, offset, `${length} bytes`, `the end at ${this.#size}`);
  }
}

function tooMuch(path: string, { limit }: Traffic): FileRefused {
  return new FileRefused('too-much', `More than ${formatSize(limit)} would have to be moved to judge ${path}`);
}
