/** Block access to a virtual disk, whatever its file format: the abstraction everything in Stillframe reads disks by. */

import type { FormatError } from '../errors.ts';

/** `data`: stored bytes. `zero`: reads as zeros, not stored. `free`: belongs to no file of a clean file system; may be dropped. */
type RangeKind = 'data' | 'zero' | 'free';

export interface DiskRange {
  readonly kind: RangeKind;
  /** First byte, from the start of the disk. */
  readonly offset: number;
  /** Bytes, > 0. */
  readonly length: number;
}

/** A disk open for reading. Offsets and lengths are bytes; sizes up to 2^53 - 1. */
export interface Disk {
  /** The virtual size in bytes, as the guest sees it. */
  readonly size: number;
  /** How the file stores it, e.g. `vhd-dynamic`, `raw`, `vmdk-streamOptimized`. */
  readonly format: string;
  /** Bytes of a logical sector, where the image says them (VHDX, VMDK); without, 512. */
  readonly sectorSize?: number;
  /** Path (or path!member for a disk inside an OVA), for messages. */
  readonly path: string;
  /** Reads exactly `length` bytes at `offset`. Throws RangeError outside the disk. The caller owns the result. */
  read(offset: number, length: number): Promise<Buffer>;
  /** As `read`, into the caller's memory, where the format can do it without a copy; `readInto` does it for every disk. */
  readInto?(target: Uint8Array, offset: number): Promise<void>;
  /**
   * The first stretch that the image says it stores and that lies behind the end of its file, as far as a look at its tables tells; undefined,
   * as a result or a method, where nothing shows.
   */
  cutOff?(): Promise<FormatError | undefined>;
  /** Covers the whole disk in ascending order without gaps or overlaps. */
  ranges(): AsyncIterable<DiskRange>;
  close(): Promise<void>;
}

/** A disk that can be changed in place. */
export interface WritableDisk extends Disk {
  /** Writes all of `data` at `offset`. */
  write(offset: number, data: Uint8Array): Promise<void>;
  /** Returns when everything written so far is on stable storage. */
  flush(): Promise<void>;
}
