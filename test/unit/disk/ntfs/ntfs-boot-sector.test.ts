import { expect, it } from 'vitest';
import { decodeNtfsBootSector } from '../../../../src/disk/ntfs/ntfs-boot-sector.ts';

/** A boot sector of 8192 sectors of 512 bytes in clusters of 8, with records of 1 KiB. */
function sector(change: (bytes: Buffer) => unknown = () => {}): Buffer {
  const bytes = Buffer.alloc(512);
  bytes.write('NTFS    ', 3, 'latin1');
  bytes.writeUInt16LE(512, 11);
  bytes.writeUInt8(8, 13);
  bytes.writeBigUInt64LE(8192n, 40);
  bytes.writeBigUInt64LE(4n, 48);
  bytes.writeInt8(-10, 64);
  bytes.writeUInt16LE(0xaa55, 510);
  change(bytes);
  return bytes;
}
const decode = (change?: (bytes: Buffer) => unknown) => decodeNtfsBootSector(sector(change), 'a', 1000);

it('says how the volume is laid out', () => {
  expect(decode()).toEqual({
    sectorSize: 512,
    clusterSize: 4096,
    clusterCount: 1024,
    recordSize: 1024,
    mftCluster: 4,
  });
  expect(decode((bytes) => bytes.writeBigUInt64LE(8199n, 40)).clusterCount).toBe(1024);
});

it.each([
  [512, 1, 512],
  [1024, 8, 8192],
  [2048, 2, 4096],
  [4096, 1, 4096],
  [512, 128, 65_536],
  // Beyond 64 KiB the byte is a negative power of two.
  [512, 0xf4, 2 * 2 ** 20],
  [4096, 0xf7, 2 * 2 ** 20],
])('reads sectors of %i bytes and %i of them in a cluster as %i bytes', (sectorSize, code, clusterSize) => {
  const geometry = decode((bytes) => {
    bytes.writeUInt16LE(sectorSize, 11);
    bytes.writeUInt8(code, 13);
    bytes.writeBigUInt64LE(2n ** 20n, 40);
  });
  expect(geometry).toMatchObject({ sectorSize, clusterSize });
});

it.each([
  [1, 4096],
  [2, 8192],
  [16, 65_536],
  [-9, 512],
  [-16, 65_536],
])('reads %i for the size of a record as %i bytes', (code, recordSize) => {
  expect(decode((bytes) => bytes.writeInt8(code, 64)).recordSize).toBe(recordSize);
});

it.each<[string, (bytes: Buffer) => unknown, number, string, string]>([
  ['another name', (bytes) => bytes.write('NTFS   X', 3), 3, 'an NTFS boot sector', '4e54465320202058'],
  ['no signature', (bytes) => bytes.writeUInt16LE(0x55aa, 510), 510, 'the boot sector signature 55 AA', 'aa55'],
  ['sectors of 256 bytes', (bytes) => bytes.writeUInt16LE(256, 11), 11, 'sectors of 512 to 4096 bytes', '256'],
  ['sectors of 8192 bytes', (bytes) => bytes.writeUInt16LE(8192, 11), 11, 'sectors of 512 to 4096 bytes', '8192'],
  ['no sectors in a cluster', (bytes) => bytes.writeUInt8(0, 13), 13, 'clusters of at most 2 MiB', '0'],
  ['three sectors in a cluster', (bytes) => bytes.writeUInt8(3, 13), 13, 'clusters of at most 2 MiB', '1536'],
  ['clusters of 4 MiB', (bytes) => bytes.writeUInt8(0xf3, 13), 13, 'clusters of at most 2 MiB', String(2 ** 22)],
  ['less than a cluster', (bytes) => bytes.writeBigUInt64LE(7n, 40), 40, 'the size of the volume', String(7 * 512)],
  [
    'more than there can be',
    (bytes) => bytes.writeBigUInt64LE(2n ** 53n, 40),
    40,
    'the size of the volume',
    String(2 ** 62),
  ],
  [
    'its table at the boot sector',
    (bytes) => bytes.writeBigUInt64LE(0n, 48),
    48,
    'the master file table in the volume',
    '0',
  ],
  [
    'its table behind the end',
    (bytes) => bytes.writeBigUInt64LE(1024n, 48),
    48,
    'the master file table in the volume',
    '1024',
  ],
  ['records of 256 bytes', (bytes) => bytes.writeInt8(-8, 64), 64, 'file records of 512 bytes to 64 KiB', '-8'],
  ['records of 128 KiB', (bytes) => bytes.writeInt8(-17, 64), 64, 'file records of 512 bytes to 64 KiB', '-17'],
  ['records of three clusters', (bytes) => bytes.writeInt8(3, 64), 64, 'file records of 512 bytes to 64 KiB', '3'],
  ['records of a byte', (bytes) => bytes.writeInt8(0, 64), 64, 'file records of 512 bytes to 64 KiB', '0'],
])('refuses %s', (_, change, offset, expected, found) => {
  expect(() => decode(change)).toThrow(expect.objectContaining({ file: 'a', offset: 1000 + offset, expected, found }));
});

it('takes a table in the first cluster behind the boot sector and in the last, and a volume of one more', () => {
  expect(decode((bytes) => bytes.writeBigUInt64LE(1n, 48)).mftCluster).toBe(1);
  expect(decode((bytes) => bytes.writeBigUInt64LE(1023n, 48)).mftCluster).toBe(1023);
  const two = decode((bytes) => {
    bytes.writeBigUInt64LE(16n, 40);
    bytes.writeBigUInt64LE(1n, 48);
  });
  expect(two.clusterCount).toBe(2);
});
