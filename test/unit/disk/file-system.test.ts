import { expect, it } from 'vitest';
import { detectFileSystem } from '../../../src/disk/file-system.ts';
import { memoryDisk } from './memory-disk.ts';

it.each([
  ['ntfs', 3, 'NTFS    ', 0],
  ['exfat', 3, 'EXFAT   ', 0],
  ['bitlocker', 3, '-FVE-FS-', 0],
  ['refs', 3, 'ReFS\0\0\0\0', 0],
  ['fat32', 82, 'FAT32   ', 0xaa55],
  ['fat16', 54, 'FAT16   ', 0xaa55],
  ['fat12', 54, 'FAT12   ', 0xaa55],
  [undefined, 82, 'FAT32   ', 0],
  [undefined, 54, 'FAT16   ', 0x55aa],
  [undefined, 54, 'FAT     ', 0xaa55],
  [undefined, 82, 'FAT16   ', 0xaa55],
  [undefined, 4, 'NTFS    ', 0xaa55],
  [undefined, 3, 'ReFS    ', 0],
  [undefined, 0, '', 0xaa55],
])('is %s by what stands at %i: %j', async (fileSystem, at, name, signature) => {
  const sector = Buffer.alloc(512);
  sector.write(name, at, 'latin1');
  sector.writeUInt16LE(signature, 510);
  const disk = memoryDisk(Buffer.concat([Buffer.alloc(1024), sector]));
  expect(await detectFileSystem(disk, 1024)).toBe(fileSystem);
  expect(await detectFileSystem(disk, 1025)).toBeUndefined();
});
