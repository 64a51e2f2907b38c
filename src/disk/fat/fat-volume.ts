/** Reads files of a FAT volume inside a disk, touching no more of it than the path asks for. */

import { FormatError } from '../../errors.ts';
import type { Disk } from '../disk.ts';
import { decodeFatBootSector, type FatGeometry } from './fat-boot-sector.ts';
import { decodeFatDirectory, type FatEntry } from './fat-directory.ts';

/** A directory of an ESP holds dozens of entries; what is larger than this is damage, not data. */
const MAX_DIRECTORY = 2 ** 20;
const TABLE_BLOCK = 4096;

export interface FatFile extends FatEntry {
  /** Where the 32 bytes of the directory entry lie, from the start of the volume. */
  readonly entryOffset: number;
}

export interface FatVolume {
  readonly geometry: FatGeometry;
  /** Byte offset of the volume on the disk. */
  readonly offset: number;
  /** Entry at a path such as `/EFI/Boot/bootx64.efi`, upper and lower case alike; undefined when there is none. */
  find(path: string): Promise<FatFile | undefined>;
  /** Entries of a directory but for `.` and `..`; undefined when there is no such directory. */
  list(path: string): Promise<readonly FatFile[] | undefined>;
  /** @throws FormatError when the file is larger than `limit` bytes or its cluster chain is damaged */
  readFile(file: FatFile, limit: number): Promise<Buffer>;
  /** At most so many bytes from its beginning. @throws FormatError when its cluster chain is damaged or too short */
  readStart(file: FatFile, length: number): Promise<Buffer>;
  /** The clusters of a chain in order. @throws FormatError on a loop or a cluster outside the volume */
  chain(firstCluster: number, limit?: number): Promise<number[]>;
  /** The table's entry for a cluster: 0 is free. */
  tableEntry(cluster: number): Promise<number>;
  /** Byte offset of a cluster from the start of the volume. */
  clusterOffset(cluster: number): number;
}

/**
 * Opens the FAT volume at `offset` of the disk.
 * @throws FormatError when there is none, or it does not fit into `length` bytes
 */
export async function openFatVolume(disk: Disk, offset: number, length: number): Promise<FatVolume> {
  const sector = await disk.read(offset, 512);
  const geometry = decodeFatBootSector(sector, disk.path, offset);
  if (geometry.totalSize > length) {
    throw new FormatError(
      disk.path,
      offset + 32,
      `a FAT volume of at most ${length} bytes`,
      `${geometry.totalSize} bytes`,
    );
  }
  return new Volume(disk, offset, geometry);
}

class Volume implements FatVolume {
  readonly geometry: FatGeometry;
  readonly offset: number;
  readonly #disk: Disk;
  readonly #tableBlocks = new Map<number, Buffer>();

  constructor(disk: Disk, offset: number, geometry: FatGeometry) {
    this.#disk = disk;
    this.offset = offset;
    this.geometry = geometry;
  }

  async find(path: string): Promise<FatFile | undefined> {
    const names = path.split('/').filter((name) => name !== '');
    const last = names.pop();
    if (last === undefined) return undefined;
    const entries = await this.list(names.join('/'));
    return entries?.find((entry) => isNamed(entry, last));
  }

  async list(path: string): Promise<readonly FatFile[] | undefined> {
    let entries = await this.#directory(this.geometry.rootCluster);
    for (const name of path.split('/').filter((part) => part !== '')) {
      const next = entries.find((entry) => entry.isDirectory && isNamed(entry, name));
      if (next === undefined) return undefined;
      entries = await this.#directory(next.firstCluster);
    }
    return entries.filter((entry) => entry.shortName !== '.' && entry.shortName !== '..');
  }

  async readFile(file: FatFile, limit: number): Promise<Buffer> {
    if (file.size > limit) throw this.#refuse(file.entryOffset, `a file of at most ${limit} bytes`, `${file.size}`);
    return this.readStart(file, file.size);
  }

