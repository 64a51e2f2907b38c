import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/disk/crc32.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { findFreeSpace } from '../../../src/disk/free-space.ts';
import { readGpt } from '../../../src/disk/gpt/gpt.ts';
import { removePartitions } from '../../../src/disk/gpt/gpt-edit.ts';
import { decodeGptHeader, encodeGptHeader } from '../../../src/disk/gpt/gpt-header.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import { memoryDisk } from './memory-disk.ts';
import { type SampleDiskOptions, sampleDisk } from './sample-disk.ts';

const MIB = 2 ** 20;
const SECTOR = 512;
const SECRET = Buffer.from('what lay in the partition');

/** With a Recovery partition that held a secret and was removed. */
async function repairedDisk(): Promise<{ disk: WritableDisk; hole: { offset: number; size: number } }> {
  const disk = await sampleDisk({ order: ['esp', 'recovery', 'msr', 'windows'] });
  const hole = (await readLayout(disk)).partitions.find(({ type }) => type === 'recovery');
  if (!hole) throw new Error('no Recovery partition');
  await disk.write(hole.offset + MIB, SECRET);
  await removePartitions(disk, [hole.index]);
  return { disk, hole };
}

async function changeHeader(
  disk: WritableDisk,
  lba: number,
  change: Partial<Record<'firstUsableLba' | 'lastUsableLba', number>>,
): Promise<void> {
  const header = decodeGptHeader(await disk.read(lba * SECTOR, SECTOR), disk.path, lba * SECTOR);
  await disk.write(lba * SECTOR, encodeGptHeader({ ...header, ...change }, SECTOR));
}

describe('space in no partition', () => {
  it('is free, with what a removed partition left in it', async () => {
    const { disk, hole } = await repairedDisk();
    const freeSpace = await findFreeSpace(disk);
    const { partitions } = await readLayout(disk);
    const allocated = partitions.reduce((sum, { size }) => sum + size, 0);
    // Before the first partition and behind the last stand 34 and 33 sectors of tables.
    expect(freeSpace.unallocated).toBe(disk.size - allocated - 67 * SECTOR);
    const clean = skipFreeSpace(disk, freeSpace);
    expect((await disk.read(hole.offset, hole.size)).includes(SECRET)).toBe(true);
    expect((await clean.read(hole.offset, hole.size)).every((byte) => byte === 0)).toBe(true);
    const target = new Uint8Array(SECTOR);
    await clean.readInto?.(target, hole.offset + MIB);
    expect(target.every((byte) => byte === 0)).toBe(true);
    expect(await readLayout(clean)).toEqual(await readLayout(disk));
    for (const { offset, size } of partitions.filter(({ type }) => type !== 'esp')) {
      expect((await clean.read(offset, size)).equals(await disk.read(offset, size))).toBe(true);
    }
  });

  it.each<readonly [string, (disk: WritableDisk) => Promise<void>]>([
    ['a copy of the table is damaged', (disk) => disk.write(disk.size - SECTOR, Buffer.alloc(SECTOR))],
    ['the primary copy calls itself usable', (disk) => changeHeader(disk, 1, { firstUsableLba: 1 })],
    [
      'the primary copy calls the backup usable',
      (disk) => changeHeader(disk, 1, { lastUsableLba: disk.size / SECTOR - 1 }),
    ],
  ])('is kept when %s', async (_, spoil) => {
    const { disk, hole } = await repairedDisk();
    await spoil(disk);
    const freeSpace = await findFreeSpace(disk);
    expect(freeSpace.unallocated).toBe(0);
    expect((await skipFreeSpace(disk, freeSpace).read(hole.offset, hole.size)).includes(SECRET)).toBe(true);
  });
});

