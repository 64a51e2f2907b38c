import { describe, expect, it } from 'vitest';
import { TableReader } from '../../../src/disk/table-reader.ts';
import { FormatError } from '../../../src/errors.ts';
import type { ByteSource } from '../../../src/files/byte-source.ts';

const PAGE = 16 * 1024;

/** A source of so many bytes, each 32 bits its own place; what was read is recorded. */
function source(size: number): { source: ByteSource; reads: (readonly [number, number])[] } {
  const reads: (readonly [number, number])[] = [];
  return {
    reads,
    source: {
      path: 'disk.vhd',
      size,
      read: (offset, length) => {
        reads.push([offset, length]);
        const bytes = Buffer.alloc(length);
        for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(offset + at, at);
        return Promise.resolve(bytes);
      },
      readInto: () => Promise.reject(new Error('not used')),
      close: () => Promise.resolve(),
    },
  };
}

async function readEntry(table: TableReader, index: number): Promise<number> {
  const { page, at } = await table.entry(index);
  return page.readUInt32LE(at);
}

describe('TableReader', () => {
  it('may end with the source, and not beyond it', () => {
    const { source: file } = source(1000);
    expect(() => new TableReader(file, 600, 100, 4)).not.toThrow();
    for (const [offset, entries, size] of [
      [601, 100, 4],
      [600, 101, 4],
      [600, 100, 5],
      [Number.MAX_SAFE_INTEGER + 1, 0, 4],
      [0.5, 1, 4],
    ] as const) {
      expect(() => new TableReader(file, offset, entries, size)).toThrow(FormatError);
    }
    expect(() => new TableReader(file, 601, 100, 4)).toThrow(
      'disk.vhd: at offset 601: expected a table of 100 entries, found the end of the file at 1000',
    );
  });

  it('reads the page of an entry once, the last one no longer than the table', async () => {
    const { source: file, reads } = source(100_000);
    const table = new TableReader(file, 512, 5000, 4);
    expect(await readEntry(table, 0)).toBe(512);
    expect(await readEntry(table, 4095)).toBe(512 + 4095 * 4);
    expect(await readEntry(table, 4096)).toBe(512 + 4096 * 4);
    expect(await readEntry(table, 4999)).toBe(512 + 4999 * 4);
    expect(reads).toEqual([
      [512, PAGE],
      [512 + PAGE, 5000 * 4 - PAGE],
    ]);
  });

  it('reads a page again after it was forgotten, and only that', async () => {
    const { source: file, reads } = source(100_000);
    const table = new TableReader(file, 0, 20_000, 4);
    await readEntry(table, 0);
    await readEntry(table, 5000);
    table.forget(4097);
    await readEntry(table, 1);
    await readEntry(table, 4096);
    expect(reads).toEqual([
      [0, PAGE],
      [PAGE, PAGE],
      [PAGE, PAGE],
    ]);
  });

  it('keeps 256 pages and gives up the oldest first', async () => {
    const { source: file, reads } = source(300 * PAGE);
    const table = new TableReader(file, 0, 300 * (PAGE / 8), 8);
    const page = (number: number): Promise<number> => readEntry(table, number * (PAGE / 8));
    for (let number = 0; number < 256; number++) expect(await page(number)).toBe(number * PAGE);
    await page(0);
    expect(reads).toHaveLength(256);
    await page(256);
    await page(1);
    expect(reads).toHaveLength(257);
    await page(0);
    expect(reads.slice(256)).toEqual([
      [256 * PAGE, PAGE],
      [0, PAGE],
    ]);
  });
});
