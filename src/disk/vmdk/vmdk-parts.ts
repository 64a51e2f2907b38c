/**
 * A disk in parts: volumes stay the files that they were made as, what lies between them stands in one more file, and a small VMDK
 * descriptor holds them together (VMware "Virtual Disk Format 5.0", "The Descriptor File": extents of type FLAT). So a disk
 * is made without writing its volumes a second time.
 */

import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasErrnoCode } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import { moveIntoPlace } from '../../files/move-into-place.ts';
import { openNamed } from '../../files/open-named.ts';
import { createPartialFile } from '../../files/partial-file.ts';
import { writeFully } from '../../files/write-fully.ts';
import {
  encodeVmdkDescriptor,
  NO_PARENT,
  parseVmdkDescriptor,
  type VmdkDescriptor,
  type VmdkExtent,
} from './vmdk-descriptor.ts';
import { VMDK_SECTOR } from './vmdk-header.ts';

/** What lies between the volumes: the partition tables, and room that is a hole. */
const REST = 'rest';

export interface DiskPart {
  /** Where it begins on the disk, bytes. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
  /** A word for its name: `windows`. */
  readonly name: string;
}

export interface DiskInParts {
  /** Bytes. */
  readonly size: number;
  /** Eight hexadecimal digits of lower case that differ where the content does, as far as can be told without reading all of it. */
  readonly contentId: string;
  /** What is written besides the parts, where they do not lie. */
  readonly pieces: readonly { readonly offset: number; readonly content: Uint8Array }[];
  /** Their files exist as `partPath` says. */
  readonly parts: readonly DiskPart[];
}

/** Where a part of the disk that the descriptor at `path` holds together is made, before the disk is finished. */
export function partPath(path: string, name: string): string {
  return `${withoutSuffix(path)}.part-${name}.vmdk`;
}

/** Every file that a disk of these parts has while it is made. */
export function partFiles(path: string, names: readonly string[]): readonly string[] {
  return [path, ...[REST, ...names].map((name) => partPath(path, name))];
}

/**
 * Writes what lies between the parts, brings all of it to stable storage, and writes the descriptor.
 * @throws RangeError when parts overlap, a piece lies in a part, or anything is no whole sector
 */
export async function writeVmdkParts(disk: DiskInParts, path: string, signal: AbortSignal): Promise<void> {
  const { extents, gaps, restSize } = layOut(disk, path);
  const rest = await openNamed(partPath(path, REST), 'wx');
  try {
    for (const { offset, content } of disk.pieces) {
      const gap = gaps.find(({ start, end }) => offset >= start && offset + content.length <= end);
      if (gap === undefined) throw new RangeError(`${path}: the piece at ${offset} lies in a part`);
      await writeFully(rest, content, gap.place + offset - gap.start);
    }
    await rest.truncate(restSize);
    await rest.sync();
  } finally {
    await rest.close();
  }
  for (const { name } of disk.parts) {
    signal.throwIfAborted();
    await syncFile(partPath(path, name));
  }
  signal.throwIfAborted();
  await writeDescriptor(path, {
    cid: disk.contentId,
    parentCid: NO_PARENT,
    createType: 'twoGbMaxExtentFlat',
    extents,
    database: { adapterType: 'lsilogic', virtualHWVersion: '14' },
  });
}

/**
 * Gives a finished disk its name: first its parts, then the descriptor, at which moment `path` is the new disk; then the parts that the
 * descriptor before had go. Interrupted, `path` is the old disk or the new one, whatever their content ids: no part takes the name of one
 * that the old disk has. `removeLeftParts` takes what is nobody's.
 * @param made as `writeVmdkParts` wrote it; gone afterwards
 * @throws what `moveIntoPlace` throws; no part stays under its name then
 */
export async function finishVmdkParts(made: string, path: string): Promise<void> {
  const descriptor = await readParts(made);
  if (descriptor === undefined) throw new RangeError(`${made} is no descriptor`);
  const id = await freeId(path, descriptor.cid);
  try {
    await placeParts(made, descriptor, path, id);
  } catch (error) {
    await removeLeftParts(path).catch(() => []);
    throw error;
  }
  await rm(made);
  await removeLeftParts(path);
}

