/** Opens a disk image for reading, whatever its format. */

import { stat } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { type ByteSource, type FindStored, openFileSource } from '../files/byte-source.ts';
import type { Disk } from './disk.ts';
import { diskInOva, MEMBER_SEPARATOR } from './ova-disk.ts';
import { assertWholeSectors, rawDisk } from './raw-disk.ts';
import { recogniseFormat } from './recognise-format.ts';
import { openVhd } from './vhd/vhd-disk.ts';
import { openVhdx } from './vhdx/vhdx-disk.ts';
import { openVmdkDescriptor } from './vmdk/vmdk-descriptor-disk.ts';
import { openVmdkSparse } from './vmdk/vmdk-sparse-disk.ts';

export { openDiskForWriting } from './open-disk-for-writing.ts';

/**
 * Opens raw, VHD, VHDX and VMDK images and the first disk of an OVA, or another one as `path!member`.
 * The format is told by the bytes, not by the name.
 * @param findStored asked for the holes of raw images, fixed VHDs and flat extents, whose formats do not tell what is empty
 * @throws UserError file-missing, disk-format-unsupported, disk-invalid, ova-invalid; FormatError when the image is damaged
 */
export async function openDisk(path: string, findStored?: FindStored): Promise<Disk> {
  const { file, member } = await splitMember(path);
  const source = await openFileSource(file, findStored);
  try {
    return await openDiskIn(source, member, findStored);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/**
 * The disk whose image `source` holds; closing the disk closes the source. Throws as `openDisk`, leaving the source open.
 * @param member of an OVA
 */
export async function openDiskIn(source: ByteSource, member?: string, findStored?: FindStored): Promise<Disk> {
  const format = await recogniseFormat(source);
  if (format === 'tar') return openMember(await diskInOva(source, member));
  if (member !== undefined) {
    throw new UserError(
      'ova-invalid',
      `${source.path} is no OVA, so it has no member "${member}"`,
      'Give the path alone.',
    );
  }
  return format === 'vmdk-descriptor' ? openVmdkDescriptor(source, findStored) : openImage(source, format);
}

async function openMember(source: ByteSource): Promise<Disk> {
  const format = await recogniseFormat(source);
  if (format === 'tar' || format === 'vmdk-descriptor') {
    throw new UserError(
      'ova-invalid',
      `${source.path} is no disk image of its own (${format === 'tar' ? 'an archive' : 'a VMDK made of several files'})`,
      'Export the VM again as OVA, with its disks as streamOptimized VMDK.',
    );
  }
  return openImage(source, format);
}

async function openImage(
  source: ByteSource,
  format: Exclude<Awaited<ReturnType<typeof recogniseFormat>>, 'tar' | 'vmdk-descriptor'>,
): Promise<Disk> {
  switch (format) {
    case 'vhd':
      return openVhd(source);
    case 'vhdx':
      return openVhdx(source);
    case 'vmdk-sparse':
      return openVmdkSparse(source);
    case 'raw':
      assertWholeSectors(source);
      return rawDisk(source);
    default:
      throw new UserError(
        'disk-format-unsupported',
        `${source.path} is ${format.foreign}, which is not read here`,
        format.hint,
      );
  }
}

/** A file whose own name holds the separator is taken as it is. */
async function splitMember(path: string): Promise<{ file: string; member?: string }> {
  const at = path.indexOf(MEMBER_SEPARATOR);
  if (at < 1) return { file: path };
  const whole = await stat(path).catch(() => undefined);
  return whole ? { file: path } : { file: path.slice(0, at), member: path.slice(at + 1) };
}
