import { describe, expect, it } from 'vitest';
import { composedDisk } from '../../../../src/disk/composed-disk.ts';
import { readGpt } from '../../../../src/disk/gpt/gpt.ts';
import { buildGpt, type PlacedPartition, placePartitions } from '../../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE } from '../../../../src/disk/gpt/partition-types.ts';

const MIB = 2 ** 20;
const SIZE = 16 * MIB;
const spec = (size: number | 'rest', name = 'p') => ({ typeGuid: BASIC_DATA_TYPE, guid: BASIC_DATA_TYPE, name, size });
const places = (sizes: readonly (number | 'rest')[], diskSize = SIZE, sectorSize?: 512 | 4096): number[][] =>
  placePartitions(
    diskSize,
    sizes.map((size) => spec(size)),
    sectorSize,
  ).map(({ offset, size }) => [offset, size]);

describe('placePartitions', () => {
  it('places them on whole MiB, and lets one have the rest', () => {
    expect(places([])).toEqual([]);
    expect(places([MIB + 512, MIB])).toEqual([
      [MIB, MIB + 512],
      [3 * MIB, MIB],
    ]);
    // The last MiB has the backup table in it.
    expect(places([MIB + 512, 'rest', MIB])).toEqual([
      [MIB, MIB + 512],
      [3 * MIB, 11 * MIB],
      [14 * MIB, MIB],
    ]);
    expect(places(['rest'])).toEqual([[MIB, 14 * MIB]]);
    expect(places(['rest'], SIZE, 4096)).toEqual([[MIB, 14 * MIB]]);
  });

  it('takes what fits to the last sector', () => {
    const usable = SIZE - MIB - 33 * 512;
    expect(places([usable])).toEqual([[MIB, usable]]);
    expect(() => places([usable + 512])).toThrow(
      `The partition "p" of ${usable + 512} bytes does not fit at ${MIB} on a disk of ${SIZE} bytes`,
    );
    const large = SIZE - MIB - 5 * 4096;
    expect(places([large], SIZE, 4096)).toEqual([[MIB, large]]);
    expect(() => places([large + 4096], SIZE, 4096)).toThrow('does not fit');
  });

  it('refuses what has no size, no whole sectors, or nothing left', () => {
    for (const size of [0, -512, 513]) expect(() => places([size])).toThrow(`of ${size} bytes does not fit`);
    expect(() => places([512], SIZE, 4096)).toThrow('does not fit');
    expect(() => places(['rest', 14 * MIB])).toThrow('of 0 bytes does not fit');
    expect(places(['rest', 13 * MIB])).toEqual([
      [MIB, MIB],
      [2 * MIB, 13 * MIB],
    ]);
  });
});

describe('buildGpt', () => {
  const build = (partitions: readonly Partial<PlacedPartition>[], diskSize = SIZE, sectorSize?: 512 | 4096) =>
    buildGpt({
      diskSize,
      ...(sectorSize && { sectorSize }),
      diskGuid: BASIC_DATA_TYPE,
      partitions: partitions.map((more) => ({ ...spec('rest'), offset: MIB, size: MIB, ...more })),
    });

  it('makes a table that reads as it was asked for', async () => {
    const disk = composedDisk(
      SIZE,
      build([
        { offset: 2 * MIB, attributes: 9n },
        { name: 'first', size: 512 },
      ]),
    );
    const gpt = await readGpt(disk);
    expect(gpt.copiesAgree && gpt.primary.valid && gpt.backup.valid).toBe(true);
    expect(gpt.partitions).toMatchObject([
      { index: 1, name: 'p', firstLba: 4096, lastLba: 6143, attributes: 9n },
      { index: 2, name: 'first', firstLba: 2048, lastLba: 2048, attributes: 0n },
    ]);
    expect(gpt).toMatchObject({ firstUsableLba: 34, lastUsableLba: SIZE / 512 - 34 });
  });

  it('takes what touches the tables and its neighbours, and no more', () => {
    const limit = SIZE - 33 * 512;
    expect(() =>
      build([
        { offset: 34 * 512, size: 512 },
        { offset: 35 * 512, size: 512 },
        { offset: limit - 512, size: 512 },
      ]),
    ).not.toThrow();
    expect(() => build([{ offset: 33 * 512, size: 512 }])).toThrow('The partition "p" at 16896 overlaps');
    expect(() => build([{ offset: limit, size: 512 }])).toThrow('overlaps');
    expect(() =>
      build([
        { offset: MIB, size: 1024 },
        { offset: MIB + 512, size: 512 },
      ]),
    ).toThrow(`at ${MIB + 512} overlaps`);
    expect(() =>
      build([
        { offset: MIB + 512, size: 512 },
        { offset: MIB, size: 1024 },
      ]),
    ).toThrow(`at ${MIB + 512} overlaps`);
  });

  it('refuses what is not made of whole sectors', () => {
    for (const more of [{ offset: MIB + 1 }, { size: 513 }, { size: 0 }, { size: -512 }])
      expect(() => build([more])).toThrow('The partition "p" is not made of whole sectors');
    expect(() => build([], SIZE + 1)).toThrow(`The disk size ${SIZE + 1} is no multiple of 512`);
    expect(() => build([], SIZE + 512, 4096)).toThrow('is no multiple of 4096');
    expect(() => build([{ offset: MIB + 512 }], SIZE, 4096)).toThrow('whole sectors');
  });
});
