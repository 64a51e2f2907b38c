import { describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { replaceFatFile } from '../../../../src/disk/fat/fat-replace-file.ts';
import { openFatVolume } from '../../../../src/disk/fat/fat-volume.ts';
import { FormatError } from '../../../../src/errors.ts';
import { makeFat32 } from '../make-fat.ts';
import { memoryDisk } from '../memory-disk.ts';
import { fatEntry, sampleFat } from './sample-fat.ts';

const OFFSET = 2 ** 20;
const FILES = {
  'EFI/Boot/bootx64.efi': Buffer.alloc(3000, 'b'),
  'EFI/Microsoft/Boot/BCD': Buffer.alloc(24_576, 'o'),
  'EFI/Microsoft/Boot/a rather long file name.ttf': Buffer.from('font'),
};

const { size, pieces } = makeFat32(FILES);

async function fatDisk(): Promise<WritableDisk> {
  const disk = memoryDisk(OFFSET + size);
  for (const { offset, content } of pieces) {
    if (content instanceof Uint8Array) await disk.write(OFFSET + offset, content);
  }
  return disk;
}

const open = (disk: WritableDisk) => openFatVolume(disk, OFFSET, disk.size - OFFSET);

async function readAll(disk: WritableDisk, path: string): Promise<Buffer | undefined> {
  const volume = await open(disk);
  const file = await volume.find(path);
  return file && volume.readFile(file, 100_000);
}

describe('openFatVolume', () => {
  it('finds files by path in any case and reads them', async () => {
    const disk = await fatDisk();
    expect((await open(disk)).geometry).toMatchObject({ type: 'fat32', clusterSize: 512, clusterCount: 70_000 });
    for (const [path, content] of Object.entries(FILES)) {
      expect(await readAll(disk, `/${path.toUpperCase()}`)).toEqual(content);
    }
    expect(await readAll(disk, '/EFI/Boot/other.efi')).toBeUndefined();
    expect(await readAll(disk, '/Boot/none/at/all')).toBeUndefined();
  });

  it('refuses a volume larger than its partition', async () => {
    const disk = await fatDisk();
    await expect(openFatVolume(disk, OFFSET, 2 ** 20)).rejects.toThrow(FormatError);
  });
});

describe('replaceFatFile', () => {
  const next = Buffer.alloc(25_000, 'n');

  async function replace(disk: WritableDisk): Promise<boolean> {
    const volume = await open(disk);
    const file = await volume.find('/EFI/Microsoft/Boot/BCD');
    if (!file) throw new Error('no BCD');
    return replaceFatFile(disk, volume, file, next);
  }

  it('replaces one file, frees the old clusters and touches no other file', async () => {
    const disk = await fatDisk();
    const before = await open(disk);
    const old = await before.chain((await before.find('/EFI/Microsoft/Boot/BCD'))?.firstCluster ?? 0);
    expect(await replace(disk)).toBe(true);
    expect(await readAll(disk, '/EFI/Microsoft/Boot/BCD')).toEqual(next);
    expect(await readAll(disk, '/EFI/Boot/bootx64.efi')).toEqual(FILES['EFI/Boot/bootx64.efi']);
    const after = await open(disk);
    expect(await Promise.all(old.map((cluster) => after.tableEntry(cluster)))).toEqual(old.map(() => 0));
    const [first = 0, second = 0] = after.geometry.fatOffsets;
    const copies = await Promise.all(
      [first, second].map((offset) => disk.read(OFFSET + offset, after.geometry.fatSize)),
    );
    expect(copies[0]?.equals(copies[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it('leaves the old or the new file when it ends after any of its writes', async () => {
    let writes = 0;
    const count = await fatDisk();
    const counting = {
      ...count,
      write: async (offset: number, data: Uint8Array) => {
        writes++;
        await count.write(offset, data);
      },
    };
    await replace(counting);
    const seen = new Set<string>();
    for (let survived = 0; survived <= writes; survived++) {
      const disk = await fatDisk();
      let left = survived;
      const crashing = {
        ...disk,
        write: async (offset: number, data: Uint8Array) => {
          if (left-- <= 0) throw new Error('power cut');
          await disk.write(offset, data);
        },
      };
      await replace(crashing).catch(() => undefined);
      const content = await readAll(disk, '/EFI/Microsoft/Boot/BCD');
      expect([FILES['EFI/Microsoft/Boot/BCD'].toString(), next.toString()]).toContain(content?.toString());
      seen.add(content?.toString('utf8', 0, 1) ?? '');
      expect(await readAll(disk, '/EFI/Boot/bootx64.efi')).toEqual(FILES['EFI/Boot/bootx64.efi']);
    }
    expect([...seen].sort()).toEqual(['n', 'o']);
  });
});

describe.each(['fat12', 'fat16', 'fat32'] as const)('%s', (type) => {
  const END = { fat12: 0xfff, fat16: 0xffff, fat32: 0x0fffffff }[type];
  const root = Buffer.concat([
    fatEntry('LABEL      ', 0, 0, 0x08),
    fatEntry('FILE    TXT', 10, 1500),
    fatEntry('SUB        ', 20, 0, 0x10),
    fatEntry('EMPTY      ', 0, 0),
  ]);
  const sub = Buffer.concat([
    fatEntry('.          ', 20, 0, 0x10),
    fatEntry('..         ', 0, 0, 0x10),
    fatEntry('DEEP       ', 30, 512),
  ]);
  const sample = () =>
    sampleFat({
      type,
      root,
      // The file lies in 10, 11 and, elsewhere, 2731, whose entry crosses two blocks of the table on FAT12.
      entries: { 2: END, 10: 11, 11: 2731, 2731: END, 20: END, 30: END },
      clusters: {
        ...(type === 'fat32' && { 2: root }),
        10: Buffer.alloc(512, 'a'),
        11: Buffer.alloc(512, 'b'),
        2731: Buffer.alloc(512, 'c'),
        20: sub,
        30: Buffer.alloc(512, 'd'),
      },
    });
  const opened = async (change: (bytes: Buffer) => void = () => {}) => {
    const { bytes, geometry } = sample();
    change(bytes);
    return { geometry, volume: await openFatVolume(memoryDisk(bytes, 'a'), 0, bytes.length) };
  };

  it('reads a file whose clusters lie apart, and an empty one', async () => {
    const { volume } = await opened();
    const file = await volume.find('/file.txt');
    expect(file && (await volume.readFile(file, 1500)).toString()).toBe(
      'a'.repeat(512) + 'b'.repeat(512) + 'c'.repeat(476),
    );
    expect(await volume.chain(10)).toEqual([10, 11, 2731]);
    const empty = await volume.find('EMPTY');
    expect(empty && (await volume.readFile(empty, 0))).toHaveLength(0);
    const deep = await volume.find('/SUB/deep');
    expect(deep && (await volume.readFile(deep, 512)).toString('latin1', 0, 2)).toBe('dd');
  });

  it('lists folders without what every one has, and knows where each entry lies', async () => {
    const { volume, geometry } = await opened();
    expect((await volume.list('/'))?.map(({ name }) => name)).toEqual(['FILE.TXT', 'SUB', 'EMPTY']);
    expect((await volume.list('sub'))?.map(({ name }) => name)).toEqual(['DEEP']);
    expect(await volume.list('file.txt')).toBeUndefined();
    expect(await volume.list('none')).toBeUndefined();
    expect(await volume.find('/')).toBeUndefined();
    const start = type === 'fat32' ? geometry.dataOffset : geometry.rootOffset;
    expect((await volume.find('SUB'))?.entryOffset).toBe(start + 64);
    expect((await volume.find('SUB/DEEP'))?.entryOffset).toBe(volume.clusterOffset(20) + 64);
    expect(volume.clusterOffset(2)).toBe(geometry.dataOffset);
    expect((await volume.list('SUB/..')) ?? []).toHaveLength(3);
  });

  it('refuses files that are too large, cut short or go round in a circle', async () => {
    const { volume } = await opened();
    const file = await volume.find('FILE.TXT');
    if (!file) throw new Error('no file');
    await expect(volume.readFile(file, 1499)).rejects.toThrow(
      `at offset ${file.entryOffset}: expected a file of at most 1499 bytes, found 1500`,
    );
    await expect(volume.readFile({ ...file, size: 2000 }, 2000)).rejects.toThrow(
      'expected a chain of 4 clusters, found 3',
    );
    const spoilt = async (entries: Readonly<Record<number, number>>): Promise<number[]> => {
      const made = sampleFat({ type, entries });
      return (await openFatVolume(memoryDisk(made.bytes, 'a'), 0, made.bytes.length)).chain(10);
    };
    const last = sample().geometry.clusterCount + 1;
    const refusal = 'expected a chain of clusters with an end, found cluster';
    await expect(spoilt({ 10: 11, 11: 10 })).rejects.toThrow(`${refusal} 10`);
    await expect(spoilt({ 10: 1 })).rejects.toThrow(`${refusal} 1`);
    await expect(spoilt({ 10: last + 1 })).rejects.toThrow(`${refusal} ${last + 1}`);
    expect(await spoilt({ 10: last, [last]: END })).toEqual([10, last]);
    expect(await spoilt({ 10: 2, 2: END - 7 })).toEqual([10, 2]);
    await expect(spoilt({ 10: 2, 2: END - 8 })).rejects.toThrow(refusal);
    expect(await volume.chain(10, 2)).toEqual([10, 11]);
  });

  it('gives a file new content in free clusters, and frees the old ones in both tables', async () => {
    const { bytes, geometry } = sample();
    const disk = memoryDisk(bytes, 'a');
    const volume = await openFatVolume(disk, 0, bytes.length);
    const file = await volume.find('FILE.TXT');
    if (!file) throw new Error('no file');
    expect(await replaceFatFile(disk, volume, file, Buffer.alloc(700, 'n'))).toBe(true);
    const after = await openFatVolume(disk, 0, bytes.length);
    const now = await after.find('FILE.TXT');
    expect(now && (await after.readFile(now, 700)).toString()).toBe('n'.repeat(700));
    const free = [3, 4];
    expect(await after.chain(now?.firstCluster ?? 0)).toEqual(free);
    expect(await Promise.all([10, 11, 2731].map((cluster) => after.tableEntry(cluster)))).toEqual([0, 0, 0]);
    expect(await Promise.all([2, 20, 30].map((cluster) => after.tableEntry(cluster)))).toEqual([END, END, END]);
    const [first = Buffer.alloc(0), second] = await Promise.all(
      geometry.fatOffsets.map((start) => disk.read(start, geometry.fatSize)),
    );
    expect(second?.equals(first)).toBe(true);
    const emptied = await after.find('EMPTY');
    expect(emptied && (await replaceFatFile(disk, after, emptied, Buffer.from('x')))).toBe(true);
    const again = await openFatVolume(disk, 0, bytes.length);
    const filled = await again.find('EMPTY');
    expect(filled && (await again.readFile(filled, 10)).toString()).toBe('x');
  });

  it('has no room where too few clusters are free, and writes nothing then', async () => {
    const { geometry } = sample();
    const all = Object.fromEntries(Array.from({ length: geometry.clusterCount }, (_, at) => [at + 2, END]));
    const full = sampleFat({ type, root, entries: { ...all, 50: 0 }, clusters: type === 'fat32' ? { 2: root } : {} });
    const disk = memoryDisk(full.bytes, 'a');
    const volume = await openFatVolume(disk, 0, full.bytes.length);
    const file = await volume.find('EMPTY');
    if (!file) throw new Error('no file');
    expect(await replaceFatFile(disk, volume, file, Buffer.alloc(513))).toBe(false);
    expect((await disk.read(0, disk.size)).equals(full.bytes)).toBe(true);
    expect(await replaceFatFile(disk, volume, file, Buffer.alloc(512, 'x'))).toBe(true);
  });
});

describe('the count of free clusters', () => {
  const INFO = 512;
  async function counted(
    free: number,
    change: (disk: WritableDisk) => Promise<unknown> = async () => {},
  ): Promise<number> {
    const disk = await fatDisk();
    const count = Buffer.alloc(4);
    count.writeUInt32LE(free);
    await disk.write(OFFSET + INFO + 488, count);
    await change(disk);
    const volume = await open(disk);
    const file = await volume.find('/EFI/Microsoft/Boot/BCD');
    // 48 clusters become 49.
    if (file) await replaceFatFile(disk, volume, file, Buffer.alloc(48 * 512 + 1, 'n'));
    return (await disk.read(OFFSET + INFO + 488, 4)).readUInt32LE();
  }

  it('stays right, where it is known', async () => {
    expect(await counted(1000)).toBe(999);
    expect(await counted(70_000)).toBe(69_999);
    expect(await counted(70_001)).toBe(70_001);
    expect(await counted(0xffffffff)).toBe(0xffffffff);
  });

  it('is left where its sector has no signature', async () => {
    expect(await counted(1000, (disk) => disk.write(OFFSET + INFO, Buffer.from('X')))).toBe(1000);
    expect(await counted(1000, (disk) => disk.write(OFFSET + INFO + 484, Buffer.from('X')))).toBe(1000);
  });
});