describe('space in volumes', () => {
  const offsets = async (disk: WritableDisk): Promise<number[]> =>
    (await readLayout(disk)).partitions.map(({ offset }) => offset);
  const kept = async (disk: WritableDisk): Promise<string[]> =>
    (await findFreeSpace(disk)).volumes.map(({ index, fileSystem, kept: why, freeBytes }) =>
      [index, fileSystem, why ?? (freeBytes > 0 ? 'free' : 'full')].join(' '),
    );

  it('is that of clean volumes, counted in bytes, in partitions that hold a file system alone', async () => {
    const disk = await sampleDisk({ order: ['esp', 'msr', 'windows'] });
    const [esp = 0, msr = 0, windows = 0] = await offsets(disk);
    // A file system in a reserved partition may be a part of something else.
    await disk.write(msr, await disk.read(windows, 65_536));
    const { volumes, extents, unallocated } = await findFreeSpace(disk);
    expect(volumes.map(({ index, fileSystem }) => [index, fileSystem])).toEqual([
      [1, 'fat32'],
      [3, 'ntfs'],
    ]);
    const within = (start: number, end: number): number =>
      [...extents.within(start, end)].reduce((sum, extent) => sum + extent.end - extent.start, 0);
    expect(volumes[0]?.freeBytes).toBe(within(esp, msr));
    expect(volumes[1]?.freeBytes).toBe(within(windows, windows + 64 * MIB));
    expect(within(msr, windows)).toBe(0);
    expect(volumes.every(({ freeBytes }) => freeBytes > 0)).toBe(true);
    expect(within(0, disk.size)).toBe(unallocated + volumes.reduce((sum, { freeBytes }) => sum + freeBytes, 0));
  });

  it.each<[string, SampleDiskOptions, (disk: WritableDisk, windows: number, esp: number) => Promise<unknown>, string]>([
    ['a dirty one', { ntfs: { flags: 1 } }, async () => {}, '3 ntfs it is marked dirty'],
    ['a hibernated one', { ntfs: { hibernated: true } }, async () => {}, '3 ntfs Windows is hibernated on it'],
    [
      'BitLocker',
      {},
      (disk, windows) => disk.write(windows + 3, Buffer.from('-FVE-FS-')),
      '3 bitlocker the free space of bitlocker is not known here',
    ],
    [
      'a damaged NTFS',
      {},
      (disk, windows) => disk.write(windows + 48, Buffer.alloc(8, 0xff)),
      `3 ntfs it is damaged (sample.raw: at offset`,
    ],
    [
      'a damaged FAT',
      {},
      (disk, _, esp) => disk.write(esp + 14, Buffer.alloc(2)),
      '1 fat32 it is damaged (sample.raw: at offset',
    ],
  ])('is nothing of %s', async (_, options, spoil, why) => {
    const disk = await sampleDisk(options);
    const [esp = 0, , windows = 0] = await offsets(disk);
    await spoil(disk, windows, esp);
    const said = await kept(disk);
    expect(said).toHaveLength(2);
    expect(said.find((text) => !text.endsWith(' free'))).toContain(why);
    expect(said.filter((text) => text.endsWith(' free'))).toHaveLength(1);
  });

  it('is nothing where the table is in doubt', async () => {
    const nothing = { volumes: [], unallocated: 0 };
    const hybrid = await sampleDisk();
    await hybrid.write(446 + 16 + 4, Buffer.from([7]));
    expect(await findFreeSpace(hybrid)).toMatchObject(nothing);
    expect(await findFreeSpace(memoryDisk(MIB))).toMatchObject(nothing);
    const differing = await sampleDisk();
    const other = await sampleDisk({ attributes: { msr: 2n } });
    const tail = 33 * SECTOR;
    await differing.write(differing.size - tail, await other.read(other.size - tail, tail));
    expect(await findFreeSpace(differing)).toMatchObject(nothing);
    const overlapping = await sampleDisk();
    for (const name of ['primary', 'backup'] as const) {
      const copy = (await readGpt(overlapping))[name];
      if (!copy.valid) throw new Error('no copy');
      const entries = Buffer.from(copy.entries);
      // The reserved partition begins with the last block of the one before it.
      entries.writeBigUInt64LE(entries.readBigUInt64LE(128 + 32) - 1n, 128 + 32);
      await overlapping.write(copy.header.entriesLba * SECTOR, entries);
      const header = encodeGptHeader({ ...copy.header, entriesCrc: crc32(entries) }, SECTOR);
      await overlapping.write(copy.header.currentLba * SECTOR, header);
    }
    expect(await findFreeSpace(overlapping)).toMatchObject(nothing);
  });

  it('does not hide that the disk cannot be read', async () => {
    const disk = await sampleDisk();
    const broken = (from: number): WritableDisk => ({
      ...disk,
      read: async (offset, length) => {
        if (offset >= from && offset < disk.size - MIB) throw new Error('a bad sector');
        return disk.read(offset, length);
      },
    });
    await expect(findFreeSpace(broken(0))).rejects.toThrow('a bad sector');
    await expect(findFreeSpace(broken(58 * MIB))).rejects.toThrow('a bad sector');
  });
});
