/** Disks whose bytes stand in the file one after the other: raw images, and the data part of fixed VHDs. */

import { UserError } from '../errors.ts';
import { type ByteSource, type FindStored, openFileSource, type WritableByteSource } from '../files/byte-source.ts';
import type { Extent } from '../files/extent-list.ts';
import type { Disk, DiskRange, WritableDisk } from './disk.ts';
import { assertInside, mergeRanges } from './ranges.ts';

const SECTOR = 512;

/** The first `size` bytes of `source` as a disk; all of it counts as data unless the source knows its holes. */
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
      const stored = await source.stored?.();
      yield* mergeRanges(storedRanges(size, stored?.within(0, size) ?? [{ start: 0, end: size }]));
    },
    close: () => source.close(),
  };
  return disk;
}

function* storedRanges(size: number, stored: Iterable<Extent>): Generator<DiskRange> {
  let at = 0;
  for (const { start, end } of stored) {
    yield { kind: 'zero', offset: at, length: start - at };
    yield { kind: 'data', offset: start, length: end - start };
    at = end;
  }
  yield { kind: 'zero', offset: at, length: size - at };
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

/** Opens a file as a raw disk or volume whatever its bytes look like. @throws UserError file-missing, disk-format-unknown */
export async function openRawDisk(path: string, findStored?: FindStored): Promise<Disk> {
  const source = await openFileSource(path, findStored);
  try {
    assertWholeSectors(source);
    return rawDisk(source);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** @throws UserError disk-format-unknown when the source cannot be a raw disk */
export function assertWholeSectors(source: ByteSource): void {
  if (source.size > 0 && source.size % SECTOR === 0) return;
  throw new UserError(
    'disk-format-unknown',
    `${source.path} is not a disk image: its size of ${source.size} bytes is no multiple of ${SECTOR}, and it carries the signature of no known format`,
    'Give a raw, VHD, VHDX or VMDK image or an OVA, and check that it was copied completely.',
  );
}
