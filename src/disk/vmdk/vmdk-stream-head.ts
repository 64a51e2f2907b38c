/**
 * The beginning of a disk out of the beginning of its streamOptimized VMDK: grains stand in the stream in the order of the disk, each
 * behind a marker with its place, so that no table is needed.
 * Source: VMware "Virtual Disk Format 5.0", sections "Compressed Grains" and "Markers".
 */

import { inflateSync } from 'node:zlib';
import { FormatError } from '../../errors.ts';
import { composedDisk, type DiskPiece } from '../composed-disk.ts';
import type { Disk } from '../disk.ts';
import {
  decodeVmdkHeader,
  decodeVmdkMarker,
  VMDK_COMPRESSION_DEFLATE,
  VMDK_FLAG_COMPRESSED,
  VMDK_FLAG_MARKERS,
  VMDK_GRAIN_MARKER_SIZE,
  VMDK_MARKER_END_OF_STREAM,
  VMDK_SECTOR,
} from './vmdk-header.ts';

export interface StreamHead {
  /** Of the whole size; what lies behind `known` reads as zeros. */
  readonly disk: Disk;
  /** Bytes from the disk's start that the stream has told, holes among them included. */
  readonly known: number;
}

const MARKER_BYTES = 16;
/** VMware writes 64 KiB grains; a much larger one is a damaged header. */
const MAX_GRAIN_SECTORS = 2048;

/**
 * @param head the first bytes of the stream, cut anywhere
 * @param path of the disk, for messages
 * @throws FormatError when it is no such stream, or no grain is whole in it
 */
export function readStreamHead(head: Buffer, path: string): StreamHead {
  const { grain, size, start } = readHeader(head, path);
  const pieces: DiskPiece[] = [];
  let known = 0;
  for (let at = start; at + MARKER_BYTES <= head.length; ) {
    const marker = decodeVmdkMarker(head.subarray(at, at + MARKER_BYTES), path, at);
    if (marker.kind === 'metadata') {
      if (marker.type === VMDK_MARKER_END_OF_STREAM) {
        known = size;
        break;
      }
      at += (1 + marker.sectors) * VMDK_SECTOR;
      continue;
    }
    const offset = marker.lba * VMDK_SECTOR;
    if (offset < known || offset >= size || offset % grain !== 0) {
      throw new FormatError(path, at, 'grains in the order of the disk', `one for sector ${marker.lba}`);
    }
    const from = at + VMDK_GRAIN_MARKER_SIZE;
    if (from + marker.size > head.length) break;
    pieces.push({
      offset,
      content: inflate(head.subarray(from, from + marker.size), Math.min(grain, size - offset), path, at),
    });
    known = Math.min(size, offset + grain);
    at += Math.ceil((VMDK_GRAIN_MARKER_SIZE + marker.size) / VMDK_SECTOR) * VMDK_SECTOR;
  }
  if (known > 0) return { disk: { ...composedDisk(size, pieces, path), format: 'vmdk-streamOptimized' }, known };
  throw new FormatError(path, start, 'a whole grain', `${head.length} bytes of a stream`);
}

/** Sizes in bytes. */
function readHeader(head: Buffer, path: string): { grain: number; size: number; start: number } {
  const { flags, compression, grainSize, capacity, overHead } = decodeVmdkHeader(
    head.subarray(0, VMDK_SECTOR),
    path,
    0,
  );
  const isStream = (flags & VMDK_FLAG_COMPRESSED) !== 0 && (flags & VMDK_FLAG_MARKERS) !== 0;
  if (!isStream || compression !== VMDK_COMPRESSION_DEFLATE) {
    throw new FormatError(path, 8, 'a streamOptimized VMDK', `flags ${flags}, compression ${compression}`);
  }
  if (grainSize < 1 || grainSize > MAX_GRAIN_SECTORS || capacity === 0) {
    throw new FormatError(path, 20, 'a grain of at most 1 MiB', `${grainSize} sectors of ${capacity}`);
  }
  return { grain: grainSize * VMDK_SECTOR, size: capacity * VMDK_SECTOR, start: overHead * VMDK_SECTOR };
}

function inflate(compressed: Buffer, needed: number, path: string, at: number): Buffer {
  let data: Buffer;
  try {
    data = inflateSync(compressed, { maxOutputLength: MAX_GRAIN_SECTORS * VMDK_SECTOR });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new FormatError(path, at, 'a deflate stream of one grain', found, { cause });
  }
  if (data.length >= needed) return data.subarray(0, needed);
  throw new FormatError(path, at, `a grain of ${needed} bytes`, `${data.length} bytes`);
}