  async readStart(file: FatFile, length: number): Promise<Buffer> {
    const size = Math.min(length, file.size);
    if (size === 0) return Buffer.alloc(0);
    const needed = Math.ceil(size / this.geometry.clusterSize);
    const clusters = await this.chain(file.firstCluster, needed);
    if (clusters.length < needed) {
      throw this.#refuse(file.entryOffset, `a chain of ${needed} clusters`, `${clusters.length}`);
    }
    return (await this.#readClusters(clusters)).subarray(0, size);
  }

  async chain(firstCluster: number, limit = this.geometry.clusterCount): Promise<number[]> {
    const clusters: number[] = [];
    const seen = new Set<number>();
    let cluster = firstCluster;
    while (clusters.length < limit && !this.#isEnd(cluster)) {
      if (cluster < 2 || cluster > this.geometry.clusterCount + 1 || seen.has(cluster)) {
        throw this.#refuse(this.geometry.fatOffsets[0] ?? 0, 'a chain of clusters with an end', `cluster ${cluster}`);
      }
      seen.add(cluster);
      clusters.push(cluster);
      cluster = await this.tableEntry(cluster);
    }
    return clusters;
  }

  async tableEntry(cluster: number): Promise<number> {
    switch (this.geometry.type) {
      case 'fat32':
        return (await this.#tableBytes(cluster * 4, 4)).readUInt32LE(0) & 0x0fffffff;
      case 'fat16':
        return (await this.#tableBytes(cluster * 2, 2)).readUInt16LE(0);
      case 'fat12': {
        const pair = (await this.#tableBytes(cluster + (cluster >> 1), 2)).readUInt16LE(0);
        return cluster % 2 === 0 ? pair & 0xfff : pair >> 4;
      }
    }
  }

  clusterOffset(cluster: number): number {
    return this.geometry.dataOffset + (cluster - 2) * this.geometry.clusterSize;
  }

  #isEnd(entry: number): boolean {
    return entry >= { fat12: 0xff8, fat16: 0xfff8, fat32: 0x0ffffff8 }[this.geometry.type];
  }

  async #directory(firstCluster: number): Promise<FatFile[]> {
    const { clusterSize, rootOffset, rootSize } = this.geometry;
    if (firstCluster === 0) {
      // Cluster 0 is the root: as the start of the walk on FAT12/16, and in the `..` of its children on FAT32.
      if (this.geometry.rootCluster === 0) {
        const data = await this.#read(rootOffset, rootSize);
        return decodeFatDirectory(data).map((entry) => ({ ...entry, entryOffset: rootOffset + entry.position }));
      }
      return this.#directory(this.geometry.rootCluster);
    }
    const limit = Math.max(1, Math.floor(MAX_DIRECTORY / clusterSize));
    const clusters = await this.chain(firstCluster, limit);
    return decodeFatDirectory(await this.#readClusters(clusters)).map((entry) => {
      const cluster = clusters[Math.floor(entry.position / clusterSize)] ?? firstCluster;
      return { ...entry, entryOffset: this.clusterOffset(cluster) + (entry.position % clusterSize) };
    });
  }

  async #readClusters(clusters: readonly number[]): Promise<Buffer> {
    const { clusterSize } = this.geometry;
    const parts: Buffer[] = [];
    for (let index = 0; index < clusters.length; ) {
      const start = clusters[index] ?? 2;
      let count = 1;
      while (clusters[index + count] === start + count) count++;
      parts.push(await this.#read(this.clusterOffset(start), count * clusterSize));
      index += count;
    }
    return Buffer.concat(parts);
  }

  async #tableBytes(position: number, length: number): Promise<Buffer> {
    const first = Math.floor(position / TABLE_BLOCK);
    const last = Math.floor((position + length - 1) / TABLE_BLOCK);
    const start = position - first * TABLE_BLOCK;
    const block = await this.#tableBlock(first);
    if (last === first) return block.subarray(start, start + length);
    // Only a FAT12 entry can straddle two blocks.
    return Buffer.concat([block, await this.#tableBlock(last)]).subarray(start, start + length);
  }

  async #tableBlock(index: number): Promise<Buffer> {
    let block = this.#tableBlocks.get(index);
    if (block === undefined) {
      const start = index * TABLE_BLOCK;
      const length = Math.min(TABLE_BLOCK, this.geometry.fatSize - start);
      block = await this.#read((this.geometry.fatOffsets[0] ?? 0) + start, length);
      this.#tableBlocks.set(index, block);
    }
    return block;
  }

  #read(position: number, length: number): Promise<Buffer> {
    return this.#disk.read(this.offset + position, length);
  }

  #refuse(position: number, expected: string, found: string): FormatError {
    return new FormatError(this.#disk.path, this.offset + position, expected, found);
  }
}

function isNamed(entry: FatEntry, name: string): boolean {
  const wanted = name.toLowerCase();
  return entry.name.toLowerCase() === wanted || entry.shortName.toLowerCase() === wanted;
}
