import { describe, expect, it } from 'vitest';
import { type BlockMapping, findCutBlock, mappedDisk } from '../../../src/disk/mapped-disk.ts';
import { writableMappedDisk } from '../../../src/disk/writable-mapped-disk.ts';
import type { ByteSource, WritableByteSource } from '../../../src/files/byte-source.ts';
import { ExtentList } from '../../../src/files/extent-list.ts';
import { listRanges } from './list-ranges.ts';
import { memorySource } from './mutated-images.ts';

const FILE = Buffer.from('....AAAABBBBCCCC');
/** Blocks of four bytes: B, C behind each other in the file, nothing, A, and half a block of nothing. */
const PLACES: readonly (number | undefined)[] = [8, 12, undefined, 4, undefined];

function mapping(more: Partial<BlockMapping> = {}, reads: string[] = []): BlockMapping {
  const source = memorySource(FILE, FILE.length, 'a.img');
  const counted: ByteSource = {
    ...source,
    readInto: async (target, offset) => {
      reads.push(`${offset}+${target.length}`);
      await source.readInto(target, offset);
    },
  };
  return { size: 18, format: 'f', source: counted, blockSize: 4, locate: async (block) => PLACES[block], ...more };
}

describe('mappedDisk', () => {
  it('reads across blocks, what is together in one go', async () => {
    const reads: string[] = [];
    const disk = mappedDisk(mapping({}, reads));
    expect(disk).toMatchObject({ size: 18, format: 'f', path: 'a.img' });
    expect(disk).not.toHaveProperty('sectorSize');
    expect((await disk.read(0, 18)).toString('latin1')).toBe('BBBBCCCC\0\0\0\0AAAA\0\0');
    expect(reads).toEqual(['8+8', '4+4']);
    reads.length = 0;
    expect((await disk.read(3, 2)).toString()).toBe('BC');
    expect((await disk.read(7, 6)).toString('latin1')).toBe('C\0\0\0\0A');
    expect((await disk.read(13, 2)).toString()).toBe('AA');
    expect(await disk.read(5, 0)).toHaveLength(0);
    expect(reads).toEqual(['11+2', '15+1', '4+1', '5+2']);
  });

  it('fills the memory it is given, zeros too', async () => {
    const target = Buffer.alloc(6, 'x');
    await mappedDisk(mapping()).readInto?.(target, 7);
    expect(target.toString('latin1')).toBe('C\0\0\0\0A');
  });

  it('refuses what lies outside', async () => {
    const disk = mappedDisk(mapping());
    await expect(disk.read(18, 1)).rejects.toThrow('a.img: 1 bytes at 18 reach past the end');
    await expect(disk.readInto?.(Buffer.alloc(2), 17)).rejects.toThrow('reach past the end');
  });

  it('tells that a block is said to be stored where the file has ended, and which is the first', async () => {
    expect(await mappedDisk(mapping()).cutOff?.()).toBeUndefined();
    const cut = (bytes: number) => mapping({ source: memorySource(FILE.subarray(0, -bytes), undefined, 'a.img') });
    const missing = await mappedDisk(cut(1)).cutOff?.();
    expect(missing?.message).toBe(
      'a.img: at offset 12: expected the 4 bytes of the block at 4 of the disk, found the end at 15',
    );
    // Of the last one only what belongs to the disk is needed.
    const last = (bytes: number) => ({ ...cut(bytes), size: 6 });
    expect([await findCutBlock(last(2)), (await findCutBlock(last(3)))?.offset]).toEqual([undefined, 12]);
    const first = mapping({ source: memorySource(FILE.subarray(0, 4)) });
    expect((await findCutBlock(first))?.offset).toBe(8);
  });

  it('looks up as many blocks as it may, from one end of the disk to the other, and passes over those that are empty together', async () => {
    const asked: number[] = [];
    const far = mapping({
      size: 4 * 5120,
      locate: async (block) => {
        asked.push(block);
        return block === 2560 ? 4096 : undefined;
      },
      unmappedRun: async (block) => (block < 2560 ? Math.min(200, 2560 - block) : 200),
    });
    expect(await findCutBlock(far, 1024)).toBeUndefined();
    expect(asked.splice(0)).toEqual([0, 200, 400, 4608, 4808, 5008]);
    expect((await findCutBlock(far, 1536))?.offset).toBe(4096);
    expect(asked.splice(0)).toEqual([0, 200, 400, 2560]);
    expect((await findCutBlock(far))?.offset).toBe(4096);
    expect(asked).toHaveLength(14);
    expect(
      await findCutBlock({ ...far, locate: async () => undefined, unmappedRun: async () => 5120 }, 1),
    ).toBeUndefined();
  });

  it('tells stored from empty, and says its sectors', async () => {
    const disk = mappedDisk(mapping({ sectorSize: 4096 }));
    expect(disk.sectorSize).toBe(4096);
    expect(await listRanges(disk)).toEqual(['data 0-8', 'zero 8-12', 'data 12-16', 'zero 16-18']);
  });

  it('takes a block that is a hole of the file for empty', async () => {
    const stored = new ExtentList();
    stored.add(11, 12);
    const base = mapping();
    const disk = mappedDisk({ ...base, source: { ...base.source, stored: async () => stored } });
    expect(await listRanges(disk)).toEqual(['data 0-4', 'zero 4-18']);
  });

  it('skips as many empty blocks as the format tells, and never less than one', async () => {
    const asked: number[] = [];
    const runs = (count: number) =>
      mappedDisk({
        ...mapping({ size: 4000 }),
        locate: async (block) => {
          asked.push(block);
          return block === 500 ? 4 : undefined;
        },
        unmappedRun: async (block) => (block < 500 ? 500 - block : count),
      });
    expect(await listRanges(runs(10_000))).toEqual(['zero 0-2000', 'data 2000-2004', 'zero 2004-4000']);
    expect(asked).toEqual([0, 500, 501]);
    expect(await listRanges(runs(0))).toEqual(['zero 0-2000', 'data 2000-2004', 'zero 2004-4000']);
  });

  it('closes its source', async () => {
    let closed = 0;
    const base = mapping();
    await mappedDisk({ ...base, source: { ...base.source, close: async () => void closed++ } }).close();
    expect(closed).toBe(1);
  });
});

