import { describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { replaceFatFile } from '../../../../src/disk/fat/fat-replace-file.ts';
import { openFatVolume } from '../../../../src/disk/fat/fat-volume.ts';
import { memoryDisk } from '../../../../src/disk/memory-disk.ts';
import { FormatError } from '../../../../src/errors.ts';
import { makeFat32 } from '../make-fat.ts';

const OFFSET = 2 ** 20;
const FILES = {
  'EFI/Boot/bootx64.efi': Buffer.alloc(3000, 'b'),
  'EFI/Microsoft/Boot/BCD': Buffer.alloc(24_576, 'o'),
  'EFI/Microsoft/Boot/a rather long file name.ttf': Buffer.from('font'),
};

async function fatDisk(): Promise<WritableDisk> {
  const { size, pieces } = makeFat32(FILES);
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
