/** Changes VMDKs in place: sparse extents that are not compressed, flat ones, and disks made of several of them. */

import { dirname } from 'node:path';
import { FormatError, UserError } from '../../errors.ts';
import { openWritableFileSource, type WritableByteSource } from '../../files/byte-source.ts';
import { composedDisk } from '../composed-disk.ts';
import { assertNotCutOff } from '../cut-off.ts';
import type { WritableDisk } from '../disk.ts';
import { assertNotInUse } from '../disk-in-use.ts';
import { assertInside } from '../ranges.ts';
import { writableRawDisk } from '../raw-disk.ts';
import { writableMappedDisk } from '../writable-mapped-disk.ts';
import type { VmdkExtent } from './vmdk-descriptor.ts';
import { extentPath, readVmdkDescriptor } from './vmdk-descriptor-disk.ts';
import { VmdkGrainTables } from './vmdk-grain-tables.ts';
import { VMDK_FLAG_COMPRESSED, VMDK_FLAG_REDUNDANT_GRAIN_TABLE, VMDK_SECTOR } from './vmdk-header.ts';
import { readVmdkSparseExtent, vmdkSparseMapping } from './vmdk-sparse-disk.ts';

/** Throws as `openVmdkSparse`; UserError disk-format-unsupported for a streamOptimized disk, disk-invalid after a crash. */
export async function openVmdkSparseForWriting(source: WritableByteSource): Promise<WritableDisk> {
  const extent = await readVmdkSparseExtent(source);
  const { header, tables } = extent;
  if ((header.flags & VMDK_FLAG_COMPRESSED) !== 0) {
    throw new UserError(
      'disk-format-unsupported',
      `${source.path} is a streamOptimized VMDK, which cannot be changed in place`,
      'Write the result to a new file, or convert the disk to VHD, VHDX, raw or a monolithic VMDK first.',
    );
  }
  if (header.uncleanShutdown) {
    throw new UserError(
      'disk-invalid',
      `${source.path} was not closed cleanly by the program that used it last`,
      'Start and shut down its VM once, or repair it with: vmware-vdiskmanager -R',
    );
  }
  const redundant =
    (header.flags & VMDK_FLAG_REDUNDANT_GRAIN_TABLE) === 0 || header.redundantDirectoryOffset === 0
      ? undefined
      : new VmdkGrainTables(source, header, header.redundantDirectoryOffset);
  const mapping = vmdkSparseMapping(source, extent);
  await assertNotCutOff(mapping);
  return writableMappedDisk({
    ...mapping,
    source,
    allocate: async (grain, content) => {
      const places = [await redundant?.entryOffset(grain), await tables.entryOffset(grain)];
      if (places.includes(0)) throw new FormatError(source.path, 0, `a grain table for grain ${grain}`, 'none');
      const offset = Math.ceil(source.size / mapping.blockSize) * mapping.blockSize;
      await source.write(offset, content);
      await source.flush();
      const entry = Buffer.alloc(4);
      entry.writeUInt32LE(offset / VMDK_SECTOR);
      for (const place of places) {
        if (place === undefined) continue;
        await source.write(place, entry);
        await source.flush();
      }
      tables.forget(grain);
    },
  });
}

/** Throws as `openVmdkDescriptor`. */
export async function openVmdkDescriptorForWriting(source: WritableByteSource): Promise<WritableDisk> {
  const descriptor = await readVmdkDescriptor(source);
  const folder = dirname(source.path);
  const extents: { offset: number; content: WritableDisk }[] = [];
  let offset = 0;
  try {
    for (const extent of descriptor.extents) {
      if (extent.type !== 'ZERO') extents.push({ offset, content: await openExtent(folder, source, extent) });
      offset += extent.sectors * VMDK_SECTOR;
    }
  } catch (error) {
    for (const { content } of extents) await content.close();
    throw error;
  }
  const disk = composedDisk(offset, extents, source.path);
  return {
    ...disk,
    format: `vmdk-${descriptor.createType}`,
    write: async (start, data) => {
      assertInside(disk, start, data.length);
      const end = start + data.length;
      const touched = extents.filter((extent) => extent.offset < end && start < extent.offset + extent.content.size);
      const covered = touched.reduce((sum, { offset: first, content }) => {
        return sum + Math.min(end, first + content.size) - Math.max(start, first);
      }, 0);
      if (covered < data.length) throw new FormatError(source.path, 0, 'an extent to write to', 'a ZERO extent');
      for (const { offset: first, content } of touched) {
        const from = Math.max(start, first);
        const to = Math.min(end, first + content.size);
        await content.write(from - first, data.subarray(from - start, to - start));
      }
    },
    flush: async () => {
      for (const { content } of extents) await content.flush();
    },
    close: async () => {
      await disk.close();
      await source.close();
    },
  };
}

async function openExtent(folder: string, descriptor: WritableByteSource, extent: VmdkExtent): Promise<WritableDisk> {
  const offset = extent.offset ?? 0;
  const isFlat = extent.type === 'FLAT' || extent.type === 'VMFS';
  if ((!isFlat && extent.type !== 'SPARSE') || extent.access !== 'RW' || offset !== 0) {
    throw new UserError(
      'disk-format-unsupported',
      `${descriptor.path} has an extent (${extent.access} ${extent.type}, offset ${offset}) that is not changed in place here`,
      'Write the result to a new file instead.',
    );
  }
  const path = extentPath(folder, descriptor, extent);
  const source = await openWritableFileSource(path);
  try {
    await assertNotInUse(path, 'write');
    const size = extent.sectors * VMDK_SECTOR;
    if (!isFlat) return await openVmdkSparseForWriting(source);
    if (size <= source.size) return writableRawDisk(source, 'raw', size);
    throw new FormatError(source.path, 0, `an extent of ${size} bytes`, `${source.size} bytes`);
  } catch (error) {
    await source.close();
    throw error;
  }
}
