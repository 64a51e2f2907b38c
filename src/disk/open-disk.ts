/** Opens a disk image for reading, whatever its format. */

import { UserError } from '../errors.ts';
import { type ByteSource, openFileSource } from './byte-source.ts';
import type { Disk } from './disk.ts';
import { assertWholeSectors, rawDisk } from './raw-disk.ts';
import { recogniseFormat } from './recognise-format.ts';
import { openVhd } from './vhd-disk.ts';

/**
 * The format is told by the bytes, not by the name.
 * @throws UserError file-missing, disk-format-unsupported; FormatError when the image is damaged
 */
export async function openDisk(path: string): Promise<Disk> {
  const source = await openFileSource(path);
  try {
    return await openDiskIn(source);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** The disk whose image `source` holds; closing the disk closes the source. Throws as `openDisk`, leaving the source open. */
export async function openDiskIn(source: ByteSource): Promise<Disk> {
  const format = await recogniseFormat(source);
  if (typeof format === 'object') {
    throw new UserError(
      'disk-format-unsupported',
      `${source.path} is ${format.foreign}, which is not read here`,
      format.hint,
    );
  }
  switch (format) {
    case 'vhd':
      return openVhd(source);
    case 'raw':
      assertWholeSectors(source);
      return rawDisk(source);
    default:
      throw new UserError(
        'disk-format-unsupported',
        `${source.path} is a ${format} image`,
        'Convert it to VHD or raw.',
      );
  }
}
