/** Reads sparse VMDK extents: monolithicSparse, streamOptimized, and the sparse pieces of a split disk. */

import { FormatError, UserError } from '../../errors.ts';
import type { ByteSource } from '../../files/byte-source.ts';
import type { Disk } from '../disk.ts';
import { type BlockMapping, mappedDisk } from '../mapped-disk.ts';
import { compressedGrainDisk } from './compressed-grain-disk.ts';
import { NO_PARENT, parseVmdkDescriptor, type VmdkDescriptor, vmdkSectorSize } from './vmdk-descriptor.ts';
import { VMDK_GRAIN_ZERO, VmdkGrainTables } from './vmdk-grain-tables.ts';
import {
  decodeVmdkHeader,
  VMDK_COMPRESSION_DEFLATE,
  VMDK_COMPRESSION_NONE,
  VMDK_ENTRIES_PER_TABLE,
  VMDK_FLAG_COMPRESSED,
  VMDK_FLAG_MARKERS,
  VMDK_SECTOR,
  type VmdkHeader,
} from './vmdk-header.ts';

/** VMware writes 64 KiB grains; a much larger one is a damaged header. */
const MAX_GRAIN_SECTORS = 2048;
const MAX_DESCRIPTOR_BYTES = 2 ** 20;
/** From the end of the file: footer, end-of-stream marker. */
const FOOTER_DISTANCE = 2 * VMDK_SECTOR;

export interface VmdkSparseExtent {
  readonly header: VmdkHeader;
  readonly tables: VmdkGrainTables;
  readonly descriptor: VmdkDescriptor | undefined;
}

/**
 * A sparse VMDK that is a whole disk.
 * @throws FormatError for a damaged structure; UserError disk-format-unsupported for an encrypted or differencing disk
 *   and for one extent of a split disk
 */
export async function openVmdkSparse(source: ByteSource): Promise<Disk> {
  const extent = await readVmdkSparseExtent(source);
  if (extent.header.descriptorOffset === 0) {
    throw new UserError(
      'disk-format-unsupported',
      `${source.path} is one extent of a VMDK split into several files`,
      'Give the small .vmdk file that describes the disk and names its extents.',
    );
  }
  return openExtent(source, extent);
}

/** A sparse extent named by a descriptor in another file. Throws as `openVmdkSparse`. */
export async function openVmdkSparseExtent(source: ByteSource): Promise<Disk> {
  return openExtent(source, await readVmdkSparseExtent(source));
}

/** Whether the grains of an extent are compressed, so that it cannot be changed in place. @throws FormatError for a damaged header */
export async function isVmdkStream(source: ByteSource): Promise<boolean> {
  return (decodeVmdkHeader(await source.read(0, VMDK_SECTOR), source.path, 0).flags & VMDK_FLAG_COMPRESSED) !== 0;
}

/** Reads and checks header, footer and embedded descriptor. Throws as `openVmdkSparse`. */
export async function readVmdkSparseExtent(source: ByteSource): Promise<VmdkSparseExtent> {
  const header = decodeVmdkHeader(await source.read(0, VMDK_SECTOR), source.path, 0);
  assertReadable(source, header);
  const descriptor = await readDescriptor(source, header);
  let directorySector = header.directoryOffset;
  if (directorySector === 'end') {
    const offset = source.size - FOOTER_DISTANCE;
    if (offset < VMDK_SECTOR) throw new FormatError(source.path, 0, 'a VMDK with a footer', `${source.size} bytes`);
    const footer = decodeVmdkHeader(await source.read(offset, VMDK_SECTOR), source.path, offset);
    if (footer.directoryOffset === 'end' || footer.capacity !== header.capacity) {
      throw new FormatError(source.path, offset, 'a footer that knows the grain directory', 'one that does not');
    }
    directorySector = footer.directoryOffset;
  }
  return { header, descriptor, tables: new VmdkGrainTables(source, header, directorySector) };
}

