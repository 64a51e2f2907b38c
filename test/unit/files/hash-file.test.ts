import { createHash } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigests, digestFile, hashFile, hashRange } from '../../../src/files/hash-file.ts';

const CHUNK = 4 * 2 ** 20;
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const signal = new AbortController().signal;

let path: string;
let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-hash-'));
  path = join(work, 'file');
});
afterEach(() => rm(work, { recursive: true, force: true }));

describe('hashFile and digestFile', () => {
  it('give the digests of the whole file', async () => {
    await writeFile(path, 'abc');
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await hashFile(path, signal)).toBe(sha256);
    const sha1 = 'a9993e364706816aba3e25717850c26c9cd0d89d';
    expect(await digestFile(path, signal)).toEqual({ sha1, sha256, size: 3 });
  });

  it('throw the reason of the signal, and what opening throws', async () => {
    await writeFile(path, 'abc');
    const reason = new Error('cancelled');
    await expect(hashFile(path, AbortSignal.abort(reason))).rejects.toBe(reason);
    await expect(hashFile(join(work, 'none'), signal)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('end in the midst of a file when the signal comes', async () => {
    await writeFile(path, '');
    await truncate(path, 16 * 2 ** 20);
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const hashing = hashFile(path, controller.signal);
    controller.abort(reason);
    await expect(hashing).rejects.toBe(reason);
  });
});

it('digests can be asked on the way', () => {
  const digests = createDigests();
  expect(digests.result()).toMatchObject({ sha256: EMPTY_SHA256, size: 0 });
  digests.update(Buffer.from('a'));
  digests.result();
  digests.update(Buffer.from('bc'));
  expect(digests.result()).toMatchObject({ sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d', size: 3 });
});

describe('hashRange', () => {
  const bytes = Buffer.alloc(2 * CHUNK + 5);
  for (let index = 0; index < bytes.length; index += 997) bytes[index] = index;
  const reads: [number, number][] = [];
  const source = {
    readInto: async (target: Uint8Array, offset: number): Promise<void> => {
      reads.push([offset, target.length]);
      if (offset + target.length > bytes.length) throw new RangeError('behind the end');
      target.set(bytes.subarray(offset, offset + target.length));
    },
  };
  const expected = (offset: number, size: number, algorithm: string): string =>
    createHash(algorithm)
      .update(bytes.subarray(offset, offset + size))
      .digest('hex');

  it.each([
    [0, bytes.length, 'sha256'],
    [3, 2 * CHUNK, 'sha1'],
    [1, CHUNK, 'sha512'],
    [7, 1, 'sha256'],
  ])('from %d, %d bytes, %s', async (offset, size, algorithm) => {
    expect(await hashRange(source, { offset, size }, algorithm, signal)).toBe(expected(offset, size, algorithm));
  });

  it('reads blocks of 4 MiB in their order, each once, and nothing for nothing', async () => {
    reads.length = 0;
    await hashRange(source, { offset: 5, size: 2 * CHUNK }, 'sha256', signal);
    expect(reads).toEqual([
      [5, CHUNK],
      [5 + CHUNK, CHUNK],
    ]);
    expect(await hashRange(source, { offset: 9, size: 0 }, 'sha256', signal)).toBe(EMPTY_SHA256);
    expect(reads.length).toBe(2);
  });

  it('throws what reading throws, and the reason of the signal', async () => {
    await expect(hashRange(source, { offset: 0, size: 3 * CHUNK }, 'sha256', signal)).rejects.toThrow('behind the end');
    const reason = new Error('cancelled');
    await expect(hashRange(source, { offset: 0, size: 1 }, 'sha256', AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
