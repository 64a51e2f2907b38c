/** Encodes one image's metadata resource: security table and directory entries ("Windows Imaging File Format" white paper, 2007). */

import { ATTRIBUTE, type Entry, type Inode } from './wim-tree.ts';

const DENTRY_SIZE = 102;
const STREAM_ENTRY_SIZE = 38;
/** The reparse target is meant as it stands: not to be rewritten relative to where the image is applied. */
const REPARSE_NOT_FIXED = 1;

export interface EncodedMetadata {
  readonly bytes: Buffer;
  /** How often the image refers to each blob, by SHA-1. */
  readonly references: ReadonlyMap<string, number>;
  readonly directories: number;
  readonly files: number;
  readonly totalBytes: number;
  readonly hardLinkBytes: number;
}

export function encodeMetadata(root: Entry): EncodedMetadata {
  return new MetadataEncoder().encode(root);
}

class MetadataEncoder {
  readonly #parts: Buffer[] = [];
  readonly #descriptors = new Map<string, { id: number; bytes: Buffer }>();
  readonly #linkGroups = new Map<Inode, bigint>();
  readonly #references = new Map<string, number>();
  #length = 0;
  #directories = 0;
  #files = 0;
  #totalBytes = 0;
  #hardLinkBytes = 0;

  encode(root: Entry): EncodedMetadata {
    this.#collect(root);
    this.#append(this.#securityTable());
    const rootBytes = this.#dentry(root);
    this.#append(rootBytes);
    this.#append(Buffer.alloc(8));
    this.#children(root, rootBytes);
    return {
      bytes: Buffer.concat(this.#parts),
      references: this.#references,
      directories: this.#directories - 1,
      files: this.#files,
      totalBytes: this.#totalBytes,
      hardLinkBytes: this.#hardLinkBytes,
    };
  }

  /** Numbers the descriptors and the hard-link groups, in tree order. */
  #collect(entry: Entry): void {
    const { inode } = entry;
    if (inode.security) {
      const key = inode.security.toString('latin1');
      if (!this.#descriptors.has(key)) {
        this.#descriptors.set(key, { id: this.#descriptors.size, bytes: inode.security });
      }
    }
    const again = this.#linkGroups.has(inode);
    if (inode.links > 1 && !again) this.#linkGroups.set(inode, BigInt(this.#linkGroups.size + 1));
    if (inode.attributes & ATTRIBUTE.directory) this.#directories++;
    else this.#files++;
    for (const blob of [inode.data, ...inode.streams.map((stream) => stream.data)]) {
      if (!blob?.sha1) continue;
      this.#references.set(blob.sha1, (this.#references.get(blob.sha1) ?? 0) + 1);
      this.#totalBytes += blob.size;
      if (again) this.#hardLinkBytes += blob.size;
    }
    for (const child of sorted(entry)) this.#collect(child);
  }

  #securityTable(): Buffer {
    const descriptors = [...this.#descriptors.values()];
    const header = Buffer.alloc(8 + 8 * descriptors.length);
    descriptors.forEach(({ bytes }, index) => {
      header.writeBigUInt64LE(BigInt(bytes.length), 8 + 8 * index);
    });
    const table = padTo8(Buffer.concat([header, ...descriptors.map(({ bytes }) => bytes)]));
    table.writeUInt32LE(table.length, 0);
    table.writeUInt32LE(descriptors.length, 4);
    return table;
  }

  /** Writes the listing of a directory and then, depth first, those below it; fills in the parent's offset. */
  #children(directory: Entry, dentry: Buffer): void {
    if (directory.children.size === 0) return;
    dentry.writeBigUInt64LE(BigInt(this.#length), 16);
    const listed = sorted(directory).map((entry) => ({ entry, bytes: this.#dentry(entry) }));
    for (const { bytes } of listed) this.#append(bytes);
    this.#append(Buffer.alloc(8));
    for (const { entry, bytes } of listed) this.#children(entry, bytes);
  }

  #dentry(entry: Entry): Buffer {
    const { inode } = entry;
    const fixed = Buffer.alloc(DENTRY_SIZE);
    const name = Buffer.from(entry.name, 'utf16le');
    const shortName = Buffer.from(entry.shortName, 'utf16le');
    const securityKey = inode.security?.toString('latin1');
    fixed.writeUInt32LE(inode.attributes, 8);
    fixed.writeInt32LE(securityKey === undefined ? -1 : (this.#descriptors.get(securityKey)?.id ?? -1), 12);
    for (const offset of [40, 48, 56]) fixed.writeBigUInt64LE(inode.time, offset);
    if (inode.streams.length === 0) hashBytes(inode.data?.sha1).copy(fixed, 64);
    if (inode.reparseTag !== undefined) {
      fixed.writeUInt32LE(inode.reparseTag, 88);
      fixed.writeUInt16LE(REPARSE_NOT_FIXED, 94);
    } else {
      fixed.writeBigUInt64LE(this.#linkGroups.get(inode) ?? 0n, 88);
    }
    fixed.writeUInt16LE(shortName.length, 98);
    fixed.writeUInt16LE(name.length, 100);
    const bytes = padTo8(Buffer.concat([fixed, terminated(name), terminated(shortName)]));
    bytes.writeBigUInt64LE(BigInt(bytes.length), 0);
    if (inode.streams.length === 0) return bytes;
    // With named streams the unnamed one moves behind the entry too, first and without a name.
    const streams = [{ name: '', data: inode.data }, ...inode.streams];
    bytes.writeUInt16LE(streams.length, 96);
    return Buffer.concat([bytes, ...streams.map((stream) => streamEntry(stream.name, stream.data?.sha1))]);
  }

  #append(bytes: Buffer): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }
}

function streamEntry(name: string, sha1: string | undefined): Buffer {
  const fixed = Buffer.alloc(STREAM_ENTRY_SIZE);
  const encoded = Buffer.from(name, 'utf16le');
  hashBytes(sha1).copy(fixed, 16);
  fixed.writeUInt16LE(encoded.length, 36);
  const bytes = padTo8(Buffer.concat([fixed, terminated(encoded)]));
  bytes.writeBigUInt64LE(BigInt(bytes.length), 0);
  return bytes;
}

/** Case-insensitive by code unit, as NTFS lists a directory. */
function sorted(directory: Entry): Entry[] {
  return [...directory.children.values()].sort((a, b) => {
    const left = a.name.toUpperCase();
    const right = b.name.toUpperCase();
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

function hashBytes(sha1: string | undefined): Buffer {
  return sha1 === undefined ? Buffer.alloc(20) : Buffer.from(sha1, 'hex');
}

function terminated(name: Buffer): Buffer {
  return name.length === 0 ? name : Buffer.concat([name, Buffer.alloc(2)]);
}

function padTo8(bytes: Buffer): Buffer {
  const rest = bytes.length % 8;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(8 - rest)]);
}
