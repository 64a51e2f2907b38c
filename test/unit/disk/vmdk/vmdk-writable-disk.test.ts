import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openDisk } from '../../../../src/disk/open-disk.ts';
import { openDiskForWriting } from '../../../../src/disk/open-disk-for-writing.ts';
import { openVmdkSparse } from '../../../../src/disk/vmdk/vmdk-sparse-disk.ts';
import { openVmdkSparseForWriting } from '../../../../src/disk/vmdk/vmdk-writable-disk.ts';
import { openFiles } from '../../ova/open-files.ts';
import { journalled } from '../journalled.ts';
import { listRanges } from '../list-ranges.ts';
import { AT, GRAIN, SECTOR, sampleSparse } from './sample-vmdk.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-vmdk-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const listed = (events: ReturnType<typeof journalled>['events']): string[] =>
  events.map((event) => (event === 'flush' ? event : `${event.offset}+${event.data.length}`));

describe('a sparse VMDK', () => {
  it('gets a new grain at its end first, then an entry in the spare table, then one in the real table', async () => {
    const image = Buffer.concat([sampleSparse(), Buffer.from('odd')]);
    const { source, events } = journalled(image);
    const disk = await openVmdkSparseForWriting(source);
    await disk.write(5 * GRAIN + 1, Buffer.from('new'));
    const place = Math.ceil(image.length / GRAIN) * GRAIN;
    expect(listed(events)).toEqual([
      `${place}+${GRAIN}`,
      'flush',
      `${AT.spareTable * SECTOR + 20}+4`,
      'flush',
      `${AT.table * SECTOR + 20}+4`,
      'flush',
    ]);
    expect((await source.read(AT.table * SECTOR + 20, 4)).readUInt32LE()).toBe(place / SECTOR);
    expect((await disk.read(5 * GRAIN, 5)).toString('latin1')).toBe('\0new\0');
    expect((await (await openVmdkSparse(source)).read(5 * GRAIN, 5)).toString('latin1')).toBe('\0new\0');
    events.length = 0;
    await disk.write(2 * GRAIN, Buffer.from('x'));
    expect(listed(events)).toEqual([`${AT.grains * SECTOR}+1`]);
  });

  it('has one table where the header says so', async () => {
    for (const header of [{ flags: 1 }, { redundantDirectoryOffset: 0 }]) {
      const { source, events } = journalled(sampleSparse({ header }));
      await (await openVmdkSparseForWriting(source)).write(0, Buffer.from('x'));
      expect(listed(events).slice(2)).toEqual([`${AT.table * SECTOR}+4`, 'flush']);
    }
  });

  it('refuses a grain without a table, before it writes anything', async () => {
    const { source, events } = journalled(sampleSparse());
    const disk = await openVmdkSparseForWriting(source);
    await expect(disk.write(513 * GRAIN, Buffer.from('x'))).rejects.toThrow(
      'expected a grain table for grain 513, found none',
    );
    expect(events).toEqual([]);
  });

  it('is refused when it is compressed, or was not closed', async () => {
    const refused = (header: object) => openVmdkSparseForWriting(journalled(sampleSparse({ header })).source);
    await expect(refused({ flags: 0x30003, compression: 1 })).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: 'image is a streamOptimized VMDK, which cannot be changed in place',
    });
    await expect(refused({ uncleanShutdown: true })).rejects.toMatchObject({
      code: 'disk-invalid',
      message: 'image was not closed cleanly by the program that used it last',
    });
  });
});

