/** Gives a file of a FAT volume new content so that a crash at any moment leaves the old or the new file, never a mixture. */

import type { WritableDisk } from '../disk.ts';
import type { FatGeometry } from './fat-boot-sector.ts';
import type { FatFile, FatVolume } from './fat-volume.ts';

/**
 * Writes `content` to free clusters, chains them, and only then points the directory entry at them: 32 bytes inside one
 * sector, the one write that switches from old to new. What a crash leaves besides are clusters that belong to no file.
 * The volume's cached table is stale afterwards: open it again.
 * @returns false, with nothing written, when the volume lacks free space for the second copy
 */
export async function replaceFatFile(
  disk: WritableDisk,
  volume: FatVolume,
  file: FatFile,
  content: Buffer,
): Promise<boolean> {
  const { geometry } = volume;
  const count = Math.ceil(content.length / geometry.clusterSize);
  const clusters = await findFreeClusters(volume, count);
  if (clusters === undefined) return false;
  const old = file.firstCluster === 0 ? [] : await volume.chain(file.firstCluster);

  for (const [index, cluster] of clusters.entries()) {
    const block = Buffer.alloc(geometry.clusterSize);
    content.copy(block, 0, index * geometry.clusterSize);
    await disk.write(volume.offset + volume.clusterOffset(cluster), block);
  }
  await disk.flush();
  const endOfChain = 0x0fffffff;
  await writeTable(
    disk,
    volume,
    new Map(clusters.map((cluster, index) => [cluster, clusters[index + 1] ?? endOfChain])),
  );
  await disk.flush();
  await pointEntryAt(disk, volume, file, clusters[0] ?? 0, content.length);
  await disk.flush();
  await writeTable(disk, volume, new Map(old.map((cluster) => [cluster, 0])));
  await countFreeClusters(disk, volume, old.length - clusters.length);
  await disk.flush();
  return true;
}

async function findFreeClusters(volume: FatVolume, count: number): Promise<number[] | undefined> {
  const clusters: number[] = [];
  const last = volume.geometry.clusterCount + 1;
  for (let cluster = 2; clusters.length < count; cluster++) {
    if (cluster > last) return undefined;
    if ((await volume.tableEntry(cluster)) === 0) clusters.push(cluster);
  }
  return clusters;
}

async function pointEntryAt(
  disk: WritableDisk,
  volume: FatVolume,
  file: FatFile,
  firstCluster: number,
  size: number,
): Promise<void> {
  const { sectorSize } = volume.geometry;
  const start = file.entryOffset - (file.entryOffset % sectorSize);
  const sector = await disk.read(volume.offset + start, sectorSize);
  const at = file.entryOffset - start;
  sector.writeUInt16LE(firstCluster >>> 16, at + 20);
  sector.writeUInt16LE(firstCluster & 0xffff, at + 26);
  sector.writeUInt32LE(size, at + 28);
  await disk.write(volume.offset + start, sector);
}

/** Writes table entries to every copy of the table, whole sectors at a time. */
async function writeTable(disk: WritableDisk, volume: FatVolume, entries: ReadonlyMap<number, number>): Promise<void> {
  const { geometry } = volume;
  const sectors = new Map<number, Buffer>();
  const edit = async (position: number, change: (byte: number) => number): Promise<void> => {
    const start = position - (position % geometry.sectorSize);
    let sector = sectors.get(start);
    if (sector === undefined) {
      sector = await disk.read(volume.offset + (geometry.fatOffsets[0] ?? 0) + start, geometry.sectorSize);
      sectors.set(start, sector);
    }
    sector[position - start] = change(sector[position - start] ?? 0);
  };
  for (const [cluster, value] of entries) {
    for (const { position, mask, byte } of tableBytes(geometry, cluster, value)) {
      await edit(position, (old) => (old & ~mask) | (byte & mask));
    }
  }
  for (const copy of geometry.fatOffsets) {
    for (const [start, sector] of sectors) await disk.write(volume.offset + copy + start, sector);
  }
}

/** The bytes of one table entry. The top four bits of a FAT32 entry are reserved and kept. */
function tableBytes(
  geometry: FatGeometry,
  cluster: number,
  value: number,
): { position: number; mask: number; byte: number }[] {
  const bytes = (position: number, number: number, masks: readonly number[]) =>
    masks.map((mask, index) => ({ position: position + index, mask, byte: (number >>> (8 * index)) & 0xff }));
  switch (geometry.type) {
    case 'fat32':
      return bytes(cluster * 4, value, [0xff, 0xff, 0xff, 0x0f]);
    case 'fat16':
      return bytes(cluster * 2, value, [0xff, 0xff]);
    case 'fat12': {
      const position = cluster + (cluster >> 1);
      return cluster % 2 === 0 ? bytes(position, value, [0xff, 0x0f]) : bytes(position, value << 4, [0xf0, 0xff]);
    }
  }
}

/** Keeps FSInfo's count of free clusters right (section 5 of the specification); 0xFFFFFFFF means "not known" and stays. */
async function countFreeClusters(disk: WritableDisk, volume: FatVolume, freed: number): Promise<void> {
  const { fsInfoOffset, sectorSize, clusterCount } = volume.geometry;
  if (fsInfoOffset === undefined || freed === 0) return;
  const sector = await disk.read(volume.offset + fsInfoOffset, sectorSize);
  if (sector.readUInt32LE(0) !== 0x41615252 || sector.readUInt32LE(484) !== 0x61417272) return;
  const free = sector.readUInt32LE(488);
  if (free > clusterCount) return;
  sector.writeUInt32LE(free + freed, 488);
  await disk.write(volume.offset + fsInfoOffset, sector);
}
