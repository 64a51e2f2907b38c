import { describe, expect, it } from 'vitest';
import { encodeVmdkHeader, type VmdkHeader } from '../../../../src/disk/vmdk/vmdk-header.ts';
import {
  assertNoForeignDisk,
  isVmdkStream,
  openVmdkSparse,
  openVmdkSparseExtent,
} from '../../../../src/disk/vmdk/vmdk-sparse-disk.ts';
import { listRanges } from '../list-ranges.ts';
import { memorySource } from '../mutated-images.ts';
import { AT, DESCRIPTOR, GRAIN, HEADER, packedGrain, type SampleSparse, SECTOR, sampleSparse } from './sample-vmdk.ts';

const source = (bytes: Buffer) => memorySource(bytes, bytes.length, 'a.vmdk');
const open = (options?: SampleSparse) => openVmdkSparse(source(sampleSparse(options)));

describe('a sparse VMDK', () => {
  it('reads its grains where the tables say, and zeros elsewhere', async () => {
    const disk = await open();
    expect(disk).toMatchObject({ size: 600 * GRAIN, format: 'vmdk-monolithicSparse', path: 'a.vmdk' });
    expect((await disk.read(2 * GRAIN - 1, 3)).toString('latin1')).toBe('\x0022');
    expect((await disk.read(3 * GRAIN - 1, 2)).toString('latin1')).toBe('2\0');
    expect((await disk.read(599 * GRAIN, GRAIN)).every((byte) => byte === 0)).toBe(true);
    expect(await listRanges(disk)).toEqual([
      `zero 0-${2 * GRAIN}`,
      `data ${2 * GRAIN}-${3 * GRAIN}`,
      `zero ${3 * GRAIN}-${600 * GRAIN}`,
    ]);
  });

  it('takes a grain known to be zero for empty', async () => {
    const disk = await open({ entries: { 0: 1, 2: AT.grains, 511: 1 } });
    expect((await disk.read(0, 4)).toString('latin1')).toBe('\0\0\0\0');
    expect((await listRanges(disk))[0]).toBe(`zero 0-${2 * GRAIN}`);
  });

  it('says its sectors where its descriptor does', async () => {
    const descriptor = `${DESCRIPTOR}ddb.nativeSectorSize = "4096"\n`;
    expect(await open()).not.toHaveProperty('sectorSize', 4096);
    expect((await open({ descriptor })).size).toBe(600 * GRAIN);
  });

  it('is named by its descriptor, or by what it must be without one', async () => {
    const bare = { header: { descriptorOffset: 0, descriptorSize: 0 } };
    await expect(open(bare)).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: 'a.vmdk is one extent of a VMDK split into several files',
    });
    expect((await openVmdkSparseExtent(source(sampleSparse(bare)))).format).toBe('vmdk-monolithicSparse');
    expect((await open({ header: { descriptorSize: 0 } })).format).toBe('vmdk-monolithicSparse');
    const other = DESCRIPTOR.replace('monolithicSparse', 'twoGbMaxExtentSparse');
    expect((await open({ descriptor: other })).format).toBe('vmdk-twoGbMaxExtentSparse');
  });

  it.each<[string, Partial<VmdkHeader>, number, string, string]>([
    ['version 0', { version: 0 }, 4, 'VMDK version 1 to 3', '0'],
    ['version 4', { version: 4 }, 4, 'VMDK version 1 to 3', '4'],
    ['no capacity', { capacity: 0 }, 12, 'a capacity', '0'],
    ['no grain', { grainSize: 0 }, 20, 'a grain of a power of two sectors, at most 1 MiB', '0'],
    ['grains of three sectors', { grainSize: 3 }, 20, 'a grain of a power of two sectors', '3'],
    ['grains of 2 MiB', { grainSize: 4096 }, 20, 'a grain of a power of two sectors', '4096'],
    ['other tables', { entriesPerTable: 511 }, 44, 'grain tables of 512 entries', '511'],
    ['markers without compression', { flags: 0x20003 }, 8, 'markers where grains are compressed', String(0x20003)],
    ['compression without markers', { flags: 0x10003 }, 8, 'markers where grains are compressed', String(0x10003)],
    ['a compression that is not', { compression: 1 }, 77, 'compression 0 (none) or 1 (deflate)', '1'],
    ['another compression', { flags: 0x30003, compression: 2 }, 77, 'compression 0 (none) or 1 (deflate)', '2'],
    ['no compression that should be', { flags: 0x30003 }, 77, 'compression 0 (none) or 1 (deflate)', '0'],
    [
      'a descriptor of more than 1 MiB',
      { descriptorSize: 2049 },
      36,
      'a descriptor of at most 1 MiB',
      String(2049 * 512),
    ],
  ])('is refused with %s', async (_, header, offset, expected, found) => {
    await expect(open({ header })).rejects.toThrow(
      expect.objectContaining({ name: 'FormatError', offset, expected: expect.stringContaining(expected), found }),
    );
  });

  it('is read with what just suffices', async () => {
    for (const header of [{ version: 2 }, { version: 3 }, { grainSize: 1 }, { grainSize: 2048 }]) {
      expect((await open({ header })).size).toBe(600 * GRAIN);
    }
  });

  it('is refused where a table lies outside the file', async () => {
    const bytes = sampleSparse();
    bytes.writeUInt32LE(21, AT.directory * SECTOR);
    bytes.writeUInt32LE(22, AT.directory * SECTOR + 4);
    const disk = await openVmdkSparse(source(bytes));
    await expect(disk.read(0, 1)).rejects.toThrow(
      `at offset ${AT.directory * SECTOR}: expected the place of a grain table in the file, found ${21 * SECTOR}`,
    );
    await expect(disk.read(512 * GRAIN, 1)).rejects.toThrow(`at offset ${AT.directory * SECTOR + 4}: `);
    bytes.fill(0, 20 * SECTOR);
    bytes.writeUInt32LE(20, AT.directory * SECTOR);
    expect(await (await openVmdkSparse(source(bytes))).read(0, 1)).toHaveLength(1);
    await expect(open({ header: { directoryOffset: 24 } })).rejects.toThrow('a table of 2 entries');
  });
});

