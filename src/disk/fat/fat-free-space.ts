/** Free clusters of a FAT volume, from its allocation table (Microsoft, "FAT32 File System Specification", section 4). */

import { FormatError } from '../../errors.ts';
import { ExtentList } from '../../files/extent-list.ts';
import type { Disk } from '../disk.ts';
import { decodeFatBootSector, type FatGeometry } from './fat-boot-sector.ts';

const BOOT_BYTES = 512;
/** The table of the largest FAT32 ESP anyone makes; a larger one is not worth its memory. */
const MAX_TABLE_BYTES = 16 * 2 ** 20;
/** FAT32 only: a set bit 7 says that the copies of the table are not kept alike. */
const EXTENDED_FLAGS_OFFSET = 40;
/** Entries of free clusters, as many as are looked at in one go. */
const FREE_BLOCK = Buffer.alloc(4096);
/** Bits of the second entry that are set while no one writes: clean shutdown, no disk error. */
const CLEAN_BITS = { fat32: 0x0c000000, fat16: 0xc000 } as const;

/**
 * Free extents in bytes from the start of the disk; `kept` says why there are none.
 * @throws FormatError when there is no FAT volume of at most `length` bytes at `offset`
 */
export async function fatFreeSpace(
  disk: Disk,
  offset: number,
  length: number,
): Promise<{ free: ExtentList; kept?: string }> {
  const boot = await disk.read(offset, BOOT_BYTES);
  const geometry = decodeFatBootSector(boot, disk.path, offset);
  if (geometry.totalSize > length) {
    throw new FormatError(disk.path, offset + 32, `a volume of at most ${length} bytes`, `${geometry.totalSize}`);
  }
  if (geometry.type === 'fat12') return { free: new ExtentList(), kept: 'FAT12 has no mark of a clean shutdown' };
  if (geometry.fatSize > MAX_TABLE_BYTES)
    return { free: new ExtentList(), kept: 'its allocation table is unusually large' };
  if (geometry.type === 'fat32' && (boot.readUInt16LE(EXTENDED_FLAGS_OFFSET) & 0x80) !== 0) {
    return { free: new ExtentList(), kept: 'its allocation tables are not mirrored' };
  }
  const [table, ...copies] = await Promise.all(
    geometry.fatOffsets.map((start) => disk.read(offset + start, geometry.fatSize)),
  );
  if (!table || copies.some((copy) => !copy.equals(table)))
    return { free: new ExtentList(), kept: 'its allocation tables differ' };
  const clean = CLEAN_BITS[geometry.type];
  if ((entryOf(geometry, table, 1) & clean) !== clean) return { free: new ExtentList(), kept: 'it is marked dirty' };
  return { free: freeExtents(geometry, table, offset) };
}

/** By runs of free clusters: an ESP has hundreds of thousands, nearly all of them free and in one run, which is gone through by blocks. */
function freeExtents(geometry: FatGeometry, table: Buffer, offset: number): ExtentList {
  const { dataOffset, clusterSize, clusterCount } = geometry;
  const entrySize = geometry.type === 'fat32' ? 4 : 2;
  const free = new ExtentList();
  const end = clusterCount + 2;
  for (let cluster = 2; cluster < end; cluster++) {
    const first = cluster;
    while (cluster < end && entryOf(geometry, table, cluster) === 0) {
      const at = cluster * entrySize;
      const isBlockFree =
        at + FREE_BLOCK.length <= end * entrySize && FREE_BLOCK.equals(table.subarray(at, at + FREE_BLOCK.length));
      cluster += isBlockFree ? FREE_BLOCK.length / entrySize : 1;
    }
    if (cluster === first) continue;
    const start = offset + dataOffset + (first - 2) * clusterSize;
    free.add(start, start + (cluster - first) * clusterSize);
  }
  return free;
}

function entryOf({ type }: FatGeometry, table: Buffer, cluster: number): number {
  return type === 'fat32' ? table.readUInt32LE(cluster * 4) & 0x0fffffff : table.readUInt16LE(cluster * 2);
}
