/** The names in an NTFS directory (Linux-NTFS project, "$INDEX_ROOT", "Index Record"). */

import { NTFS_INDEX_ALLOCATION, NTFS_INDEX_ROOT, unprotect } from './ntfs-record.ts';
import type { NtfsVolume } from './ntfs-volume.ts';

/** System32 takes about 1 MiB, the component store 10. */
const MAX_INDEX_BYTES = 64 * 2 ** 20;
const ENTRY_LAST = 2;
/** Within the $FILE_NAME that an entry holds, behind 16 bytes of its own. */
const FLAGS_OFFSET = 16 + 56;
const NAMESPACE_OFFSET = 16 + 65;
const NAME_OFFSET = 16 + 66;
const FLAG_FOLDER = 0x10000000;
const NAMESPACE_DOS = 2;

export interface NtfsName {
  readonly name: string;
  /** Number of its file record. */
  readonly record: number;
  readonly isFolder: boolean;
  /** Only the name of eight and three characters that stands beside the real one. */
  readonly isShort: boolean;
}

/**
 * The record number of a name in the directory whose record is `directory`, or undefined when it is not there.
 * Looks at every entry instead of descending the tree, so that the collation order does not matter.
 * @throws FormatError for a damaged or unusually large index
 */
export async function findInDirectory(
  volume: NtfsVolume,
  directory: number,
  name: string,
): Promise<number | undefined> {
  const wanted = name.toLowerCase();
  for await (const entry of namesInDirectory(volume, directory)) {
    if (entry.name.toLowerCase() === wanted) return entry.record;
  }
  return undefined;
}

/** All names in a directory, short ones too, in no order. @throws FormatError as `findInDirectory` */
export async function* namesInDirectory(volume: NtfsVolume, directory: number): AsyncGenerator<NtfsName> {
  const attributes = await volume.record(directory);
  const root = attributes.find(({ type, name: index }) => type === NTFS_INDEX_ROOT && index === '$I30');
  if (!root?.value || root.size < 32) throw volume.fail(0, 'the index of a directory', 'none');
  yield* namesInNode(volume, root.value.subarray(16));
  const blocks = attributes.find(({ type, name: index }) => type === NTFS_INDEX_ALLOCATION && index === '$I30');
  if (!blocks) return;
  const blockSize = root.value.readUInt32LE(8);
  if (blockSize < 512 || blockSize > 65536 || blockSize % 512 !== 0 || blocks.size > MAX_INDEX_BYTES) {
    throw volume.fail(0, 'an index of at most 64 MiB', `${blocks.size} bytes in blocks of ${blockSize}`);
  }
  for (let start = 0; start + blockSize <= blocks.size; start += blockSize) {
    const bytes = await volume.readAttribute(blocks, start, blockSize);
    // A block never used, or given back, carries no signature.
    if (bytes.toString('latin1', 0, 4) !== 'INDX') continue;
    const block = unprotect(bytes, 'INDX', volume.disk.path, volume.offset);
    yield* namesInNode(volume, block.subarray(24));
  }
}

/** @param node begins with the index header, whose offsets count from its own start */
function* namesInNode(volume: NtfsVolume, node: Buffer): Generator<NtfsName> {
  const used = node.readUInt32LE(4);
  if (used > node.length) throw volume.fail(0, 'index entries within their block', `${used} of ${node.length} bytes`);
  for (let at = node.readUInt32LE(0); ; ) {
    if (at + 16 > used) throw volume.fail(0, 'a last index entry', 'the end of the index');
    const length = node.readUInt16LE(at + 8);
    if ((node.readUInt16LE(at + 12) & ENTRY_LAST) !== 0) return;
    if (length < NAME_OFFSET || at + length > used) throw volume.fail(0, 'an index entry', `${length} bytes`);
    const characters = node.readUInt8(at + 16 + 64);
    const name = node.toString('utf16le', at + NAME_OFFSET, Math.min(at + NAME_OFFSET + characters * 2, at + length));
    // The low six bytes are the record's number, the upper two its sequence.
    yield {
      name,
      record: node.readUIntLE(at, 6),
      isFolder: (node.readUInt32LE(at + FLAGS_OFFSET) & FLAG_FOLDER) !== 0,
      isShort: node.readUInt8(at + NAMESPACE_OFFSET) === NAMESPACE_DOS,
    };
    at += length;
  }
}
