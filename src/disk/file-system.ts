/** Which file system a volume holds, by the signatures of its boot sector. */

import type { Disk } from './disk.ts';

const BOOT_SECTOR_BYTES = 512;

export type FileSystem = 'ntfs' | 'fat32' | 'fat16' | 'fat12' | 'exfat' | 'refs' | 'bitlocker';

/** Looks at the first sector of the volume at `offset`; undefined when it is none of those known. */
export async function detectFileSystem(disk: Disk, offset: number): Promise<FileSystem | undefined> {
  if (offset + BOOT_SECTOR_BYTES > disk.size) return undefined;
  const sector = await disk.read(offset, BOOT_SECTOR_BYTES);
  switch (sector.toString('latin1', 3, 11)) {
    case 'NTFS    ':
      return 'ntfs';
    case 'EXFAT   ':
      return 'exfat';
    case '-FVE-FS-':
      return 'bitlocker';
    case 'ReFS\0\0\0\0':
      return 'refs';
  }
  if (sector.readUInt16LE(510) !== 0xaa55) return undefined;
  if (sector.toString('latin1', 82, 90) === 'FAT32   ') return 'fat32';
  const label = sector.toString('latin1', 54, 62);
  if (label === 'FAT16   ') return 'fat16';
  return label === 'FAT12   ' ? 'fat12' : undefined;
}
