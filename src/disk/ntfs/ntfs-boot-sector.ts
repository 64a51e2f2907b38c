/** The boot sector of an NTFS volume (layout as documented by the Linux-NTFS project, "$Boot"). */

import { FormatError } from '../../errors.ts';

export const NTFS_BOOT_BYTES = 512;
const MAX_CLUSTER_BYTES = 2 * 2 ** 20;

export interface NtfsGeometry {
  readonly sectorSize: number;
  readonly clusterSize: number;
  readonly clusterCount: number;
  /** Bytes of a file record. */
  readonly recordSize: number;
  /** First cluster of the master file table. */
  readonly mftCluster: number;
}

/** @throws FormatError when it is no NTFS boot sector or contradicts itself */
export function decodeNtfsBootSector(sector: Buffer, file: string, offset: number): NtfsGeometry {
  const fail = (at: number, expected: string, found: string | number): FormatError =>
    new FormatError(file, offset + at, expected, String(found));
  if (sector.toString('latin1', 3, 11) !== 'NTFS    ')
    throw fail(3, 'an NTFS boot sector', sector.toString('hex', 3, 11));
  if (sector.readUInt16LE(510) !== 0xaa55)
    throw fail(510, 'the boot sector signature 55 AA', sector.toString('hex', 510));
  const sectorSize = sector.readUInt16LE(11);
  if (![512, 1024, 2048, 4096].includes(sectorSize)) throw fail(11, 'sectors of 512 to 4096 bytes', sectorSize);
  // Above 128 the byte is a negative power of two, for clusters of more than 64 KiB.
  const code = sector.readUInt8(13);
  const clusterSize = sectorSize * (code > 0x80 ? 2 ** (0x100 - code) : code);
  if (clusterSize === 0 || clusterSize > MAX_CLUSTER_BYTES || !isPowerOfTwo(clusterSize)) {
    throw fail(13, 'clusters of at most 2 MiB', clusterSize);
  }
  const size = Number(sector.readBigUInt64LE(40)) * sectorSize;
  if (!Number.isSafeInteger(size) || size < clusterSize) throw fail(40, 'the size of the volume', size);
  const clusterCount = Math.floor(size / clusterSize);
  const mftCluster = Number(sector.readBigUInt64LE(48));
  if (mftCluster < 1 || mftCluster >= clusterCount) throw fail(48, 'the master file table in the volume', mftCluster);
  // Positive: clusters; negative: a power of two of bytes.
  const recordCode = sector.readInt8(64);
  const recordSize = recordCode > 0 ? recordCode * clusterSize : 2 ** -recordCode;
  if (recordSize < 512 || recordSize > 65536 || !isPowerOfTwo(recordSize)) {
    throw fail(64, 'file records of 512 bytes to 64 KiB', recordCode);
  }
  return { sectorSize, clusterSize, clusterCount, recordSize, mftCluster };
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