describe('a streamOptimized VMDK', () => {
  const COMPRESSED = { flags: 0x30003, compression: 1 };
  const grain = Buffer.concat([Buffer.alloc(GRAIN - 4, 'g'), Buffer.from('last')]);
  const stream = (grains: Buffer, more: SampleSparse = {}) =>
    open({ header: { ...COMPRESSED, ...more.header }, grains, ...(more.entries && { entries: more.entries }) });

  it('inflates its grains', async () => {
    const disk = await stream(packedGrain(16, grain));
    expect(disk).toMatchObject({ format: 'vmdk-monolithicSparse', size: 600 * GRAIN });
    expect((await disk.read(2 * GRAIN - 1, 3)).toString('latin1')).toBe('\0gg');
    expect((await disk.read(3 * GRAIN - 5, 6)).toString('latin1')).toBe('glast\0');
    await expect(disk.read(600 * GRAIN, 1)).rejects.toThrow('past the end');
    expect(await listRanges(disk)).toContain(`data ${2 * GRAIN}-${3 * GRAIN}`);
    expect(disk).not.toHaveProperty('readInto');
    const bare = sampleSparse({ header: { ...COMPRESSED, descriptorOffset: 0 } });
    expect((await openVmdkSparseExtent(source(bare))).format).toBe('vmdk-streamOptimized');
    expect(await isVmdkStream(source(bare))).toBe(true);
    expect(await isVmdkStream(source(sampleSparse()))).toBe(false);
  });

  it('finds its directory by the footer where the header does not know it', async () => {
    const footer = (header: Partial<VmdkHeader>): Buffer =>
      Buffer.concat([encodeVmdkHeader({ ...HEADER, ...COMPRESSED, ...header }), Buffer.alloc(SECTOR)]);
    const atEnd = { header: { directoryOffset: 'end' as const } };
    const disk = await stream(Buffer.concat([packedGrain(16, grain), footer({})]), atEnd);
    expect((await disk.read(2 * GRAIN, 1)).toString()).toBe('g');
    for (const header of [{ directoryOffset: 'end' as const }, { capacity: 8 }]) {
      await expect(stream(Buffer.concat([packedGrain(16, grain), footer(header)]), atEnd)).rejects.toThrow(
        'expected a footer that knows the grain directory, found one that does not',
      );
    }
    const short = encodeVmdkHeader({ ...HEADER, ...COMPRESSED, descriptorOffset: 0, directoryOffset: 'end' });
    await expect(openVmdkSparse(source(Buffer.concat([short, Buffer.alloc(SECTOR)])))).rejects.toThrow(
      'expected a VMDK with a footer, found 1024 bytes',
    );
  });

  const place = AT.grains * SECTOR;
  it.each<[string, Buffer, string]>([
    [
      'the marker of another grain',
      packedGrain(24, grain),
      `at offset ${place}: expected the marker of the grain at sector 16, found grain 24`,
    ],
    [
      'a marker of metadata',
      Buffer.concat([Buffer.alloc(12), Buffer.from([1, 0, 0, 0])], 512),
      `at offset ${place}: expected the marker of the grain at sector 16, found marker 1`,
    ],
    [
      'a size that deflate never needs',
      packedGrain(16, grain, Buffer.alloc(2 * GRAIN + 513)),
      `at offset ${place + 8}: expected at most ${2 * GRAIN} compressed bytes, found ${2 * GRAIN + 513}`,
    ],
    [
      'no deflate stream',
      packedGrain(16, grain, Buffer.from('none')),
      `at offset ${place + 12}: expected a deflate stream of one grain`,
    ],
    [
      'too much in it',
      packedGrain(16, Buffer.alloc(GRAIN + 1)),
      `at offset ${place + 12}: expected a deflate stream of one grain`,
    ],
    [
      'too little in it',
      packedGrain(16, grain.subarray(1)),
      `at offset ${place}: expected a grain of 4096 bytes, found 4095 bytes`,
    ],
  ])('is refused with %s', async (_, bytes, message) => {
    const disk = await stream(bytes);
    await expect(disk.read(2 * GRAIN, 1)).rejects.toThrow(message);
  });

  it('reads a grain that does not fit into the first look, and a last one that is cut short', async () => {
    const noise = Buffer.from(Array.from({ length: 64 * 1024 }, (_, at) => (at * at * 7919) >> 3));
    const header = { grainSize: 128, capacity: 128 * 3 + 2 };
    const big = await stream(packedGrain(256, noise), { header });
    expect((await big.read(128 * 1024, 64 * 1024)).equals(noise)).toBe(true);
    const last = packedGrain(384, Buffer.alloc(1024, 'l'));
    const cut = await stream(last, { header, entries: { 3: AT.grains } });
    expect((await cut.read(192 * 1024, 1024)).toString()).toBe('l'.repeat(1024));
  });

  it('keeps some grains at hand, and no more', async () => {
    const grains = Array.from({ length: 18 }, (_, at) => packedGrain(at * 8, Buffer.alloc(GRAIN, at)));
    const entries = Object.fromEntries(grains.map((_, at) => [at, AT.grains + at]));
    const bytes = sampleSparse({ header: COMPRESSED, entries, grains: Buffer.concat(grains) });
    const reads: number[] = [];
    const base = source(bytes);
    const disk = await openVmdkSparse({
      ...base,
      read: async (offset, length) => {
        if (offset >= place) reads.push((offset - place) / SECTOR);
        return base.read(offset, length);
      },
    });
    const visit = async (grain: number) => expect((await disk.read(grain * GRAIN + 7, 1))[0]).toBe(grain);
    for (let grain = 0; grain < 16; grain++) await visit(grain);
    await visit(0);
    expect(reads).toHaveLength(16);
    await visit(16);
    await visit(0);
    await visit(2);
    expect(reads).toEqual([...Array(17).keys(), 0]);
  });
});

