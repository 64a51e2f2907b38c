/** Random access to the bytes of a file or of a part of one: what every format reader stands on. */

import { type FileHandle, open } from 'node:fs/promises';
import { FormatError, hasErrnoCode, UserError } from '../errors.ts';
import { explainPathError } from './explain-path-error.ts';
import { ExtentList } from './extent-list.ts';
import { writeFully } from './write-fully.ts';

/** Bytes that can be read at any place. Offsets and lengths are bytes. */
export interface ByteSource {
  /** Path, or path!member for a part of an archive; for messages. */
  readonly path: string;
  readonly size: number;
  /** Reads exactly `length` bytes. Throws FormatError when the source ends before. */
  read(offset: number, length: number): Promise<Buffer>;
  /** Fills the whole of `target`; otherwise as `read`. */
  readInto(target: Uint8Array, offset: number): Promise<void>;
  /** Where it may hold anything but zeros; undefined, as a result or a method, where nobody can tell. */
  stored?(): Promise<ExtentList | undefined>;
  close(): Promise<void>;
}

/**
 * Tells which stretches of a file are not holes, all of them; undefined when that is not known. Node cannot ask the file system for
 * it, so whoever opens a disk may bring somebody who can.
 */
export type FindStored = (path: string) => Promise<ExtentList | undefined>;

/** A file open for reading and writing; it grows when written past its end. */
export interface WritableByteSource extends ByteSource {
  write(offset: number, data: Uint8Array): Promise<void>;
  /** Returns when everything written so far, the size included, is on stable storage. */
  flush(): Promise<void>;
}

/** @throws UserError file-missing (also for a folder), file-denied, file-in-use, path-invalid */
export async function openFileSource(path: string, findStored?: FindStored): Promise<ByteSource> {
  return new FileSource(path, ...(await openWithSize(path, 'r')), findStored);
}

/** Opens an existing file for reading and writing. @throws UserError as `openFileSource` */
export async function openWritableFileSource(path: string): Promise<WritableByteSource> {
  return new FileSource(path, ...(await openWithSize(path, 'r+')));
}

/** A file that somebody else has opened and closes: closing the source closes it too. */
export function handleSource(path: string, handle: FileHandle, size: number): ByteSource {
  return new FileSource(path, handle, size);
}

/** The part of `source` from `offset` on; closing it closes `source`. @throws FormatError when it lies outside */
export function windowOf(source: ByteSource, offset: number, size: number, path = source.path): ByteSource {
  if (offset < 0 || size < 0 || offset + size > source.size) throw endsEarly(source, offset, size);
  const check = (at: number, length: number): void => {
    if (at < 0 || at + length > size) throw endsEarly({ path, size }, at, length);
  };
  return {
    path,
    size,
    read: async (at, length) => {
      check(at, length);
      return source.read(offset + at, length);
    },
    readInto: async (target, at) => {
      check(at, target.length);
      await source.readInto(target, offset + at);
    },
    stored: async () => {
      const whole = await source.stored?.();
      if (!whole) return undefined;
      const part = new ExtentList();
      for (const { start, end } of whole.within(offset, offset + size)) part.add(start - offset, end - offset);
      return part;
    },
    close: () => source.close(),
  };
}

async function openWithSize(path: string, flags: 'r' | 'r+'): Promise<[FileHandle, number]> {
  const handle = await open(path, flags).catch((error: unknown) => {
    throw explainPathError(error, {
      what: 'the image',
      path,
      toWrite: flags === 'r+' && !hasErrnoCode(error, 'ENOENT'),
    });
  });
  const stat = await handle.stat();
  if (stat.isFile()) return [handle, stat.size];
  await handle.close();
  throw new UserError('file-missing', `The image ${path} is not a file`, 'Give the path of a disk image file.');
}

class FileSource implements WritableByteSource {
  readonly path: string;
  #size: number;
  readonly #handle: FileHandle;
  readonly #findStored: FindStored | undefined;
  #stored: Promise<ExtentList | undefined> | undefined;

  constructor(path: string, handle: FileHandle, size: number, findStored?: FindStored) {
    this.path = path;
    this.#findStored = findStored;
    this.#handle = handle;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  async read(offset: number, length: number): Promise<Buffer> {
    // Checked before anything is allocated: a length out of a damaged header must not cost its size in memory.
    if (offset < 0 || offset + length > this.#size) throw endsEarly(this, offset, length);
    const buffer = Buffer.allocUnsafe(length);
    await this.readInto(buffer, offset);
    return buffer;
  }

  async readInto(target: Uint8Array, offset: number): Promise<void> {
    for (let done = 0; done < target.length; ) {
      const { bytesRead } = await this.#handle.read(target, done, target.length - done, offset + done);
      if (bytesRead === 0) throw endsEarly(this, offset, target.length);
      done += bytesRead;
    }
  }

  stored(): Promise<ExtentList | undefined> {
    this.#stored ??= this.#findStored?.(this.path) ?? Promise.resolve(undefined);
    return this.#stored;
  }

  async write(offset: number, data: Uint8Array): Promise<void> {
    await writeFully(this.#handle, data, offset);
    this.#size = Math.max(this.#size, offset + data.length);
  }

  async flush(): Promise<void> {
    await this.#handle.datasync();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

function endsEarly(source: { path: string; size: number }, offset: number, length: number): FormatError {
  return new FormatError(source.path, offset, `${length} bytes`, `the end at ${source.size}`);
}