async function placeParts(made: string, descriptor: VmdkDescriptor, path: string, id: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(withoutSuffix(made))}.part-`;
  const named = new Map<string, string>();
  for (const { file = '' } of descriptor.extents) {
    if (named.has(file)) continue;
    const target = partPath(path, `${id}-${file.slice(start.length, -'.vmdk'.length)}`);
    named.set(file, basename(target));
    await moveIntoPlace(join(folder, file), target);
  }
  const extents = descriptor.extents.map((extent) => ({ ...extent, file: named.get(extent.file ?? '') ?? '' }));
  await writeDescriptor(path, { ...descriptor, extents });
}

/** The content id, or its neighbour where the disk at `path` has parts of that name: it may have been made of the same by other programs. */
async function freeId(path: string, contentId: string): Promise<string> {
  const old = await readParts(path);
  const start = `${basename(partPath(path, contentId), '.vmdk')}-`;
  if (!old?.extents.some(({ file }) => file?.startsWith(start))) return contentId;
  // Of two numbers that differ in their last bit at least one is in nobody's use: a descriptor names parts of one disk.
  return ((Number.parseInt(contentId, 16) ^ 1) >>> 0).toString(16).padStart(8, '0');
}

/** Removes parts beside `path` that its descriptor does not name: of a disk that was replaced, or of a run that was killed. @returns them */
export async function removeLeftParts(path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const start = `${basename(withoutSuffix(path))}.part-`;
  const isPart = (name: string): boolean =>
    name.startsWith(start) && /^[0-9a-f]{8}-[a-z]+\.vmdk$/.test(name.slice(start.length));
  const found = (await readdir(folder).catch(() => [])).filter(isPart).sort();
  if (found.length === 0) return [];
  const used = new Set((await readParts(path))?.extents.map(({ file }) => file));
  const left = found.filter((name) => !used.has(name)).map((name) => join(folder, name));
  for (const file of left) await rm(file, { force: true });
  return left;
}

/** Extents in the order of the disk; gaps are stretches of the disk with their place in the file of the rest. */
function layOut({ size, parts }: DiskInParts, path: string) {
  const extents: VmdkExtent[] = [];
  const gaps: { start: number; end: number; place: number }[] = [];
  const add = (file: string, length: number, offset: number): void => {
    if (length % VMDK_SECTOR !== 0) throw new RangeError(`${path}: ${length} bytes are no whole sectors`);
    const [sectors, first] = [length / VMDK_SECTOR, offset / VMDK_SECTOR];
    extents.push({ access: 'RW', sectors, type: 'FLAT', file: basename(file), offset: first });
  };
  let at = 0;
  let place = 0;
  const fill = (end: number): void => {
    if (end < at) throw new RangeError(`${path}: the part at ${end} begins before the previous one ends at ${at}`);
    if (end === at) return;
    gaps.push({ start: at, end, place });
    add(partPath(path, REST), end - at, place);
    place += end - at;
  };
  for (const part of parts.toSorted((a, b) => a.offset - b.offset)) {
    fill(part.offset);
    add(partPath(path, part.name), part.size, 0);
    at = part.offset + part.size;
  }
  fill(size);
  return { extents, gaps, restSize: place };
}

async function writeDescriptor(path: string, descriptor: VmdkDescriptor): Promise<void> {
  const file = await createPartialFile(path);
  try {
    await writeFully(file.handle, Buffer.from(encodeVmdkDescriptor(descriptor)), 0);
    await file.finish();
  } finally {
    await file.discard();
  }
}

/**
 * @returns undefined where no descriptor of parts stands
 * @throws UserError file-denied, path-invalid: what cannot be read may be one
 */
async function readParts(path: string): Promise<VmdkDescriptor | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    // A disk of another kind may stand there, as large as it likes: a descriptor of parts is a few lines.
    const { bytesRead, buffer } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return parseVmdkDescriptor(buffer.toString('utf8', 0, bytesRead));
  } catch (error) {
    if (hasErrnoCode(error, 'ENOENT')) return undefined;
    throw explainPathError(error, { what: 'the output', path, toWrite: true });
  } finally {
    await file?.close();
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await openNamed(path, 'r+');
  await file.sync().finally(() => file.close());
}

function withoutSuffix(path: string): string {
  return path.replace(/\.vmdk$/i, '');
}
