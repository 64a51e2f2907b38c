/** Opens a disk image to change it in place. */

import { UserError } from '../errors.ts';
import { openWritableFileSource, type WritableByteSource } from '../files/byte-source.ts';
import type { WritableDisk } from './disk.ts';
import { assertNotInUse } from './disk-in-use.ts';
import { assertWholeSectors, writableRawDisk } from './raw-disk.ts';
import { recogniseFormat } from './recognise-format.ts';
import { openVhdForWriting } from './vhd/vhd-writable-disk.ts';
import { openVhdxForWriting } from './vhdx/vhdx-writable-disk.ts';
import { openVmdkDescriptorForWriting, openVmdkSparseForWriting } from './vmdk/vmdk-writable-disk.ts';

/**
 * Opens raw, VHD, VHDX and uncompressed VMDK images. New blocks are stored in an order that survives a crash at any moment.
 * @throws UserError file-missing, disk-in-use, disk-format-unknown, disk-format-unsupported (OVA and streamOptimized VMDK among them), disk-invalid;
 *   FormatError when the image is damaged
 */
export async function openDiskForWriting(path: string): Promise<WritableDisk> {
  await assertNotInUse(path, 'write');
  const source = await openWritableFileSource(path);
  try {
    return await openIn(source);
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function openIn(source: WritableByteSource): Promise<WritableDisk> {
  const format = await recogniseFormat(source);
  switch (format) {
    case 'vhd':
      return openVhdForWriting(source);
    case 'vhdx':
      return openVhdxForWriting(source);
    case 'vmdk-sparse':
      return openVmdkSparseForWriting(source);
    case 'vmdk-descriptor':
      return openVmdkDescriptorForWriting(source);
    case 'raw':
      assertWholeSectors(source);
      return writableRawDisk(source);
    case 'tar':
      throw new UserError(
        'disk-format-unsupported',
        `${source.path} is an OVA, whose disk cannot be changed in place`,
        'Write the result to a new file instead.',
      );
    default:
      throw new UserError(
        'disk-format-unknown',
        `${source.path} is ${format.foreign}, which is not changed here`,
        format.hint,
      );
  }
}
