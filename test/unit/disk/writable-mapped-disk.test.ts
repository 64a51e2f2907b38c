import { expect, it } from 'vitest';
import { writableMappedDisk } from '../../../src/disk/writable-mapped-disk.ts';

const BLOCK = 8;

/** Block 0 and 2 are stored, at 100 and 200 of the file. */
function world(more: object = {}) {
  const did: string[] = [];
  const stored = new Map([
    [0, 100],
    [2, 200],
  ]);
  const source = {
    path: 'a.vhd',
    size: 1000,
    write: async (offset: number, data: Uint8Array) => void did.push(`write ${offset} ${Buffer.from(data).toString()}`),
    flush: async () => void did.push('flush'),
  };
  const disk = writableMappedDisk({
    format: 'vhd-dynamic',
    size: 4 * BLOCK,
    blockSize: BLOCK,
    source,
    locate: async (block: number) => stored.get(block),
    allocate: async (block: number, content: Buffer) => void did.push(`allocate ${block} ${content.toString('hex')}`),
    ...more,
  } as never);
  return { disk, did };
}
const told = {
  beforeFirstWrite: async () => {},
  afterWrite: async () => {},
};

it('writes what is stored in its place, block by block, and a new block whole', async () => {
  const { disk, did } = world();
  await disk.write(6, Buffer.from('abcdefghijkl'));
  expect(did).toEqual(['write 106 ab', 'allocate 1 636465666768696a', 'write 200 kl']);
});

it('puts what is written of a new block between zeros, and makes none for zeros', async () => {
  const { disk, did } = world();
  await disk.write(10, Buffer.from([1, 2]));
  await disk.write(24, Buffer.alloc(8));
  await disk.write(0, Buffer.alloc(2));
  await disk.write(5, Buffer.alloc(0));
  expect(did).toEqual(['allocate 1 0000010200000000', 'write 100 \0\0']);
});

it('tells once before the first write, and after each to a stored block', async () => {
  const calls: string[] = [];
  const { disk } = world({
    ...told,
    beforeFirstWrite: async () => void calls.push('first'),
    afterWrite: async (block: number, within: number, length: number) =>
      void calls.push(`${block}:${within}+${length}`),
  });
  expect(calls).toEqual([]);
  await disk.write(6, Buffer.from('abcd'));
  await disk.write(17, Buffer.from('e'));
  expect(calls).toEqual(['first', '0:6+2', '2:1+1']);
});

it('refuses what lies outside, before anything is told or written', async () => {
  const calls: string[] = [];
  const { disk, did } = world({ ...told, beforeFirstWrite: async () => void calls.push('first') });
  await expect(disk.write(4 * BLOCK - 1, Buffer.alloc(2))).rejects.toThrow('a.vhd');
  await expect(disk.write(-1, Buffer.alloc(1))).rejects.toThrow();
  expect([did, calls]).toEqual([[], []]);
  await disk.flush();
  expect(did).toEqual(['flush']);
});
