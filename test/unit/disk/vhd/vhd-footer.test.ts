import { describe, expect, it } from 'vitest';
import { decodeVhdFooter, encodeVhdFooter, type VhdFooter, vhdChecksum } from '../../../../src/disk/vhd/vhd-footer.ts';

const MIB = 2 ** 20;
const FOOTER: VhdFooter = {
  type: 'dynamic',
  size: 40 * MIB,
  headerOffset: 512,
  timestamp: 1_700_000_000,
  creator: 'win ',
  uuid: Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'),
};

/** A footer with some bytes changed and its checksum right. */
function changed(change: (bytes: Buffer) => unknown, footer: Partial<VhdFooter> = {}): Buffer {
  const bytes = encodeVhdFooter({ ...FOOTER, ...footer });
  change(bytes);
  bytes.writeUInt32BE(vhdChecksum(bytes, 64), 64);
  return bytes;
}
const decode = (bytes: Buffer): VhdFooter => decodeVhdFooter(bytes, 'a.vhd', 1000);

describe('encodeVhdFooter', () => {
  it('writes what decodeVhdFooter reads', () => {
    expect(decode(encodeVhdFooter(FOOTER))).toEqual(FOOTER);
    const fixed: VhdFooter = { ...FOOTER, type: 'fixed', headerOffset: undefined };
    expect(decode(encodeVhdFooter(fixed))).toEqual(fixed);
    expect(decode(encodeVhdFooter({ ...FOOTER, type: 'differencing' })).type).toBe('differencing');
  });

  it('puts every field in its place', () => {
    const hex = encodeVhdFooter(FOOTER).toString('hex', 0, 96);
    const sum = vhdChecksum(encodeVhdFooter(FOOTER), 64);
    expect(hex).toBe(
      [
        Buffer.from('conectix').toString('hex'),
        '00000002',
        '00010000',
        '0000000000000200',
        (1_700_000_000 - 946_684_800).toString(16).padStart(8, '0'),
        Buffer.from('win ').toString('hex'),
        '000a0000',
        Buffer.from('Wi2k').toString('hex'),
        '0000000002800000',
        '0000000002800000',
        // 963 cylinders, 5 heads, 17 sectors.
        '03c30511',
        '00000003',
        sum.toString(16).padStart(8, '0'),
        '000102030405060708090a0b0c0d0e0f',
        '000000000000000000000000',
      ].join(''),
    );
    expect(encodeVhdFooter({ ...FOOTER, headerOffset: undefined }).toString('hex', 16, 24)).toBe('f'.repeat(16));
    expect(encodeVhdFooter(FOOTER)).toHaveLength(512);
  });

  it('keeps the time within what its field can say', () => {
    const time = (timestamp: number): number => encodeVhdFooter({ ...FOOTER, timestamp }).readUInt32BE(24);
    expect([time(0), time(946_684_799), time(946_684_801), time(1e12)]).toEqual([0, 0, 1, 0xffffffff]);
  });

  it.each([
    // Sectors of the disk; cylinders, heads, sectors a track as the specification's appendix computes them.
    [1, [0, 4, 17]],
    [68, [1, 4, 17]],
    [69_631, [1023, 4, 17]],
    [69_632, [140, 16, 31]],
    [69_632 + 17, [819, 5, 17]],
    [1023 * 16 * 17, [1023, 16, 17]],
    [16 * 1024 * 17 - 1, [1023, 16, 17]],
    [16 * 1024 * 17, [561, 16, 31]],
    [16 * 1024 * 31 - 1, [1023, 16, 31]],
    [16 * 1024 * 31, [503, 16, 63]],
    [65535 * 16 * 63 - 1, [65534, 16, 63]],
    [65535 * 16 * 63, [16191, 16, 255]],
    [65535 * 16 * 255, [65535, 16, 255]],
    [2 ** 32, [65535, 16, 255]],
  ])('gives a disk of %i sectors the geometry %j', (sectors, geometry) => {
    const bytes = encodeVhdFooter({ ...FOOTER, size: sectors * 512 });
    expect([bytes.readUInt16BE(56), bytes.readUInt8(58), bytes.readUInt8(59)]).toEqual(geometry);
  });
});

