import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../../src/disk/crc32.ts';
import { parseGuid } from '../../../../src/disk/guid.ts';
import {
  decodeVhdxHeader,
  decodeVhdxRegions,
  encodeVhdxHeader,
  VHDX_BAT_REGION,
  VHDX_METADATA_REGION,
  type VhdxHeader,
} from '../../../../src/disk/vhdx/vhdx-header.ts';

const guid = (digit: number): string => `${digit}0000000-0000-4000-8000-00000000000${digit}`;
const HEADER: VhdxHeader = {
  sequence: 7n,
  fileWriteGuid: guid(1),
  dataWriteGuid: guid(2),
  logGuid: guid(3),
  logVersion: 5,
  logLength: 2 ** 20,
  logOffset: 3 * 2 ** 20,
};

function signed(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(0, 4);
  bytes.writeUInt32LE(crc32c(bytes), 4);
  return bytes;
}

describe('the header', () => {
  it('reads what it writes, each field in its place', () => {
    const bytes = encodeVhdxHeader(HEADER);
    expect(decodeVhdxHeader(bytes, 'a', 0)).toEqual(HEADER);
    expect(bytes).toHaveLength(4096);
    expect(bytes.toString('latin1', 0, 4)).toBe('head');
    expect(bytes.readUInt32LE(4)).toBe(
      crc32c(Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(4), bytes.subarray(8)])),
    );
    expect(bytes.readBigUInt64LE(8)).toBe(7n);
    expect([16, 32, 48].map((at) => bytes.subarray(at, at + 16).toString('hex'))).toEqual(
      [1, 2, 3].map((digit) => parseGuid(guid(digit)).toString('hex')),
    );
    expect([bytes.readUInt16LE(64), bytes.readUInt16LE(66), bytes.readUInt32LE(68)]).toEqual([5, 1, 2 ** 20]);
    expect(bytes.readBigUInt64LE(72)).toBe(BigInt(3 * 2 ** 20));
    expect(bytes.subarray(80).every((byte) => byte === 0)).toBe(true);
  });

  it('refuses another signature, CRC or version', () => {
    const refused = (change: (bytes: Buffer) => unknown, sign = true): (() => unknown) => {
      const bytes = encodeVhdxHeader(HEADER);
      change(bytes);
      return () => decodeVhdxHeader(sign ? signed(bytes) : bytes, 'a', 100);
    };
    expect(refused((bytes) => bytes.write('heaD'))).toThrow('at offset 100: expected VHDX "head", found "heaD"');
    expect(refused((bytes) => bytes.writeUInt16LE(2, 66))).toThrow('at offset 166: expected VHDX version 1, found 2');
    const crc = encodeVhdxHeader(HEADER).readUInt32LE(4);
    expect(refused((bytes) => bytes.writeUInt32LE(9, 4), false)).toThrow(
      `at offset 104: expected CRC ${crc} of "head", found 9`,
    );
    expect(refused((bytes) => bytes.writeUInt8(1, 4095), false)).toThrow('of "head"');
    const longer = Buffer.concat([encodeVhdxHeader(HEADER), Buffer.from('more')]);
    expect(decodeVhdxHeader(longer, 'a', 0)).toEqual(HEADER);
  });
});

describe('the region table', () => {
  interface Entry {
    readonly guid: string;
    readonly offset: bigint;
    readonly length: number;
    readonly flags: number;
  }
  function table(entries: readonly Entry[], count = entries.length): Buffer {
    const bytes = Buffer.alloc(64 * 1024);
    bytes.write('regi');
    bytes.writeUInt32LE(count, 8);
    for (const [index, entry] of entries.entries()) {
      const at = 16 + index * 32;
      bytes.set(parseGuid(entry.guid), at);
      bytes.writeBigUInt64LE(entry.offset, at + 16);
      bytes.writeUInt32LE(entry.length, at + 24);
      bytes.writeUInt32LE(entry.flags, at + 28);
    }
    return signed(bytes);
  }
  const bat = { guid: VHDX_BAT_REGION, offset: 3n << 20n, length: 2 ** 20, flags: 1 };
  const metadata = { guid: VHDX_METADATA_REGION, offset: 2n << 20n, length: 65_536, flags: 1 };

  it('names each region by its GUID, those that are not needed and not known too', () => {
    const other = { guid: guid(9), offset: 4n << 20n, length: 1, flags: 2 };
    expect([...decodeVhdxRegions(table([bat, metadata, other]), 'a', 0)]).toEqual([
      [VHDX_BAT_REGION, { offset: 3 * 2 ** 20, length: 2 ** 20 }],
      [VHDX_METADATA_REGION, { offset: 2 * 2 ** 20, length: 65_536 }],
      [guid(9), { offset: 4 * 2 ** 20, length: 1 }],
    ]);
    expect([...decodeVhdxRegions(table([bat, metadata], 1), 'a', 0).keys()]).toEqual([VHDX_BAT_REGION]);
  });

  it('refuses what it must not ignore', () => {
    const refused =
      (entries: readonly Entry[], count = entries.length) =>
      () =>
        decodeVhdxRegions(table(entries, count), 'a', 1000);
    expect(refused([bat, { ...metadata, guid: guid(9) }])).toThrow(
      `at offset 1048: expected only required regions known here, found ${guid(9)}`,
    );
    expect(refused([{ ...bat, offset: 2n ** 53n }])).toThrow(
      `at offset 1032: expected the offset of a region, found ${2 ** 53}`,
    );
    expect(refused([], 2048)).toThrow('at offset 1008: expected at most 2047 regions, found 2048');
    expect(decodeVhdxRegions(table([], 2047), 'a', 0).size).toBe(1);
    const torn = table([bat]);
    torn.writeUInt8(1, 65_535);
    expect(() => decodeVhdxRegions(torn, 'a', 0)).toThrow('of "regi"');
    expect(() => decodeVhdxRegions(encodeVhdxHeader(HEADER), 'a', 0)).toThrow('expected VHDX "regi", found "head"');
  });
});