/** The mapping of an extent that is not compressed. */
export function vmdkSparseMapping(source: ByteSource, { header, tables, descriptor }: VmdkSparseExtent): BlockMapping {
  return {
    size: header.capacity * VMDK_SECTOR,
    format: `vmdk-${descriptor?.createType ?? 'monolithicSparse'}`,
    source,
    blockSize: header.grainSize * VMDK_SECTOR,
    sectorSize: descriptor && vmdkSectorSize(descriptor),
    locate: async (grain) => {
      const sector = await tables.grainEntry(grain);
      return sector <= VMDK_GRAIN_ZERO ? undefined : sector * VMDK_SECTOR;
    },
    unmappedRun: (grain) => tables.unmappedRun(grain),
  };
}

function openExtent(source: ByteSource, extent: VmdkSparseExtent): Disk {
  const mapping = vmdkSparseMapping(source, extent);
  if ((extent.header.flags & VMDK_FLAG_COMPRESSED) === 0) return mappedDisk(mapping);
  return compressedGrainDisk({ ...mapping, format: `vmdk-${extent.descriptor?.createType ?? 'streamOptimized'}` });
}

function assertReadable(source: ByteSource, header: VmdkHeader): void {
  const fail = (at: number, expected: string, found: string | number): FormatError =>
    new FormatError(source.path, at, expected, String(found));
  const { version, flags, grainSize, entriesPerTable, capacity, compression } = header;
  if (version < 1 || version > 3) throw fail(4, 'VMDK version 1 to 3', version);
  if (capacity === 0) throw fail(12, 'a capacity', 0);
  if (grainSize < 1 || grainSize > MAX_GRAIN_SECTORS || (grainSize & (grainSize - 1)) !== 0) {
    throw fail(20, 'a grain of a power of two sectors, at most 1 MiB', grainSize);
  }
  if (entriesPerTable !== VMDK_ENTRIES_PER_TABLE) throw fail(44, 'grain tables of 512 entries', entriesPerTable);
  const compressed = (flags & VMDK_FLAG_COMPRESSED) !== 0;
  if (compressed !== ((flags & VMDK_FLAG_MARKERS) !== 0)) throw fail(8, 'markers where grains are compressed', flags);
  if (compression !== (compressed ? VMDK_COMPRESSION_DEFLATE : VMDK_COMPRESSION_NONE)) {
    throw fail(77, 'compression 0 (none) or 1 (deflate) as the flags say', compression);
  }
}

async function readDescriptor(source: ByteSource, header: VmdkHeader): Promise<VmdkDescriptor | undefined> {
  if (header.descriptorOffset === 0 || header.descriptorSize === 0) return undefined;
  const bytes = header.descriptorSize * VMDK_SECTOR;
  const offset = header.descriptorOffset * VMDK_SECTOR;
  if (bytes > MAX_DESCRIPTOR_BYTES) throw new FormatError(source.path, 36, 'a descriptor of at most 1 MiB', `${bytes}`);
  const text = (await source.read(offset, bytes)).toString('latin1');
  assertNoForeignDisk(source.path, text);
  return parseVmdkDescriptor(text);
}

/** @throws UserError disk-format-unsupported when the descriptor speaks of a parent or of encryption */
export function assertNoForeignDisk(path: string, descriptor: string): void {
  // Of Workstation, and of ESXi, where an I/O filter encrypts.
  if (/^\s*(?:encryption|ddb\.iofilters\s*=.*vmwarevmcrypt)/im.test(descriptor)) {
    throw new UserError(
      'disk-format-unsupported',
      `${path} is an encrypted VMDK`,
      'Decrypt the VM (VM > Edit Settings > VM Options > Encryption: None) and export it again.',
    );
  }
  const parent = /^\s*parentCID\s*=\s*"?([0-9a-f]+)/im.exec(descriptor)?.[1];
  const hint = /^[ \t]*parentFileNameHint[ \t]*=[ \t]*"?[^\s"]/im.test(descriptor);
  if (hint || (parent !== undefined && parent.toLowerCase() !== NO_PARENT)) {
    throw new UserError(
      'disk-format-unsupported',
      `${path} is a snapshot or linked clone: it only holds what changed against a parent disk`,
      'Consolidate the snapshots of the VM, or clone it, and give the whole disk.',
    );
  }
}