describe('decodeVhdFooter', () => {
  it.each<[string, Buffer, number, string, string]>([
    ['another cookie', changed((bytes) => bytes.write('conectiX')), 0, 'VHD footer "conectix"', '"conectiX"'],
    ['version 2', changed((bytes) => bytes.writeUInt32BE(0x20000, 12)), 12, 'VHD version 1', '0x00020000'],
    ['version 0', changed((bytes) => bytes.writeUInt32BE(0xffff, 12)), 12, 'VHD version 1', '0x0000ffff'],
    ['type 1', changed((bytes) => bytes.writeUInt32BE(1, 60)), 60, 'disk type 2, 3 or 4', '1'],
    ['type 5', changed((bytes) => bytes.writeUInt32BE(5, 60)), 60, 'disk type 2, 3 or 4', '5'],
    ['no size', changed((bytes) => bytes.fill(0, 48, 56)), 48, 'a size of whole sectors', '0'],
    ['half a sector', changed((bytes) => bytes.writeUInt8(1, 55)), 48, 'a size of whole sectors', String(40 * MIB + 1)],
    [
      'a size beyond all bounds',
      changed((bytes) => bytes.writeBigUInt64BE(2n ** 53n, 48)),
      48,
      'a size of whole sectors',
      String(2 ** 53),
    ],
    [
      'a header beyond all bounds',
      changed((bytes) => bytes.writeBigUInt64BE(2n ** 53n, 16)),
      16,
      'the offset of the dynamic header',
      '0x20000000000000',
    ],
  ])('refuses %s', (_, bytes, offset, expected, found) => {
    expect(() => decode(bytes)).toThrow(
      expect.objectContaining({ name: 'FormatError', file: 'a.vhd', offset: 1000 + offset, expected, found }),
    );
  });

  it('refuses a wrong checksum, and says both', () => {
    const bytes = encodeVhdFooter(FOOTER);
    const sum = `0x${bytes.readUInt32BE(64).toString(16)}`;
    bytes.writeUInt32BE(7, 64);
    expect(() => decode(bytes)).toThrow(`at offset 1064: expected footer checksum ${sum}, found 0x00000007`);
  });

  it('takes a later minor version, bytes behind the footer, and the largest header offset', () => {
    expect(decode(changed((bytes) => bytes.writeUInt32BE(0x1ffff, 12))).size).toBe(40 * MIB);
    expect(decode(Buffer.concat([encodeVhdFooter(FOOTER), Buffer.from('more')])).size).toBe(40 * MIB);
    const far = changed((bytes) => bytes.writeBigUInt64BE(2n ** 53n - 1n, 16));
    expect(decode(far).headerOffset).toBe(Number.MAX_SAFE_INTEGER);
    const fixed = changed((bytes) => bytes.writeBigUInt64BE(2n ** 60n, 16), { type: 'fixed' });
    expect(decode(fixed).headerOffset).toBeUndefined();
  });

  it('takes the size of the geometry where Virtual PC or the old qemu made the disk', () => {
    const of = (creator: string, [cylinders, heads, sectors]: readonly [number, number, number]): number =>
      decode(
        changed(
          (bytes) => {
            bytes.writeUInt16BE(cylinders, 56);
            bytes.writeUInt8(heads, 58);
            bytes.writeUInt8(sectors, 59);
          },
          { creator },
        ),
      ).size;
    expect(of('vpc ', [10, 4, 17])).toBe(10 * 4 * 17 * 512);
    expect(of('qemu', [10, 4, 17])).toBe(10 * 4 * 17 * 512);
    for (const creator of ['win ', 'qem2', 'd2v ', 'vs  ']) expect(of(creator, [10, 4, 17])).toBe(40 * MIB);
    expect(of('vpc ', [0, 4, 17])).toBe(40 * MIB);
    expect(of('vpc ', [65535, 16, 255])).toBe(40 * MIB);
    expect(of('vpc ', [65534, 16, 255])).toBe(65534 * 16 * 255 * 512);
  });
});

it('sums all bytes but the checksum itself', () => {
  expect(vhdChecksum(Buffer.from([1, 2, 9, 9, 9, 9, 3, 4]), 2)).toBe(0xffffffff - 10);
  expect(vhdChecksum(Buffer.alloc(8), 0)).toBe(0xffffffff);
});
