/** Opens a disk image for reading, whatever its format. */

import { UserError } from '../errors.ts';
import { type ByteSource, type FindStored, openFileSource } from '../files/byte-source.ts';
import type { Disk } from './disk.ts';
import { assertWholeSectors, rawDisk } from './raw-disk.ts';
import { recogniseFormat } from './recognise-format.ts';
import { openVhd } from './vhd/vhd-disk.ts';
import { openVhdx } from './vhdx/vhdx-disk.ts';
import { openVmdkDescriptor } from './vmdk/vmdk-descriptor-disk.ts';
import { openVmdkSparse } from './vmdk/vmdk-sparse-disk.ts';

/**
 * Opens raw, VHD, VHDX and VMDK images. The format is told by the bytes, not by the name.
 * @param findStored asked for the holes of raw images, fixed VHDs and flat extents, whose formats do not tell what is empty
 * @throws UserError file-missing; disk-format-unknown for a format that is not read here; disk-format-unsupported for a disk that is
 *   refused on purpose, such as one that is only complete with another; disk-invalid; FormatError when the image is damaged
 */
export async function openDisk(path: string, findStored?: FindStored): Promise<Disk> {
  const source = await openFileSource(path, findStored);
  try {
    return await openDiskIn(source, findStored);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** The disk whose image `source` holds; closing the disk closes the source. Throws as `openDisk`, leaving the source open. */
export async function openDiskIn(source: ByteSource, findStored?: FindStored): Promise<Disk> {
  const format = await recogniseFormat(source);
  switch (format) {
    case 'vhd':
      return openVhd(source);
    case 'vhdx':
      return openVhdx(source);
    case 'vmdk-sparse':
      return openVmdkSparse(source);
    case 'vmdk-descriptor':
      return openVmdkDescriptor(source, findStored);
    case 'raw':
      assertWholeSectors(source);
      return rawDisk(source);
    case 'tar':
      throw new UserError('disk-format-unknown', `${source.path} is an archive, not a disk image`, 'Unpack it first.');
    default:
      throw new UserError(
        'disk-format-unknown',
        `${source.path} is ${format.foreign}, which is not read here`,
        format.hint,
      );
  }
}
