import { describe, expect, it } from 'vitest';
import { MAX_BOOT_STORE, readBootStore, readSystemLayout } from '../../../src/bcd/boot-store.ts';
import { openFatVolume } from '../../../src/disk/fat/fat-volume.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { GUIDS, type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';
import { sampleStore } from './sample-store.ts';

const STORE = 'EFI/Microsoft/Boot/BCD';
/** A volume of data that is larger than that of Windows lies before it. */
const ORDER = ['esp', 'msr', 'data', 'windows'] as const;

async function windowsOf(options: SampleDiskOptions): Promise<string | undefined> {
  const { partitions } = await readSystemLayout(await sampleDisk({ order: ORDER, ...options }));
  return partitions.find(({ type }) => type === 'windows')?.guid;
}
const store = (windows: string): Buffer => sampleStore({ disk: GUIDS.disk, esp: GUIDS.esp, windows });
const noFolder = { renamed: ['Windows', 'Archive'] } as const;

describe('which Windows a disk starts', () => {
  it.each<[string, SampleDiskOptions, string]>([
    ['the one that the default loader names', {}, GUIDS.windows],
    ['the one that it names, whatever is in it', { files: { [STORE]: store(GUIDS.data) } }, GUIDS.data],
    ['without a store the one with a folder Windows', { files: { [STORE]: null } }, GUIDS.windows],
    ['with a damaged store as well', { files: { [STORE]: Buffer.alloc(8192, 1) } }, GUIDS.windows],
    ['with a store that names none of the disk as well', { files: { [STORE]: store(GUIDS.recovery) } }, GUIDS.windows],
    ['with one that names the ESP as well', { files: { [STORE]: store(GUIDS.esp) } }, GUIDS.windows],
    ['where no volume has that folder the largest', { files: { [STORE]: null }, ntfs: noFolder }, GUIDS.data],
    ['without an ESP the one with the folder', { order: ['msr', 'data', 'windows'] }, GUIDS.windows],
  ])('is %s', async (_which, options, guid) => {
    expect(await windowsOf(options)).toBe(guid);
  });

  it('is none where there is no volume that could be it', async () => {
    expect(await windowsOf({ order: ['esp', 'msr', 'recovery'] })).toBeUndefined();
  });
});

describe('readBootStore', () => {
  async function read(content: Buffer | null) {
    const disk = await sampleDisk({ files: { [STORE]: content } });
    const esp = (await readLayout(disk)).partitions.find(({ type }) => type === 'esp');
    return readBootStore(await openFatVolume(disk, esp?.offset ?? 0, esp?.size ?? 0), disk);
  }

  it('is nothing where there is no store', async () => {
    expect(await read(null)).toBeUndefined();
    expect(await read(store(GUIDS.windows))).toBeDefined();
  });

  it.each([
    ['no hive', Buffer.alloc(8192, 1)],
    ['larger than any store', Buffer.alloc(MAX_BOOT_STORE + 1)],
  ])('names the disk and the file of one that is %s', async (_what, content) => {
    await expect(read(content)).rejects.toMatchObject({
      name: 'FormatError',
      file: expect.stringContaining('sample.raw') as string,
    });
  });
});