describe('writableMappedDisk', () => {
  function writable() {
    const done: string[] = [];
    const base = mapping();
    const source: WritableByteSource = {
      ...base.source,
      write: async (offset, data) => void done.push(`write ${offset} ${Buffer.from(data)}`),
      flush: async () => void done.push('flush'),
    };
    const disk = writableMappedDisk({
      ...base,
      source,
      allocate: async (block, content) =>
        void done.push(`allocate ${block} ${content.toString('latin1').replaceAll('\0', '.')}`),
      beforeFirstWrite: async () => void done.push('first'),
      afterWrite: async (block, within, length) => void done.push(`after ${block} ${within} ${length}`),
    });
    return { disk, done };
  }

  it('writes stored blocks in place and makes those that are not, but for zeros', async () => {
    const { disk, done } = writable();
    await disk.write(3, Buffer.from('abcdefg'));
    await disk.write(9, Buffer.from('\0\0'));
    await disk.write(13, Buffer.from('\0'));
    await disk.flush();
    expect(done).toEqual([
      'first',
      'write 11 a',
      'after 0 3 1',
      'write 12 bcde',
      'after 1 0 4',
      'allocate 2 fg..',
      'write 5 \0',
      'after 3 1 1',
      'flush',
    ]);
    expect((await disk.read(0, 1)).toString()).toBe('B');
  });

  it('refuses what lies outside before it touches anything', async () => {
    const { disk, done } = writable();
    await expect(disk.write(17, Buffer.from('ab'))).rejects.toThrow('a.img: 2 bytes at 17 reach past the end');
    expect(done).toEqual([]);
  });
});
