import { describe, expect, it } from 'vitest';
import { readNtfsFile } from '../../../../src/disk/ntfs/ntfs-file.ts';
import { ntfsFreeSpace } from '../../../../src/disk/ntfs/ntfs-free-space.ts';
import { findNtfsPath, hasNtfsPath } from '../../../../src/disk/ntfs/ntfs-path.ts';
import { NTFS_DATA, type NtfsAttribute } from '../../../../src/disk/ntfs/ntfs-record.ts';
import { NTFS_RECORD_BITMAP, NTFS_RECORD_MFT, NtfsVolume } from '../../../../src/disk/ntfs/ntfs-volume.ts';
import { memoryDisk } from '../memory-disk.ts';
import { sampleNtfs } from '../sample-ntfs.ts';
import { continueRecord } from './continue-record.ts';

const OFFSET = 8192;
const CLUSTER = 4096;

async function opened(change: (bytes: Buffer) => unknown = () => {}) {
  const bytes = sampleNtfs();
  change(bytes);
  const disk = memoryDisk(Buffer.concat([Buffer.alloc(OFFSET), bytes]), 'a');
  return { bytes, disk, volume: await NtfsVolume.open(disk, OFFSET, bytes.length) };
}

describe('NtfsVolume', () => {
  it('is refused where it is larger than its partition', async () => {
    const { disk, volume } = await opened();
    const { clusterCount, clusterSize } = volume.geometry;
    const size = clusterCount * clusterSize;
    expect((await NtfsVolume.open(disk, OFFSET, size)).offset).toBe(OFFSET);
    await expect(NtfsVolume.open(disk, OFFSET, size - 1)).rejects.toThrow(
      `at offset ${OFFSET + 40}: expected a volume of at most ${size - 1} bytes, found ${clusterCount} clusters of 4096 bytes`,
    );
  });

  it('reads records by their numbers, and refuses what is none', async () => {
    const { volume } = await opened();
    expect((await volume.record(NTFS_RECORD_MFT)).some(({ type }) => type === NTFS_DATA)).toBe(true);
    await expect(volume.record(2 ** 20)).rejects.toThrow('expected an attribute of');
    expect(() => volume.data([], 'x.txt')).toThrow(
      `at offset ${OFFSET}: expected a data attribute of x.txt, found none`,
    );
    const named = { type: NTFS_DATA, name: 'stream', flags: 0, size: 0, initialized: 0 };
    expect(() => volume.data([named], 'x.txt')).toThrow('a data attribute');
    expect(volume.data([named, { ...named, name: '' }], 'x')).toMatchObject({ name: '' });
  });

  /** A record that mkntfs keeps free, in front of all files. */
  const FREE = 20;

  it('finds files by a master file table whose own record is continued in another', async () => {
    const { bytes, volume: whole } = await opened();
    const table = whole.data(await whole.record(NTFS_RECORD_MFT), '$MFT');
    const { volume } = await opened((copy) => continueRecord(copy, NTFS_RECORD_MFT, FREE, 6));
    const [first, second] = volume.data(await volume.record(NTFS_RECORD_MFT), '$MFT').runs ?? [];
    expect(table.runs).toEqual([{ cluster: first?.cluster, count: (first?.count ?? 0) + (second?.count ?? 0) }]);
    expect(first?.count).toBe(6);
    expect(await findNtfsPath(volume, 'Windows/System32')).toBe(await findNtfsPath(whole, 'Windows/System32'));
    expect(await ntfsFreeSpace(volume)).toEqual(await ntfsFreeSpace(whole));
    expect(bytes.length).toBe(4 * 2 ** 20);
  });

  it('refuses a master file table whose record is continued behind what is known of it', async () => {
    const { volume } = await opened((copy) => continueRecord(copy, NTFS_RECORD_MFT, FREE, 2));
    await expect(volume.record(NTFS_RECORD_MFT)).rejects.toThrow(
      'expected the parts of file record 0 without gaps, found a part that is missing',
    );
  });

  describe('readAttribute', () => {
    /** Clusters 300 and 301, then 200; filled with their own letters. */
    const runs = [
      { cluster: 300, count: 2 },
      { cluster: 200, count: 1 },
    ];
    const attribute = (more: Partial<NtfsAttribute> = {}): NtfsAttribute => ({
      type: NTFS_DATA,
      name: '',
      flags: 0,
      runs,
      size: 3 * CLUSTER,
      initialized: 3 * CLUSTER,
      ...more,
    });
    const volumeOf = async (): Promise<NtfsVolume> =>
      (
        await opened((bytes) => {
          for (const [cluster, letter] of [
            [300, 'a'],
            [301, 'b'],
            [200, 'c'],
          ] as const)
            bytes.fill(letter, cluster * CLUSTER, (cluster + 1) * CLUSTER);
        })
      ).volume;
    const text = async (start: number, length: number, more: Partial<NtfsAttribute> = {}): Promise<string> =>
      (await (await volumeOf()).readAttribute(attribute(more), start, length)).toString('latin1').replaceAll('\0', '.');

    it('reads across runs, from any place', async () => {
      expect(await text(CLUSTER - 1, 2)).toBe('ab');
      expect(await text(2 * CLUSTER - 2, 4)).toBe('bbcc');
      expect(await text(0, 1)).toBe('a');
      expect(await text(2 * CLUSTER, 1)).toBe('c');
      expect(await text(3 * CLUSTER - 1, 1)).toBe('c');
      expect((await text(0, 3 * CLUSTER)).replace(/(.)\1+/g, '$1')).toBe('abc');
      expect(await text(5, 0)).toBe('');
    });

    it('reads zeros behind what was written', async () => {
      expect(await text(CLUSTER - 2, 4, { initialized: CLUSTER })).toBe('aa..');
      expect(await text(CLUSTER + 10, 2, { initialized: CLUSTER })).toBe('..');
      expect(await text(CLUSTER - 2, 2, { initialized: CLUSTER })).toBe('aa');
    });

    it('reads a value that stands in the record, as a copy', async () => {
      const value = Buffer.from('value');
      const volume = await volumeOf();
      const read = await volume.readAttribute(attribute({ value, size: 5 }), 1, 3);
      expect(read.toString()).toBe('alu');
      read.fill(0);
      expect(value.toString()).toBe('value');
    });

    it.each<[string, number, number, Partial<NtfsAttribute>, string]>([
      [
        'more than there is',
        0,
        3 * CLUSTER + 1,
        {},
        `expected an attribute of ${3 * CLUSTER + 1} bytes, found ${3 * CLUSTER} bytes`,
      ],
      ['what is compressed', 0, 1, { flags: 1 }, 'expected a plain attribute, found flags 0x1'],
      [
        'what has too few clusters',
        CLUSTER,
        2 * CLUSTER,
        { runs: runs.slice(0, 1) },
        `expected clusters for ${2 * CLUSTER} bytes at ${CLUSTER}, found ${CLUSTER} bytes`,
      ],
      ['what has no clusters', 0, 1, { runs: [] }, 'expected clusters for 1 bytes at 0, found 0 bytes'],
      [
        'clusters behind the end',
        0,
        1,
        { runs: [{ cluster: 1022, count: 3 }] },
        'expected clusters in the volume, found 1022 + 3',
      ],
    ])('refuses %s', async (_, start, length, more, message) => {
      await expect(text(start, length, more)).rejects.toThrow(message);
    });
  });
});

