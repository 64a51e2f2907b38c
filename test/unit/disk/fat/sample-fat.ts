import { decodeFatBootSector, type FatGeometry } from '../../../../src/disk/fat/fat-boot-sector.ts';

export interface SampleFat {
  readonly type: 'fat12' | 'fat16' | 'fat32';
  /** Entries of both tables by cluster. */
  readonly entries?: Readonly<Record<number, number>>;
  /** Entry 1, whose upper bits say that the volume was closed (default: it was). */
  readonly second?: number;
  /** Contents by cluster. */
  readonly clusters?: Readonly<Record<number, Buffer>>;
  /** The fixed root directory, on FAT12 and FAT16. */
  readonly root?: Buffer;
}

const SHAPES = {
  fat12: { clusters: 3000, fat: 9 },
  fat16: { clusters: 5000, fat: 20 },
  fat32: { clusters: 65_600, fat: 513 },
};

/** A volume of one sector a cluster with two tables, in memory from its first byte to its last. */
export function sampleFat({ type, entries = {}, second, clusters = {}, root = Buffer.alloc(0) }: SampleFat): {
  bytes: Buffer;
  geometry: FatGeometry;
} {
  const shape = SHAPES[type];
  const rootSectors = type === 'fat32' ? 0 : 1;
  const sectors = 1 + 2 * shape.fat + rootSectors + shape.clusters;
  const bytes = Buffer.alloc(sectors * 512);
  bytes.writeUInt16LE(512, 11);
  bytes.writeUInt8(1, 13);
  bytes.writeUInt16LE(1, 14);
  bytes.writeUInt8(2, 16);
  bytes.writeUInt16LE(rootSectors * 16, 17);
  bytes.writeUInt32LE(sectors, 32);
  if (type === 'fat32') bytes.writeUInt32LE(shape.fat, 36);
  else bytes.writeUInt16LE(shape.fat, 22);
  bytes.writeUInt32LE(type === 'fat32' ? 2 : 0, 44);
  bytes.writeUInt16LE(0xaa55, 510);
  const geometry = decodeFatBootSector(bytes.subarray(0, 512), 'sample', 0);
  const closed = { fat12: 0xfff, fat16: 0xffff, fat32: 0x0fffffff }[type];
  for (const [cluster, value] of [
    [1, second ?? closed],
    ...Object.entries(entries).map(([at, to]) => [Number(at), to]),
  ]) {
    for (const start of geometry.fatOffsets) writeEntry(bytes, type, start, cluster ?? 0, value ?? 0);
  }
  root.copy(bytes, geometry.rootOffset);
  for (const [cluster, content] of Object.entries(clusters)) {
    content.copy(bytes, geometry.dataOffset + (Number(cluster) - 2) * 512);
  }
  return { bytes, geometry };
}

function writeEntry(bytes: Buffer, type: SampleFat['type'], start: number, cluster: number, value: number): void {
  if (type === 'fat32') bytes.writeUInt32LE(value, start + cluster * 4);
  else if (type === 'fat16') bytes.writeUInt16LE(value, start + cluster * 2);
  else {
    const at = start + cluster + (cluster >> 1);
    const pair = bytes.readUInt16LE(at);
    bytes.writeUInt16LE(cluster % 2 === 0 ? (pair & 0xf000) | value : (pair & 0x000f) | (value << 4), at);
  }
}

/** A short directory entry. */
export function fatEntry(name: string, cluster: number, size: number, attributes = 0x20): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.write(name, 0, 'latin1');
  bytes.writeUInt8(attributes, 11);
  bytes.writeUInt16LE(cluster >>> 16, 20);
  bytes.writeUInt16LE(cluster & 0xffff, 26);
  bytes.writeUInt32LE(size, 28);
  return bytes;
}
