import { expect, it } from 'vitest';
import {
  decodeVhdDynamicHeader,
  encodeVhdDynamicHeader,
  vhdBitmapBytes,
} from '../../../../src/disk/vhd/vhd-dynamic-header.ts';
import { vhdChecksum } from '../../../../src/disk/vhd/vhd-footer.ts';

const MIB = 2 ** 20;
const HEADER = { tableOffset: 1536, tableEntries: 20, blockSize: 2 * MIB };

function changed(change: (bytes: Buffer) => unknown): Buffer {
  const bytes = encodeVhdDynamicHeader(HEADER);
  change(bytes);
  bytes.writeUInt32BE(vhdChecksum(bytes, 36), 36);
  return bytes;
}
const decode = (bytes: Buffer) => decodeVhdDynamicHeader(bytes, 'a.vhd', 512);
const blockSize = (size: number): Buffer => changed((bytes) => bytes.writeUInt32BE(size, 32));

it('reads what it writes, each field in its place', () => {
  const bytes = encodeVhdDynamicHeader(HEADER);
  expect(decode(bytes)).toEqual(HEADER);
  expect(bytes).toHaveLength(1024);
  expect(bytes.toString('latin1', 0, 8)).toBe('cxsparse');
  expect(bytes.toString('hex', 8, 36)).toBe(`${'f'.repeat(16)}0000000000000600000100000000001400200000`);
  expect(bytes.subarray(40).every((byte) => byte === 0)).toBe(true);
});

it.each<[string, Buffer, number, string, string]>([
  ['another cookie', changed((bytes) => bytes.write('cxsparsE')), 0, 'dynamic disk header "cxsparse"', '"cxsparsE"'],
  ['another version', changed((bytes) => bytes.writeUInt32BE(0x10001, 24)), 24, 'header version 65536', '65537'],
  ['blocks of 256 bytes', blockSize(256), 32, 'power of two from 512 bytes to 256 MiB', '256'],
  ['blocks of 512 MiB', blockSize(512 * MIB), 32, 'power of two', String(512 * MIB)],
  ['blocks of 3 MiB', blockSize(3 * MIB), 32, 'power of two', String(3 * MIB)],
  [
    'a table beyond all bounds',
    changed((bytes) => bytes.writeBigUInt64BE(2n ** 53n, 16)),
    16,
    'the offset of the block allocation table',
    String(2 ** 53),
  ],
])('refuses %s', (_, bytes, offset, expected, found) => {
  expect(() => decode(bytes)).toThrow(
    expect.objectContaining({ offset: 512 + offset, expected: expect.stringContaining(expected), found }),
  );
});

it('refuses a wrong checksum, and takes the smallest and the largest blocks', () => {
  const wrong = encodeVhdDynamicHeader(HEADER);
  const sum = wrong.readUInt32BE(36);
  wrong.writeUInt32BE(7, 36);
  expect(() => decode(wrong)).toThrow(`at offset 548: expected header checksum ${sum}, found 7`);
  expect(decode(blockSize(512)).blockSize).toBe(512);
  expect(decode(blockSize(256 * MIB)).blockSize).toBe(256 * MIB);
  expect(decode(Buffer.concat([encodeVhdDynamicHeader(HEADER), Buffer.from('x')]))).toEqual(HEADER);
});

it('has a bit for each sector of a block, in whole sectors', () => {
  expect([512, 2 * MIB, 4 * MIB, 8 * MIB].map(vhdBitmapBytes)).toEqual([512, 512, 1024, 2048]);
});
