import { expect, it } from 'vitest';
import { decodeFatBootSector } from '../../../../src/disk/fat/fat-boot-sector.ts';

interface Fields {
  readonly sectorSize?: number;
  readonly perCluster?: number;
  readonly reserved?: number;
  readonly fats?: number;
  readonly rootEntries?: number;
  readonly total16?: number;
  readonly total32?: number;
  readonly fat16?: number;
  readonly fat32?: number;
  readonly signature?: number;
}

/** FAT32 of one sector a cluster unless told otherwise: 32 reserved, two tables of 600 sectors, 70000 clusters. */
function sector(fields: Fields = {}): Buffer {
  const bytes = Buffer.alloc(512);
  bytes.writeUInt16LE(fields.sectorSize ?? 512, 11);
  bytes.writeUInt8(fields.perCluster ?? 1, 13);
  bytes.writeUInt16LE(fields.reserved ?? 32, 14);
  bytes.writeUInt8(fields.fats ?? 2, 16);
  bytes.writeUInt16LE(fields.rootEntries ?? 0, 17);
  bytes.writeUInt16LE(fields.total16 ?? 0, 19);
  bytes.writeUInt16LE(fields.fat16 ?? 0, 22);
  bytes.writeUInt32LE(fields.total32 ?? 32 + 1200 + 70_000, 32);
  bytes.writeUInt32LE(fields.fat32 ?? 600, 36);
  bytes.writeUInt32LE(5, 44);
  bytes.writeUInt16LE(1, 48);
  bytes.writeUInt16LE(fields.signature ?? 0xaa55, 510);
  return bytes;
}
const decode = (fields?: Fields) => decodeFatBootSector(sector(fields), 'a', 1000);

it('says where everything lies on FAT32', () => {
  expect(decode()).toEqual({
    type: 'fat32',
    sectorSize: 512,
    clusterSize: 512,
    fatOffsets: [32 * 512, 632 * 512],
    fatSize: 600 * 512,
    rootOffset: 1232 * 512,
    rootSize: 0,
    rootCluster: 5,
    dataOffset: 1232 * 512,
    clusterCount: 70_000,
    totalSize: 71_232 * 512,
    fsInfoOffset: 512,
  });
});

it('says where everything lies on FAT16 and FAT12, of larger sectors too', () => {
  expect(decode({ rootEntries: 512, fat16: 100, total16: 1 + 200 + 32 + 20_001, perCluster: 2, reserved: 1 })).toEqual({
    type: 'fat16',
    sectorSize: 512,
    clusterSize: 1024,
    fatOffsets: [512, 101 * 512],
    fatSize: 100 * 512,
    rootOffset: 201 * 512,
    rootSize: 32 * 512,
    rootCluster: 0,
    dataOffset: 233 * 512,
    clusterCount: 10_000,
    totalSize: 20_234 * 512,
    fsInfoOffset: undefined,
  });
  const small = { sectorSize: 2048, rootEntries: 65, fat16: 1, fats: 1, total16: 1 + 1 + 2 + 50, reserved: 1 };
  expect(decode(small)).toMatchObject({
    type: 'fat12',
    clusterSize: 2048,
    fatOffsets: [2048],
    rootSize: 4096,
    dataOffset: 4 * 2048,
    clusterCount: 50,
  });
});

it('goes by the number of clusters alone', () => {
  const type = (clusters: number, rootEntries = 512): string =>
    decode({ rootEntries, fat32: 600, total32: 32 + 1200 + (rootEntries * 32) / 512 + clusters }).type;
  expect([type(4084), type(4085), type(65_524), type(65_525, 0)]).toEqual(['fat12', 'fat16', 'fat16', 'fat32']);
});

it.each<[string, Fields, number, string, string]>([
  ['no signature', { signature: 0x55aa }, 510, 'the boot sector signature 55 AA', '0x55aa'],
  ['sectors of 256 bytes', { sectorSize: 256 }, 11, 'a FAT sector size', '256'],
  ['sectors of 8192 bytes', { sectorSize: 8192 }, 11, 'a FAT sector size', '8192'],
  ['clusters of nothing', { perCluster: 0 }, 13, 'a power of two of sectors per cluster', '0'],
  ['clusters of three sectors', { perCluster: 3 }, 13, 'a power of two of sectors per cluster', '3'],
  ['no reserved sector', { reserved: 0 }, 14, 'at least one reserved sector', '0'],
  ['no table', { fats: 0 }, 16, 'one to four allocation tables', '0'],
  ['five tables', { fats: 5 }, 16, 'one to four allocation tables', '5'],
  ['a table of nothing', { fat32: 0 }, 22, 'the size of the allocation table', '0'],
  ['no data', { total32: 1232 }, 32, 'more than 1232 sectors in all', '1232'],
  [
    'a table that is too small',
    { fat32: 546, total32: 32 + 1092 + 70_000 },
    22,
    'a table that has room for 70000 clusters',
    '546 sectors',
  ],
  ['root entries on FAT32', { rootEntries: 16 }, 17, 'root entries as fat32 has them', '16'],
  ['none on FAT16', { total32: 1232 + 5000 }, 17, 'root entries as fat16 has them', '0'],
])('refuses %s', (_, fields, offset, expected, found) => {
  expect(() => decode(fields)).toThrow(
    expect.objectContaining({ name: 'FormatError', file: 'a', offset: 1000 + offset, expected, found }),
  );
});

it('takes what just suffices', () => {
  expect(decode({ total32: 1234, rootEntries: 16 }).clusterCount).toBe(1);
  // 70002 entries of four bytes need 547 sectors.
  expect(decode({ fat32: 547, total32: 32 + 1094 + 70_000 }).clusterCount).toBe(70_000);
  expect(decode({ fats: 4, total32: 32 + 2400 + 70_000 }).fatOffsets).toHaveLength(4);
  expect(decode({ fats: 1, total32: 32 + 600 + 70_000 }).fatOffsets).toHaveLength(1);
  expect(decode({ perCluster: 128, total32: 1232 + 70_000 * 128 }).clusterSize).toBe(65_536);
  expect(() => decodeFatBootSector(sector().subarray(0, 511), 'a', 0)).toThrow(
    'expected a boot sector of 512 bytes, found 511 bytes',
  );
});
