/** Disks whose bytes stand in the file one after the other: raw images, and the data part of fixed VHDs. */

import { UserError } from '../errors.ts';
import { type ByteSource, openFileSource, type WritableByteSource } from './byte-source.ts';
import type { Disk, WritableDisk } from './disk.ts';
import { assertInside } from './ranges.ts';

const SECTOR = 512;

/** The first `size` bytes of `source` as a disk. Node cannot ask for the holes of a file, so all of it counts as data. */
export function rawDisk(source: ByteSource, format = 'raw', size = source.size): Disk {
  const disk: Disk = {
    size,
    format,
    path: source.path,
    read: async (offset, length) => {
      assertInside(disk, offset, length);
      return source.read(offset, length);
    },
    readInto: async (target, offset) => {
      assertInside(disk, offset, target.length);
      await source.readInto(target, offset);
    },
    ranges: async function* () {
      if (size > 0) yield { kind: 'data', offset: 0, length: size };
    },
    close: () => source.close(),
  };
  return disk;
}

/** As `rawDisk`, for writing within these bytes. */
export function writableRawDisk(source: WritableByteSource, format = 'raw', size = source.size): WritableDisk {
  const disk = rawDisk(source, format, size);
  return {
    ...disk,
    write: async (offset, data) => {
      assertInside(disk, offset, data.length);
      await source.write(offset, data);
    },
    flush: () => source.flush(),
  };
}

/** Opens a file as a raw disk or volume whatever its bytes look like. @throws UserError file-missing, disk-format-unsupported */
export async function openRawDisk(path: string): Promise<Disk> {
  const source = await openFileSource(path);
  try {
    assertWholeSectors(source);
    return rawDisk(source);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** @throws UserError disk-format-unsupported when the source cannot be a raw disk */
export function assertWholeSectors(source: ByteSource): void {
  if (source.size > 0 && source.size % SECTOR === 0) return;
  throw new UserError(
    'disk-format-unsupported',
    `${source.path} is not a disk image: its size of ${source.size} bytes is no multiple of ${SECTOR}, and it carries the signature of no known format`,
    'Give a raw, VHD, VHDX or VMDK image or an OVA, and check that it was copied completely.',
  );
}
