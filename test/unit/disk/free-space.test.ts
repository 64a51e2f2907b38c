import { describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { findFreeSpace } from '../../../src/disk/free-space.ts';
import { removePartitions } from '../../../src/disk/gpt/gpt-edit.ts';
import { decodeGptHeader, encodeGptHeader } from '../../../src/disk/gpt/gpt-header.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import { sampleDisk } from './sample-disk.ts';

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
