/** The boot sector of a FAT volume (Microsoft, "FAT32 File System Specification", version 1.03: sections 3 and 3.5). */

import { FormatError } from '../../errors.ts';

/** Where things lie on a FAT volume; offsets and sizes in bytes from the start of the volume. */
export interface FatGeometry {
  readonly type: 'fat12' | 'fat16' | 'fat32';
  readonly sectorSize: number;
  readonly clusterSize: number;
  /** Start of each copy of the file allocation table. */
  readonly fatOffsets: readonly number[];
  readonly fatSize: number;
  /** The fixed root directory of FAT12 and FAT16; its size is 0 on FAT32. */
  readonly rootOffset: number;
  readonly rootSize: number;
  /** First cluster of the root directory on FAT32, otherwise 0. */
  readonly rootCluster: number;
  /** Where cluster 2, the first one, begins. */
  readonly dataOffset: number;
  /** Number of data clusters; they are numbered 2 .. clusterCount + 1. */
  readonly clusterCount: number;
  readonly totalSize: number;
  /** The FSInfo sector of FAT32 with its free-cluster count, undefined elsewhere. */
  readonly fsInfoOffset: number | undefined;
}

/** Cluster counts below these decide the type, and nothing else does (section 3.5). */
const FAT12_CLUSTERS = 4085;
const FAT16_CLUSTERS = 65525;

/**
 * Decodes the first 512 bytes of a FAT volume.
 * @param file and @param offset where they were read, for the message
 * @throws FormatError when they are no FAT boot sector or contradict themselves
 */
export function decodeFatBootSector(sector: Buffer, file: string, offset: number): FatGeometry {
  const refuse = (at: number, expected: string, found: unknown): FormatError =>
    new FormatError(file, offset + at, expected, String(found));
  if (sector.length < 512) throw refuse(0, 'a boot sector of 512 bytes', `${sector.length} bytes`);
  const signature = sector.readUInt16LE(510);
  if (signature !== 0xaa55) throw refuse(510, 'the boot sector signature 55 AA', `0x${signature.toString(16)}`);
  const sectorSize = sector.readUInt16LE(11);
  if (![512, 1024, 2048, 4096].includes(sectorSize)) throw refuse(11, 'a FAT sector size', sectorSize);
  const sectorsPerCluster = sector.readUInt8(13);
  if (sectorsPerCluster === 0 || (sectorsPerCluster & (sectorsPerCluster - 1)) !== 0) {
    throw refuse(13, 'a power of two of sectors per cluster', sectorsPerCluster);
  }
  const reserved = sector.readUInt16LE(14);
  const fats = sector.readUInt8(16);
  if (reserved === 0) throw refuse(14, 'at least one reserved sector', reserved);
  if (fats === 0 || fats > 4) throw refuse(16, 'one to four allocation tables', fats);

  const rootEntries = sector.readUInt16LE(17);
  const totalSectors = sector.readUInt16LE(19) || sector.readUInt32LE(32);
  const fatSectors = sector.readUInt16LE(22) || sector.readUInt32LE(36);
  if (fatSectors === 0) throw refuse(22, 'the size of the allocation table', 0);
  const rootSectors = Math.ceil((rootEntries * 32) / sectorSize);
  const dataSector = reserved + fats * fatSectors + rootSectors;
  if (totalSectors <= dataSector) throw refuse(32, `more than ${dataSector} sectors in all`, totalSectors);

  const clusterCount = Math.floor((totalSectors - dataSector) / sectorsPerCluster);
  const type = clusterCount < FAT12_CLUSTERS ? 'fat12' : clusterCount < FAT16_CLUSTERS ? 'fat16' : 'fat32';
  const entryBits = { fat12: 12, fat16: 16, fat32: 32 }[type];
  if (fatSectors * sectorSize * 8 < (clusterCount + 2) * entryBits) {
    throw refuse(22, `a table that has room for ${clusterCount} clusters`, `${fatSectors} sectors`);
  }
  if (type === 'fat32' ? rootEntries !== 0 : rootEntries === 0) {
    throw refuse(17, `root entries as ${type} has them`, rootEntries);
  }
  return {
    type,
    sectorSize,
    clusterSize: sectorsPerCluster * sectorSize,
    fatOffsets: Array.from({ length: fats }, (_, index) => (reserved + index * fatSectors) * sectorSize),
    fatSize: fatSectors * sectorSize,
    rootOffset: (reserved + fats * fatSectors) * sectorSize,
    rootSize: rootSectors * sectorSize,
    rootCluster: type === 'fat32' ? sector.readUInt32LE(44) : 0,
    dataOffset: dataSector * sectorSize,
    clusterCount,
    totalSize: totalSectors * sectorSize,
    fsInfoOffset: type === 'fat32' ? sector.readUInt16LE(48) * sectorSize : undefined,
  };
}
