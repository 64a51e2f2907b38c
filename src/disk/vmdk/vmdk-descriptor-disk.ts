/** Reads VMDKs whose small text file names the files that hold the disk: monolithicFlat, split disks, those of VMFS. */

import { dirname, join } from 'node:path';
import { FormatError, UserError } from '../../errors.ts';
import { type ByteSource, type FindStored, openFileSource, windowOf } from '../../files/byte-source.ts';
import { composedDisk, type DiskPiece } from '../composed-disk.ts';
import type { Disk } from '../disk.ts';
import { rawDisk } from '../raw-disk.ts';
import {
  decodeVmdkDescriptor,
  parseVmdkDescriptor,
  type VmdkDescriptor,
  type VmdkExtent,
  vmdkEncoding,
  vmdkSectorSize,
} from './vmdk-descriptor.ts';
import { VMDK_SECTOR } from './vmdk-header.ts';
import { assertNoForeignDisk, openVmdkSparseExtent } from './vmdk-sparse-disk.ts';

const MAX_DESCRIPTOR_BYTES = 2 ** 20;
/** 2 GiB extents of an 8 TiB disk are this many; each is an open file. */
const MAX_EXTENTS = 4096;

/**
 * @throws UserError disk-format-unsupported for an encrypted, differencing or raw-device disk, disk-invalid for an extent
 *   outside the descriptor's folder, file-missing for one that is not there; FormatError when an extent is too short
 */
export async function openVmdkDescriptor(source: ByteSource, findStored?: FindStored): Promise<Disk> {
  const descriptor = await readVmdkDescriptor(source);
  const folder = dirname(source.path);
  return composeExtents(source, descriptor, (extent) => openExtent(folder, source, extent, findStored));
}

/**
 * The disk whose extents a descriptor names, wherever they are.
 * @param open undefined for an extent that holds nothing
 * @throws FormatError when it has no sensible size; what `open` throws. Whatever is thrown, what it has opened is closed again
 */
export async function composeExtents(
  source: ByteSource,
  descriptor: VmdkDescriptor,
  open: (extent: VmdkExtent) => Promise<Disk | undefined>,
): Promise<Disk> {
  const pieces: DiskPiece[] = [];
  let offset = 0;
  try {
    for (const extent of descriptor.extents) {
      const content = await open(extent);
      if (content) pieces.push({ offset, content });
      offset += extent.sectors * VMDK_SECTOR;
    }
    if (!Number.isSafeInteger(offset) || offset === 0) {
      throw new FormatError(source.path, 0, 'extents of a sensible size', `${offset} bytes`);
    }
  } catch (error) {
    for (const { content } of pieces) if (!(content instanceof Uint8Array)) await content.close();
    throw error;
  }
  const disk = composedDisk(offset, pieces, source.path);
  const sectorSize = vmdkSectorSize(descriptor);
  return {
    ...disk,
    ...(sectorSize !== undefined && { sectorSize }),
    format: `vmdk-${descriptor.createType}`,
    close: async () => {
      await disk.close();
      await source.close();
    },
  };
}

/** The files beside a descriptor that hold its disk. Throws as `openVmdkDescriptor`. */
export async function vmdkExtentFiles(source: ByteSource): Promise<readonly string[]> {
  const { extents } = await readVmdkDescriptor(source);
  const stored = extents.filter(({ file }) => file !== undefined);
  return [...new Set(stored.map((extent) => extentPath(dirname(source.path), source, extent)))];
}

/** Throws as `openVmdkDescriptor`. */
export async function readVmdkDescriptor(source: ByteSource): Promise<VmdkDescriptor> {
  if (source.size > MAX_DESCRIPTOR_BYTES) {
    throw new FormatError(source.path, 0, 'a VMDK descriptor of at most 1 MiB', `${source.size} bytes`);
  }
  const bytes = await source.read(0, source.size);
  const text = decodeVmdkDescriptor(bytes);
  if (text === undefined) {
    const named = vmdkEncoding(bytes.toString('latin1'));
    throw new FormatError(
      source.path,
      0,
      'a VMDK descriptor in the encoding that it names',
      `other bytes than ${named}`,
    );
  }
  assertNoForeignDisk(source.path, text);
  const descriptor = parseVmdkDescriptor(text);
  if (!descriptor) throw new FormatError(source.path, 0, 'a VMDK descriptor with createType and extents', 'neither');
  if (descriptor.extents.length > MAX_EXTENTS) {
    throw new FormatError(source.path, 0, `at most ${MAX_EXTENTS} extents`, String(descriptor.extents.length));
  }
  return descriptor;
}

/** The path of an extent's file. @throws UserError disk-invalid unless it is a plain name beside the descriptor */
export function extentPath(folder: string, descriptor: ByteSource, { file }: VmdkExtent): string {
  if (file !== undefined && file !== '' && file !== '.' && file !== '..' && !/[/\\\0]/.test(file)) {
    return join(folder, file);
  }
  throw new UserError(
    'disk-invalid',
    `${descriptor.path} names the extent ${JSON.stringify(file ?? '')}, which is no file beside it`,
    'Put the extent files into the folder of the descriptor and name them there without a path.',
  );
}

async function openExtent(
  folder: string,
  descriptor: ByteSource,
  extent: VmdkExtent,
  findStored: FindStored | undefined,
): Promise<Disk | undefined> {
  if (extent.type === 'ZERO') return undefined;
  if (extent.access === 'NOACCESS') {
    throw new UserError(
      'disk-format-unsupported',
      `${descriptor.path} has an extent that is not to be accessed, as a disk of single partitions has`,
      'Give an image of the whole disk.',
    );
  }
  if (extent.type !== 'FLAT' && extent.type !== 'VMFS' && extent.type !== 'SPARSE') {
    throw new UserError(
      'disk-format-unsupported',
      `${descriptor.path} has an extent of type ${extent.type}, which is not read here`,
      'Export the VM as OVA, or clone the disk with vmkfstools -i, and give the result.',
    );
  }
  const source = await openFileSource(extentPath(folder, descriptor, extent), findStored);
  try {
    const size = extent.sectors * VMDK_SECTOR;
    if (extent.type !== 'SPARSE') return rawDisk(windowOf(source, (extent.offset ?? 0) * VMDK_SECTOR, size));
    const disk = await openVmdkSparseExtent(source);
    if (disk.size === size) return disk;
    throw new FormatError(source.path, 12, `an extent of ${size} bytes as the descriptor says`, `${disk.size} bytes`);
  } catch (error) {
    await source.close();
    throw error;
  }
}
