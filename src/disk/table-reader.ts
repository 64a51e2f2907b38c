/** Allocation tables read page by page when needed: opening a disk of terabytes must not read megabytes. */

import { FormatError } from '../errors.ts';
import type { ByteSource } from '../files/byte-source.ts';

const PAGE_BYTES = 16 * 1024;
/** Bounds the memory of a walk over the largest table to some 4 MiB. */
const MAX_PAGES = 256;

/** A table of equally long entries at a fixed place of the source. */
export class TableReader {
  readonly #source: ByteSource;
  readonly #offset: number;
  readonly #bytes: number;
  readonly #entryBytes: number;
  readonly #pages = new Map<number, Promise<Buffer>>();

  /** @throws FormatError when the table does not lie within the source */
  constructor(source: ByteSource, offset: number, entries: number, entryBytes: number) {
    this.#source = source;
    this.#offset = offset;
    this.#entryBytes = entryBytes;
    this.#bytes = entries * entryBytes;
    if (!Number.isSafeInteger(offset) || offset + this.#bytes > source.size) {
      throw new FormatError(
        source.path,
        offset,
        `a table of ${entries} entries`,
        `the end of the file at ${source.size}`,
      );
    }
  }

  /** The page that holds the entry, and the place of the entry in it. */
  async entry(index: number): Promise<{ page: Buffer; at: number }> {
    const position = index * this.#entryBytes;
    const start = position - (position % PAGE_BYTES);
    return { page: await this.#page(start), at: position - start };
  }

  /** Forgets what was read of the entry's page, after the table was changed in the file. */
  forget(index: number): void {
    const position = index * this.#entryBytes;
    this.#pages.delete(position - (position % PAGE_BYTES));
  }

  #page(start: number): Promise<Buffer> {
    let page = this.#pages.get(start);
    if (!page) {
      const oldest = this.#pages.keys().next();
      if (this.#pages.size >= MAX_PAGES && !oldest.done) this.#pages.delete(oldest.value);
      page = this.#source.read(this.#offset + start, Math.min(PAGE_BYTES, this.#bytes - start));
      this.#pages.set(start, page);
    }
    return page;
  }
}
