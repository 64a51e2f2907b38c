import { describe, expect, it } from 'vitest';
import { parseGuid } from '../../../../src/disk/guid.ts';
import { decodeVhdxMetadata } from '../../../../src/disk/vhdx/vhdx-metadata.ts';

const MIB = 2 ** 20;
const ITEMS = {
  parameters: 'caa16737-fa36-4d43-b3b6-33f0aa44e76b',
  size: '2fa54224-cd1b-4876-b211-5dbed83bf4b8',
  id: 'beca12ab-b2e6-4523-93ef-c309e000c746',
  logical: '8141bf1d-a96f-4709-ba47-f233a8faab5f',
  physical: 'cda348c7-445d-4471-9cc9-e9885251c556',
  parent: 'a8d35f2d-b30b-454d-abf7-d3d84834ab0c',
};

interface Options {
  readonly blockSize?: number;
  readonly flags?: number;
  readonly size?: bigint;
  readonly sector?: number;
  readonly items?: readonly (readonly [guid: string, flags: number])[];
  readonly count?: number;
  readonly places?: Readonly<Record<string, number>>;
  readonly length?: number;
}

const ALL = Object.entries(ITEMS)
  .filter(([name]) => name !== 'parent')
  .map(([, guid]) => [guid, 4] as const);

function region(options: Options = {}): Buffer {
  const { blockSize = 2 * MIB, flags = 0, size = BigInt(40 * MIB), sector = 512, items = ALL, places = {} } = options;
  const bytes = Buffer.alloc(options.length ?? 65_536 + 64);
  bytes.write('metadata', 0);
  bytes.writeUInt16LE(options.count ?? items.length, 10);
  for (const [index, [guid, itemFlags]] of items.entries()) {
    const at = 32 + index * 32;
    bytes.set(parseGuid(guid), at);
    bytes.writeUInt32LE(places[guid] ?? 65_536 + Math.max(0, Object.values(ITEMS).indexOf(guid)) * 8, at + 16);
    bytes.writeUInt32LE(itemFlags, at + 24);
  }
  if (bytes.length > 65_560) {
    bytes.writeUInt32LE(blockSize, 65_536);
    bytes.writeUInt32LE(flags, 65_540);
    bytes.writeBigUInt64LE(size, 65_544);
    bytes.writeUInt32LE(sector, 65_560);
  }
  return bytes;
}
const decode = (options: Options = {}) => decodeVhdxMetadata(region(options), 'a.vhdx', 1000);

describe('decodeVhdxMetadata', () => {
  it('says what the disk is', () => {
    expect(decode()).toEqual({ blockSize: 2 * MIB, diskSize: 40 * MIB, sectorSize: 512, type: 'dynamic' });
    expect(decode({ blockSize: MIB, sector: 4096 })).toEqual({
      blockSize: MIB,
      diskSize: 40 * MIB,
      sectorSize: 4096,
      type: 'dynamic',
    });
    expect(decode({ blockSize: 256 * MIB, size: 64n << 40n, flags: 1 })).toMatchObject({
      diskSize: 64 * 2 ** 40,
      type: 'fixed',
    });
    expect(decode({ items: [...ALL, ['99999999-0000-4000-8000-000000000009', 3]] })).toMatchObject({ sectorSize: 512 });
  });

  it.each<[string, Options, number, string, string]>([
    ['blocks below 1 MiB', { blockSize: MIB / 2 }, 65_536, 'a power of two from 1 to 256 MiB', String(MIB / 2)],
    ['blocks above 256 MiB', { blockSize: 512 * MIB }, 65_536, 'a power of two', String(512 * MIB)],
    ['blocks of 3 MiB', { blockSize: 3 * MIB }, 65_536, 'a power of two', String(3 * MIB)],
    ['no size', { size: 0n }, 65_544, 'a size of whole sectors up to 64 TiB', '0'],
    ['half a sector', { size: 513n }, 65_544, 'whole sectors', '513'],
    ['half a large sector', { size: 4096n + 512n, sector: 4096 }, 65_544, 'whole sectors', '4608'],
    ['more than 64 TiB', { size: (64n << 40n) + 512n }, 65_544, 'up to 64 TiB', String(64 * 2 ** 40 + 512)],
    ['other sectors', { sector: 1024 }, 65_560, 'sectors of 512 or 4096 bytes', '1024'],
    [
      'required metadata nobody knows',
      { items: [...ALL, ['99999999-0000-4000-8000-000000000009', 4]] },
      32 + 5 * 32,
      'only required metadata known here',
      '99999999-0000-4000-8000-000000000009',
    ],
    ['no parameters', { items: ALL.slice(1) }, 32, 'metadata item "file parameters"', 'none'],
    ['no size at all', { items: [ALL[0], ALL[3]] as never }, 32, 'metadata item "virtual disk size"', 'none'],
    ['no sectors', { items: ALL.slice(0, 2) }, 32, 'metadata item "logical sector size"', 'none'],
    ['too many items', { items: [], count: 2048 }, 10, 'at most 2047 items', '2048'],
    [
      'an item behind the end',
      { places: { [ITEMS.logical]: 65_536 + 61 } },
      65_536 + 61,
      'logical sector size within the metadata region',
      'its end',
    ],
  ])('refuses %s', (_, options, offset, expected, found) => {
    expect(() => decode(options)).toThrow(
      expect.objectContaining({
        name: 'FormatError',
        file: 'a.vhdx',
        offset: 1000 + offset,
        expected: expect.stringContaining(expected),
        found,
      }),
    );
  });

  it('takes an item at the very end, and as many as there may be', () => {
    const last = { places: { [ITEMS.logical]: 65_536 + 60 } };
    const bytes = region(last);
    bytes.writeUInt32LE(4096, 65_536 + 60);
    expect(decodeVhdxMetadata(bytes, 'a', 0).sectorSize).toBe(4096);
    expect(() => decode({ items: [], count: 2047 })).toThrow('"file parameters"');
  });

  it.each<[string, Options]>([
    ['by its flag', { flags: 2 }],
    ['by its parent', { items: [...ALL, [ITEMS.parent, 4]] }],
  ])('refuses a differencing disk, known %s', (_, options) => {
    expect(() => decode(options)).toThrow(
      expect.objectContaining({
        code: 'disk-format-unsupported',
        message: 'a.vhdx is a differencing VHDX: it only holds what changed against a parent',
      }),
    );
  });

  it('refuses another signature', () => {
    const bytes = region();
    bytes.write('metadatA');
    expect(() => decodeVhdxMetadata(bytes, 'a', 5)).toThrow('at offset 5: expected VHDX "metadata", found "metadatA"');
  });
});
