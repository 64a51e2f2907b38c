import { describe, expect, it } from 'vitest';
import { fatFreeSpace } from '../../../../src/disk/fat/fat-free-space.ts';
import { memoryDisk } from '../memory-disk.ts';
import { type SampleFat, sampleFat } from './sample-fat.ts';

const OFFSET = 1024;

/** Every cluster is in use but these. */
function withFree(type: 'fat16' | 'fat32', free: readonly number[], more: Partial<SampleFat> = {}) {
  const { geometry } = sampleFat({ type });
  const all = Array.from({ length: geometry.clusterCount }, (_, at) => at + 2).filter(
    (cluster) => !free.includes(cluster),
  );
  const entries = Object.fromEntries(all.map((cluster) => [cluster, type === 'fat32' ? 0x0fffffff : 0xffff]));
  return sampleFat({ type, entries, ...more });
}

async function found(bytes: Buffer, length = bytes.length) {
  const disk = memoryDisk(Buffer.concat([Buffer.alloc(OFFSET), bytes]));
  const { free, kept } = await fatFreeSpace(disk, OFFSET, length);
  return { kept, free: [...free.within(0, disk.size)].map(({ start, end }) => `${start}-${end}`) };
}

describe('the free space of a FAT volume', () => {
  it.each(['fat16', 'fat32'] as const)('is its free clusters, the first and the last too: %s', async (type) => {
    const { geometry } = sampleFat({ type });
    const last = geometry.clusterCount + 1;
    const { bytes } = withFree(type, [2, 10, 11, last]);
    const at = (cluster: number): number => OFFSET + geometry.dataOffset + (cluster - 2) * 512;
    expect(await found(bytes)).toEqual({
      kept: undefined,
      free: [`${at(2)}-${at(3)}`, `${at(10)}-${at(12)}`, `${at(last)}-${at(last + 1)}`],
    });
  });

  it.each([
    ['fat16', [2 + 2047, 2 + 2048]],
    ['fat16', [2 + 2049]],
    ['fat32', [2 + 1023]],
    ['fat32', [2 + 1024, 2 + 1025]],
    ['fat32', [3, 2 + 1025, 2 + 3 * 1024 + 7]],
  ] as const)(
    'ends where a cluster is in use, however long the run of free ones before: %s, %j',
    async (type, used) => {
      const { bytes, geometry } = sampleFat({ type, entries: Object.fromEntries(used.map((cluster) => [cluster, 1])) });
      const at = (cluster: number): number => OFFSET + geometry.dataOffset + (cluster - 2) * 512;
      const bounds = [1, ...used, geometry.clusterCount + 2];
      const runs = bounds.slice(1).map((end, i) => [(bounds[i] ?? 0) + 1, end] as const);
      expect((await found(bytes)).free).toEqual(
        runs.filter(([first, end]) => first < end).map(([first, end]) => `${at(first)}-${at(end)}`),
      );
    },
  );

  it('counts the lower bits of an entry alone on FAT32', async () => {
    const { bytes } = withFree('fat32', []);
    const { geometry } = sampleFat({ type: 'fat32' });
    for (const start of geometry.fatOffsets) bytes.writeUInt32LE(0xf0000000, start + 7 * 4);
    expect((await found(bytes)).free).toHaveLength(1);
  });

  it.each<[string, () => Buffer, string]>([
    ['of FAT12', () => sampleFat({ type: 'fat12' }).bytes, 'FAT12 has no mark of a clean shutdown'],
    ['marked dirty on FAT32', () => sampleFat({ type: 'fat32', second: 0x07ffffff }).bytes, 'it is marked dirty'],
    ['with an error on FAT32', () => sampleFat({ type: 'fat32', second: 0x0bffffff }).bytes, 'it is marked dirty'],
    ['marked dirty on FAT16', () => sampleFat({ type: 'fat16', second: 0x7fff }).bytes, 'it is marked dirty'],
    ['with an error on FAT16', () => sampleFat({ type: 'fat16', second: 0xbfff }).bytes, 'it is marked dirty'],
    [
      'whose tables differ',
      () => {
        const { bytes, geometry } = sampleFat({ type: 'fat16' });
        bytes.writeUInt8(1, (geometry.fatOffsets[1] ?? 0) + 100);
        return bytes;
      },
      'its allocation tables differ',
    ],
    [
      'whose tables are not mirrored',
      () => {
        const { bytes } = sampleFat({ type: 'fat32' });
        bytes.writeUInt16LE(0x80, 40);
        return bytes;
      },
      'its allocation tables are not mirrored',
    ],
  ])('is nothing of a volume %s', async (_, bytes, kept) => {
    expect(await found(bytes())).toEqual({ kept, free: [] });
  });

  it('minds the mark of mirroring on FAT32 alone, and other marks not at all', async () => {
    const { bytes } = sampleFat({ type: 'fat16' });
    bytes.writeUInt16LE(0x80, 40);
    expect((await found(bytes)).kept).toBeUndefined();
    const large = sampleFat({ type: 'fat32' }).bytes;
    large.writeUInt16LE(0x7f, 40);
    expect((await found(large)).kept).toBeUndefined();
  });

  it('is refused where the volume is larger than its partition', async () => {
    const { bytes } = sampleFat({ type: 'fat16' });
    expect((await found(bytes, bytes.length)).kept).toBeUndefined();
    await expect(found(bytes, bytes.length - 1)).rejects.toThrow(
      `at offset ${OFFSET + 32}: expected a volume of at most ${bytes.length - 1} bytes, found ${bytes.length}`,
    );
  });

  it('is not looked for in a table of more than 16 MiB', async () => {
    const { bytes } = sampleFat({ type: 'fat32' });
    const fat = (16 * 2 ** 20) / 512 + 1;
    bytes.writeUInt32LE(fat, 36);
    const sectors = 1 + 2 * fat + 65_600;
    bytes.writeUInt32LE(sectors, 32);
    const disk = memoryDisk(sectors * 512);
    await disk.write(0, bytes.subarray(0, 512));
    expect((await fatFreeSpace(disk, 0, disk.size)).kept).toBe('its allocation table is unusually large');
  });
});