describe('a VMDK of several files', () => {
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(root, 'case-'));
    path = join(folder, 'a.vmdk');
  });

  /** The descriptor of these extents; flat files of 1 KiB are made for those called f*. */
  async function write(extents: readonly string[], createType = 'twoGbMaxExtentFlat'): Promise<void> {
    const lines = ['# Disk DescriptorFile', 'version=1', 'CID=1', 'parentCID=ffffffff', `createType="${createType}"`];
    await writeFile(path, [...lines, ...extents, ''].join('\n'));
    for (const name of ['f1', 'f2']) await writeFile(join(folder, name), Buffer.alloc(1024, name));
  }
  const THREE = ['RW 2 FLAT "f1" 0', 'RW 2 ZERO', 'RW 2 FLAT "f2" 0'];

  it('is read as one disk', async () => {
    await write(THREE);
    const disk = await openDisk(path);
    expect(disk).toMatchObject({ size: 3072, format: 'vmdk-twoGbMaxExtentFlat', path });
    expect((await disk.read(1023, 2)).toString('latin1')).toBe('1\0');
    expect((await disk.read(2047, 2)).toString('latin1')).toBe('\0f');
    expect(await listRanges(disk)).toEqual(['data 0-1024', 'zero 1024-2048', 'data 2048-3072']);
    expect(await openFiles(folder)).toBe(3);
    await disk.close();
    expect(await openFiles(folder)).toBe(0);
  });

  it('reads an extent from its offset on, and a sparse one', async () => {
    await write(['RW 1 VMFS "f1" 1', 'RW 4800 SPARSE "s.vmdk"']);
    await writeFile(join(folder, 's.vmdk'), sampleSparse());
    const disk = await openDisk(path);
    expect(disk.size).toBe(512 + 600 * GRAIN);
    expect((await disk.read(511, 1)).toString()).toBe('1');
    expect((await disk.read(512 + 2 * GRAIN, 1)).toString()).toBe('2');
    await disk.close();
  });

  it.each<[string, readonly string[], object]>([
    ['an extent that is not there', ['RW 2 FLAT "f1" 0', 'RW 2 FLAT "f3" 0'], { code: 'file-missing' }],
    ['an extent that is too short', ['RW 2 FLAT "f1" 0', 'RW 3 FLAT "f2" 0'], { name: 'FormatError' }],
    [
      'an extent of another type',
      ['RW 2 FLAT "f1" 0', 'RW 2 VMFSRDM "f2"'],
      { code: 'disk-format-unsupported', message: expect.stringContaining('has an extent of type VMFSRDM') },
    ],
    ['an extent elsewhere', ['RW 2 FLAT "f1" 0', 'RW 2 FLAT "../f2" 0'], { code: 'disk-invalid' }],
    [
      'a sparse extent of another size',
      ['RW 2 FLAT "f1" 0', 'RW 4801 SPARSE "s.vmdk"'],
      {
        message: expect.stringContaining(
          `an extent of ${4801 * 512} bytes as the descriptor says, found ${4800 * 512} bytes`,
        ),
      },
    ],
    ['nothing in it', ['RW 0 ZERO'], { message: expect.stringContaining('extents of a sensible size, found 0 bytes') }],
    [
      'no extents',
      [],
      { message: expect.stringContaining('a VMDK descriptor with createType and extents, found neither') },
    ],
    [
      'too many extents',
      Array.from({ length: 4097 }, () => 'RW 1 ZERO'),
      { message: expect.stringContaining('at most 4096 extents, found 4097') },
    ],
  ])('is refused with %s, and leaves no file open', async (_, extents, error) => {
    await write(extents);
    await writeFile(join(folder, 's.vmdk'), sampleSparse());
    await expect(openDisk(path)).rejects.toMatchObject(error);
    expect(await openFiles(folder)).toBe(0);
  });

  it('is changed in all its files, but not where it has none', async () => {
    await write(THREE);
    const disk = await openDiskForWriting(path);
    expect(disk).toMatchObject({ size: 3072, format: 'vmdk-twoGbMaxExtentFlat', path });
    await disk.write(1022, Buffer.from('ab'));
    await disk.write(2048, Buffer.from('cd'));
    await disk.write(3070, Buffer.from('ef'));
    for (const [at, length] of [
      [1023, 2],
      [1024, 1],
      [2047, 2],
      [1023, 1026],
    ] as const) {
      await expect(disk.write(at, Buffer.alloc(length, 'x'))).rejects.toThrow(
        'expected an extent to write to, found a ZERO extent',
      );
    }
    await expect(disk.write(3071, Buffer.from('xx'))).rejects.toThrow('past the end');
    await disk.flush();
    expect(await openFiles(folder)).toBe(3);
    await disk.close();
    expect(await openFiles(folder)).toBe(0);
    expect((await readFile(join(folder, 'f1'))).toString('latin1', 1020)).toBe('f1ab');
    const second = (await readFile(join(folder, 'f2'))).toString('latin1');
    expect(second.slice(0, 4) + second.slice(-4)).toBe('cdf2f2ef');
  });

  it('is changed across two files at once', async () => {
    await write(['RW 2 FLAT "f1" 0', 'RW 2 FLAT "f2" 0']);
    const disk = await openDiskForWriting(path);
    await disk.write(1022, Buffer.from('abcd'));
    await disk.close();
    expect((await readFile(join(folder, 'f1'))).toString('latin1', 1020)).toBe('f1ab');
    expect((await readFile(join(folder, 'f2'))).toString('latin1', 0, 4)).toBe('cdf2');
  });

  it.each<[string, readonly string[], object]>([
    ['an extent to read only', ['RW 2 FLAT "f1" 0', 'RDONLY 2 FLAT "f2" 0'], { code: 'disk-format-unsupported' }],
    [
      'an extent that begins later',
      ['RW 2 FLAT "f1" 0', 'RW 1 FLAT "f2" 1'],
      { code: 'disk-format-unsupported', message: expect.stringContaining('(RW FLAT, offset 1)') },
    ],
    ['an extent of another type', ['RW 2 FLAT "f1" 0', 'RW 1 VMFSRDM "f2"'], { code: 'disk-format-unsupported' }],
    [
      'an extent that is too short',
      ['RW 2 FLAT "f1" 0', 'RW 3 FLAT "f2" 0'],
      { message: expect.stringContaining('expected an extent of 1536 bytes, found 1024 bytes') },
    ],
    ['an extent that is not there', ['RW 2 FLAT "f1" 0', 'RW 3 FLAT "f3" 0'], { code: 'file-missing' }],
    ['an extent that is in use', ['RW 2 FLAT "f2" 0', 'RW 2 FLAT "f1" 0'], { code: 'disk-in-use' }],
  ])('is not changed with %s, and leaves no file open', async (what, extents, error) => {
    await write(extents);
    if (what.includes('in use')) await writeFile(join(folder, 'f1.lck'), '');
    await expect(openDiskForWriting(path)).rejects.toMatchObject(error);
    expect(await openFiles(folder)).toBe(0);
    expect(await readdir(folder)).toContain('f1');
  });

  it('is changed in a file that has more than the extent, and not behind it', async () => {
    await write(['RW 1 FLAT "f1" 0']);
    const disk = await openDiskForWriting(path);
    expect(disk.size).toBe(512);
    await disk.write(510, Buffer.from('ab'));
    await expect(disk.write(511, Buffer.from('ab'))).rejects.toThrow('past the end');
    await disk.close();
    expect((await readFile(join(folder, 'f1'))).toString('latin1', 508, 514)).toBe('f1abf1');
  });
});
