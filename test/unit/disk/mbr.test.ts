import { describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { readLayout, readMbrLayout } from '../../../src/disk/layout.ts';
import { classifyMbr, encodeProtectiveMbr, readMbrPartitions } from '../../../src/disk/mbr.ts';
import { FormatError } from '../../../src/errors.ts';
import { memoryDisk } from './memory-disk.ts';
import { sampleDisk } from './sample-disk.ts';
import { mbrOf, type SampleMbrEntry } from './sample-mbr.ts';

const MIB = 2 ** 20;

async function diskOf(entries: readonly SampleMbrEntry[], size = 64 * MIB): Promise<WritableDisk> {
  const disk = memoryDisk(size, 'mbr.raw');
  await disk.write(0, mbrOf(entries));
  return disk;
}

describe('classifyMbr', () => {
  const protective = { type: 0xee, first: 1, sectors: 0xffffffff };
  const windows = { type: 7, first: 2048, sectors: 100 };
  it.each<[string, readonly SampleMbrEntry[], string]>([
    ['protective', [protective], 'protective'],
    [
      'protective in the last entry',
      [{ type: 0, first: 0, sectors: 0 }, { type: 0, first: 0, sectors: 0 }, protective],
      'protective',
    ],
    ['hybrid', [protective, windows], 'hybrid'],
    ['hybrid with the protective entry second', [windows, protective], 'hybrid'],
    ['of partitions', [windows], 'mbr-partitions'],
    ['of partitions, one of type EE that does not begin at sector 1', [{ ...protective, first: 2 }], 'mbr-partitions'],
    ['of nothing', [], 'none'],
    ['of nothing, where an entry has an impossible status', [{ ...windows, status: 1 }], 'none'],
    ['with an active partition', [{ ...windows, status: 0x80 }], 'mbr-partitions'],
  ])('takes a sector as %s', (_, entries, kind) => {
    expect(classifyMbr(mbrOf(entries))).toBe(kind);
  });

  it('finds nothing without the signature', () => {
    const sector = mbrOf([protective]);
    sector.writeUInt8(0, 510);
    expect(classifyMbr(sector)).toBe('none');
    expect(classifyMbr(encodeProtectiveMbr(3 * 2 ** 40, 512))).toBe('protective');
    expect(encodeProtectiveMbr(64 * MIB, 512).readUInt32LE(446 + 12)).toBe(64 * 2048 - 1);
    expect(encodeProtectiveMbr(3 * 2 ** 40, 512).readUInt32LE(446 + 12)).toBe(0xffffffff);
  });
});

it('covers the whole disk by one protective entry', () => {
  const bytes = encodeProtectiveMbr(64 * MIB, 4096);
  expect(bytes.toString('hex', 446)).toBe(`00000200eeffffff01000000ff3f0000${'00'.repeat(48)}55aa`);
  expect(bytes.subarray(0, 446).every((byte) => byte === 0)).toBe(true);
  expect(bytes).toHaveLength(512);
});

describe('readMbrPartitions', () => {
  it('reads primary and logical partitions, each where it is', async () => {
    const disk = await diskOf([
      { type: 0x07, first: 2048, sectors: 2048, status: 0x80 },
      { type: 0x0f, first: 8192, sectors: 16384 },
      { type: 0x27, first: 30000, sectors: 100 },
      { type: 0x07, first: 40000, sectors: 0 },
    ]);
    await disk.write(
      8192 * 512,
      mbrOf([
        { type: 0x07, first: 63, sectors: 1000 },
        { type: 5, first: 4096, sectors: 2000 },
      ]),
    );
    await disk.write((8192 + 4096) * 512, mbrOf([{ type: 0x83, first: 63, sectors: 500 }]));
    expect(await readMbrPartitions(disk)).toEqual([
      { index: 1, type: 0x07, active: true, offset: MIB, size: MIB },
      { index: 3, type: 0x27, active: false, offset: 30000 * 512, size: 51200 },
      { index: 5, type: 0x07, active: false, offset: (8192 + 63) * 512, size: 512000 },
      { index: 6, type: 0x83, active: false, offset: (8192 + 4096 + 63) * 512, size: 256000 },
    ]);
  });

  it('ends on a chain of logical partitions that bites its tail, or leaves the disk', async () => {
    const loop = await diskOf([{ type: 5, first: 2048, sectors: 4096 }]);
    await loop.write(
      MIB,
      mbrOf([
        { type: 7, first: 63, sectors: 10 },
        { type: 5, first: 0, sectors: 4096 },
      ]),
    );
    await expect(readMbrPartitions(loop)).rejects.toThrow('at most 60 logical partitions');
    const away = await diskOf([{ type: 5, first: 2 ** 30, sectors: 4096 }]);
    await expect(readMbrPartitions(away)).rejects.toThrow('a table of a logical partition');
    const blank = await diskOf([{ type: 5, first: 2048, sectors: 4096 }]);
    await expect(readMbrPartitions(blank)).rejects.toThrow('no signature');
  });

  it('takes up to 60 logical partitions, and passes over tables that hold none', async () => {
    const chain = async (count: number): Promise<number> => {
      const disk = await diskOf([{ type: 0x85, first: 2048, sectors: 100_000 }]);
      for (let at = 0; at < count; at++) {
        const next = at + 1 < count ? [{ type: 5, first: (at + 1) * 64, sectors: 64 }] : [];
        await disk.write((2048 + at * 64) * 512, mbrOf([{ type: 7, first: 1, sectors: 63 }, ...next]));
      }
      return (await readMbrPartitions(disk)).length;
    };
    expect(await chain(60)).toBe(60);
    await expect(chain(61)).rejects.toThrow('at most 60 logical partitions');
    const empty = await diskOf([
      { type: 0x05, first: 500, sectors: 0 },
      { type: 0x05, first: 2048, sectors: 4096 },
    ]);
    await empty.write(
      MIB,
      mbrOf([
        { type: 0, first: 63, sectors: 10 },
        { type: 5, first: 100, sectors: 10 },
      ]),
    );
    await empty.write(
      MIB + 100 * 512,
      mbrOf([
        { type: 7, first: 1, sectors: 0 },
        { type: 5, first: 200, sectors: 10 },
      ]),
    );
    await empty.write(
      MIB + 200 * 512,
      mbrOf([
        { type: 7, first: 1, sectors: 9 },
        { type: 5, first: 300, sectors: 0 },
      ]),
    );
    expect(await readMbrPartitions(empty)).toEqual([
      { index: 7, type: 7, active: false, offset: MIB + 201 * 512, size: 9 * 512 },
    ]);
  });

  it('says where the entry of a wrong partition stands', async () => {
    const disk = await diskOf([{ type: 5, first: 2048, sectors: 4096 }]);
    await disk.write(MIB, mbrOf([{ type: 7, first: 63, sectors: 2 ** 20 }]));
    await expect(readMbrPartitions(disk)).rejects.toThrow(
      `at offset ${MIB + 446}: expected partition 5 on the disk, found its end at ${(2048 + 63 + 2 ** 20) * 512}`,
    );
    const last = await diskOf([{ type: 5, first: 64 * 2048 - 1, sectors: 1 }]);
    await expect(readMbrPartitions(last)).rejects.toThrow('no signature');
    const behind = await diskOf([{ type: 5, first: 64 * 2048, sectors: 1 }]);
    await expect(readMbrPartitions(behind)).rejects.toThrow('a table of a logical partition, found none');
  });

  it('refuses a partition beyond the end of the disk, and accepts one up to it', async () => {
    const last = 64 * 2048;
    expect(await readMbrPartitions(await diskOf([{ type: 7, first: last - 8, sectors: 8 }]))).toHaveLength(1);
    await expect(readMbrPartitions(await diskOf([{ type: 7, first: last - 8, sectors: 9 }]))).rejects.toThrow(
      'partition 1 on the disk',
    );
  });

  it('wants a table of its own kind', async () => {
    await expect(readMbrPartitions(await sampleDisk())).rejects.toThrow('found protective');
    await expect(readMbrPartitions(memoryDisk(256))).rejects.toThrow('found none');
  });
});

describe('a stale GPT', () => {
  it('does not count on a disk that was partitioned anew by MBR', async () => {
    const disk = await sampleDisk();
    await disk.write(0, mbrOf([{ type: 7, first: 2048, sectors: 4096 }]));
    await expect(readLayout(disk)).rejects.toThrow('a disk with MBR partitions');
    expect(await readMbrLayout(disk)).toMatchObject({
      table: 'mbr',
      partitions: [{ index: 1, mbrType: '0x07', guid: '' }],
    });
  });

  it('does not count without any MBR', async () => {
    const disk = await sampleDisk();
    await disk.write(0, Buffer.alloc(512));
    await expect(readLayout(disk)).rejects.toThrow(FormatError);
    await expect(readLayout(disk)).rejects.toThrow('a protective MBR in front of a GPT');
  });
});