describe('paths', () => {
  it('lead through folders, whatever the case and the slashes', async () => {
    const { volume } = await opened();
    expect(await hasNtfsPath(volume, 'Windows')).toBe(true);
    expect(await hasNtfsPath(volume, 'PROGRAM files/vmware\\VMware Tools//vmtoolsd.exe')).toBe(true);
    expect(await hasNtfsPath(volume, 'Windows\\none\\x')).toBe(false);
    expect(await findNtfsPath(volume, '')).toBe(5);
    expect(await findNtfsPath(volume, '\\')).toBe(5);
  });

  it('lead to files that can be read, up to a size', async () => {
    const { volume } = await opened();
    const record = (await findNtfsPath(volume, 'Program Files/VMware/VMware Tools/vmtoolsd.exe')) ?? 0;
    const size = volume.data(await volume.record(record), 'x').size;
    expect(await readNtfsFile(volume, record, size)).toHaveLength(size);
    await expect(readNtfsFile(volume, record, size - 1)).rejects.toThrow(
      `expected a file of at most ${size - 1} bytes, found ${size} bytes`,
    );
    await expect(readNtfsFile(volume, 5, 100)).rejects.toThrow('a data attribute of file record 5');
  });
});

describe('the free space', () => {
  const bitmapOf = async (): Promise<number> => {
    const { volume } = await opened();
    const data = volume.data(await volume.record(NTFS_RECORD_BITMAP), '$Bitmap');
    return (data.runs?.[0]?.cluster ?? 0) * CLUSTER;
  };
  const found = async (change: (bitmap: Buffer) => unknown): Promise<string[]> => {
    const at = await bitmapOf();
    const { volume, disk } = await opened((bytes) => change(bytes.subarray(at, at + 128)));
    return [...(await ntfsFreeSpace(volume)).within(0, disk.size)].map(
      ({ start, end }) => `${(start - OFFSET) / CLUSTER}-${(end - OFFSET) / CLUSTER}`,
    );
  };

  it('is what the bitmap has clear, to the last cluster', async () => {
    const { volume } = await opened();
    const last = volume.geometry.clusterCount;
    expect(await found((bitmap) => bitmap.fill(0xff))).toEqual([]);
    const some = await found((bitmap) => {
      bitmap.fill(0xff);
      bitmap[100] = 0b1111_0011;
      bitmap[(last - 1) >> 3] = 0xff & ~(1 << ((last - 1) & 7));
    });
    expect(some).toEqual(['802-804', `${last - 1}-${last}`]);
  });

  it('is not believed where the system files would be free', async () => {
    await expect(found((bitmap) => bitmap.fill(0))).rejects.toThrow(
      `at offset ${OFFSET}: expected a $Bitmap that has the system files in use, found cluster 0 free`,
    );
    await expect(
      found((bitmap) => {
        bitmap.fill(0);
        bitmap[0] = 1;
      }),
    ).rejects.toThrow('expected a $Bitmap that has the system files in use');
  });
});
