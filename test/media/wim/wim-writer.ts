/**
 * Writes a WIM file without compression ("Windows Imaging File Format" white paper, 2007), so that every attribute,
 * descriptor, stream and time is ours to say; wimlib then recompresses it as real media are.
 */

import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { encodeMetadata } from './wim-metadata.ts';
import type { Blob, Entry } from './wim-tree.ts';
import { type ImageProperties, wimXml } from './wim-xml.ts';

const HEADER_SIZE = 208;
const VERSION = 0x00010d00;
/** Offset of the 16-byte GUID in the header. */
export const GUID_OFFSET = 24;
const RESOURCE_METADATA = 0x02;
const LOOKUP_ENTRY_SIZE = 50;

interface Resource {
  readonly offset: number;
  readonly size: number;
}

interface StoredBlob extends Resource {
  references: number;
}

export class WimWriter {
  readonly #file: FileHandle;
  readonly #blobs = new Map<string, StoredBlob>();
  readonly #images: { metadata: Resource; sha1: string; xml: Parameters<typeof wimXml>[0][number] }[] = [];
  #position = HEADER_SIZE;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<WimWriter> {
    return new WimWriter(await open(path, 'wx'));
  }

  /** Stores the content unless it is there already. */
  async blob(content: Buffer): Promise<Blob> {
    if (content.length === 0) return { sha1: undefined, size: 0 };
    const sha1 = createHash('sha1').update(content).digest('hex');
    if (!this.#blobs.has(sha1)) this.#blobs.set(sha1, { ...(await this.#append(content)), references: 0 });
    return { sha1, size: content.length };
  }

  /** Adds an image; indexes count from 1 in the order of the calls. */
  async image(root: Entry, properties: ImageProperties): Promise<void> {
    const encoded = encodeMetadata(root);
    for (const [sha1, count] of encoded.references) {
      const blob = this.#blobs.get(sha1);
      if (!blob) throw new Error(`the tree refers to a blob of another WIM: ${sha1}`);
      blob.references += count;
    }
    const metadata = await this.#append(encoded.bytes);
    const sha1 = createHash('sha1').update(encoded.bytes).digest('hex');
    this.#images.push({ metadata, sha1, xml: { ...properties, counts: encoded } });
  }

  /** @param guid 16 bytes that identify the WIM */
  async finish(guid: Buffer): Promise<void> {
    const entries = [
      ...this.#images.map(({ metadata, sha1 }) => lookupEntry(metadata, RESOURCE_METADATA, 1, sha1)),
      ...[...this.#blobs].map(([sha1, blob]) => lookupEntry(blob, 0, blob.references, sha1)),
    ];
    const lookup = await this.#append(Buffer.concat(entries));
    const xml = await this.#append(
      wimXml(
        this.#images.map((image) => image.xml),
        this.#position,
      ),
    );
    const header = Buffer.alloc(HEADER_SIZE);
    header.write('MSWIM\0\0\0', 'latin1');
    header.writeUInt32LE(HEADER_SIZE, 8);
    header.writeUInt32LE(VERSION, 12);
    guid.copy(header, GUID_OFFSET);
    header.writeUInt16LE(1, 40);
    header.writeUInt16LE(1, 42);
    header.writeUInt32LE(this.#images.length, 44);
    resourceHeader(lookup, RESOURCE_METADATA).copy(header, 48);
    resourceHeader(xml, RESOURCE_METADATA).copy(header, 72);
    await this.#file.write(header, 0, header.length, 0);
    await this.#file.close();
  }

  async #append(bytes: Buffer): Promise<Resource> {
    const resource = { offset: this.#position, size: bytes.length };
    await this.#file.write(bytes, 0, bytes.length, this.#position);
    this.#position += bytes.length;
    return resource;
  }
}

/** 24 bytes: stored size and flags in one 64-bit word, offset, original size. */
function resourceHeader({ offset, size }: Resource, flags: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeBigUInt64LE(BigInt(size), 0);
  bytes.writeUInt8(flags, 7);
  bytes.writeBigUInt64LE(BigInt(offset), 8);
  bytes.writeBigUInt64LE(BigInt(size), 16);
  return bytes;
}

function lookupEntry(resource: Resource, flags: number, references: number, sha1: string): Buffer {
  const bytes = Buffer.alloc(LOOKUP_ENTRY_SIZE);
  resourceHeader(resource, flags).copy(bytes, 0);
  bytes.writeUInt16LE(1, 24);
  bytes.writeUInt32LE(references, 26);
  bytes.write(sha1, 30, 'hex');
  return bytes;
}
