import { describe, expect, test } from 'vitest';
import { Transient } from '../../../src/download/retry.ts';
import { readPage } from '../../../src/updates/read-page.ts';

describe('readPage', () => {
  const MEBIBYTE = Buffer.alloc(2 ** 20, 'x');
  async function* chunks(count: number, more = ''): AsyncGenerator<Buffer> {
    for (let index = 0; index < count; index += 1) yield MEBIBYTE;
    if (more !== '') yield Buffer.from(more);
  }

  test('joins what comes, letters that were cut in two as well', async () => {
    const letter = Buffer.from('ü');
    async function* halves(): AsyncGenerator<Buffer> {
      yield letter.subarray(0, 1);
      yield letter.subarray(1);
    }
    expect(await readPage(halves(), 'x')).toBe('ü');
  });

  test('takes 16 MiB and not a byte more', async () => {
    expect(await readPage(chunks(16), 'x')).toHaveLength(2 ** 24);
    const error = await readPage(chunks(16, 'y'), 'The page').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Transient);
    expect(error).toMatchObject({
      cause: { code: 'catalog-unavailable', message: 'The page: the page is larger than 16777216 bytes' },
    });
  });

  test('stops reading a page without an end', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (; read < 100; read += 1) yield MEBIBYTE;
    }
    await expect(readPage(endless(), 'x')).rejects.toThrow('larger than');
    expect(read).toBeLessThan(20);
  });

  test.each([
    [new Error('reset'), 'reset'],
    ['odd', 'odd'],
  ])('says why the connection broke: %s', async (reason, words) => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('<html>');
      throw reason;
    }
    const error = await readPage(broken(), 'The page').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Transient);
    expect(error).toMatchObject({ cause: { message: `The page: the connection broke: ${words}`, cause: reason } });
  });
});