it('refuses a disk that is nothing without another, or encrypted', () => {
  const refused = (text: string) => () => assertNoForeignDisk('a.vmdk', text);
  expect(refused('x\n encryption.keySafe = "y"')).toThrow('a.vmdk is an encrypted VMDK');
  expect(refused('x\nENCRYPTION.data=1')).toThrow('encrypted');
  expect(refused('# encryption.keySafe')).not.toThrow();
  // Of a parent that nobody wrote a CID for: qemu-img would look for the file, and the reader of extents would not.
  for (const line of ['parentFileNameHint="base.vmdk"', ' PARENTFILENAMEHINT = base.vmdk']) {
    expect(refused(`parentCID=ffffffff\n${line}\n`)).toThrow('a.vmdk is a snapshot or linked clone');
  }
  for (const line of ['parentFileNameHint=""', 'parentFileNameHint=', '#parentFileNameHint="a"']) {
    expect(refused(`${line}\nCID=0\n`)).not.toThrow();
  }
  for (const line of ['parentCID=fffffffe', ' ParentCID = "0"', 'parentcid=ABCDEF01']) {
    expect(refused(`CID=1\n${line}\n`)).toThrow('a.vmdk is a snapshot or linked clone');
  }
  for (const line of ['parentCID=ffffffff', 'parentCID = "FFFFFFFF"', '#parentCID=0', 'CID=0']) {
    expect(refused(`${line}\n`)).not.toThrow();
  }
});
