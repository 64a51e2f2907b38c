/**
 * Writes a WIM of one image with files in its root, uncompressed, the same bytes for the same members: the container of Server 2025
 * packages. Source: "Windows Imaging File Format (WIM)" white paper and wimlib's documentation of the on-disk structures.
 */

import { createHash } from 'node:crypto';
import type { CabinetMember } from './cabinet.ts';

const HEADER_SIZE = 208;
const VERSION = 0x10d00;
const FLAG_METADATA = 0x02;
const DIRECTORY = 0x10;
const ARCHIVE = 0x20;

interface Resource {
  readonly offset: number;
  readonly size: number;
  readonly flags: number;
  readonly sha1: Buffer;
}

export function writeWim(members: readonly CabinetMember[], time: Date): Buffer {
  const parts: Buffer[] = [Buffer.alloc(HEADER_SIZE)];
  let position = HEADER_SIZE;
  const append = (data: Uint8Array, flags: number): Resource => {
    const resource = { offset: position, size: data.length, flags, sha1: sha1Of(data) };
    parts.push(Buffer.from(data));
    position += data.length;
    return resource;
  };

  const blobs = new Map<string, Resource & { references: number }>();
  for (const { data } of members) {
    const key = sha1Of(data).toString('hex');
    const known = blobs.get(key);
    if (known) blobs.set(key, { ...known, references: known.references + 1 });
    else if (data.length > 0) blobs.set(key, { ...append(data, 0), references: 1 });
  }
  const metadata = append(metadataResource(members, time), FLAG_METADATA);
  const table = Buffer.concat([
    ...[...blobs.values()].map((blob) => blobEntry(blob, blob.references)),
    blobEntry(metadata, 1),
  ]);
  const lookup = append(table, FLAG_METADATA);
  const bytes = members.reduce((sum, member) => sum + member.data.length, 0);
  const xml = append(xmlData(members.length, bytes, position, time), FLAG_METADATA);

  const header = parts[0] ?? Buffer.alloc(0);
  header.write('MSWIM\0\0\0', 0, 'latin1');
  header.writeUInt32LE(HEADER_SIZE, 8);
  header.writeUInt32LE(VERSION, 12);
  lookup.sha1.copy(header, 24, 0, 16); // GUID: any, but the same for the same content
  header.writeUInt16LE(1, 40);
  header.writeUInt16LE(1, 42);
  header.writeUInt32LE(1, 44); // images
  resourceHeader(lookup).copy(header, 48);
  resourceHeader(xml).copy(header, 72);
  return Buffer.concat(parts);
}

function resourceHeader({ size, offset, flags }: Resource): Buffer {
  const header = Buffer.alloc(24);
  header.writeBigUInt64LE(BigInt(size) | (BigInt(flags) << 56n), 0);
  header.writeBigUInt64LE(BigInt(offset), 8);
  header.writeBigUInt64LE(BigInt(size), 16);
  return header;
}

function blobEntry(resource: Resource, references: number): Buffer {
  const rest = Buffer.alloc(26);
  rest.writeUInt16LE(1, 0);
  rest.writeUInt32LE(references, 2);
  resource.sha1.copy(rest, 6);
  return Buffer.concat([resourceHeader(resource), rest]);
}

/** No security descriptors, the root directory, its children. */
function metadataResource(members: readonly CabinetMember[], time: Date): Buffer {
  const security = Buffer.alloc(8);
  security.writeUInt32LE(8, 0);
  const root = directoryEntry('', DIRECTORY, Buffer.alloc(20), time);
  const end = Buffer.alloc(8);
  root.writeBigUInt64LE(BigInt(security.length + root.length + end.length), 16); // where the children start
  const children = members
    .toSorted((a, b) => (a.name.toUpperCase() < b.name.toUpperCase() ? -1 : 1))
    .map(({ name, data }) => directoryEntry(name, ARCHIVE, data.length > 0 ? sha1Of(data) : Buffer.alloc(20), time));
  return Buffer.concat([security, root, end, ...children, end]);
}

function directoryEntry(name: string, attributes: number, sha1: Buffer, time: Date): Buffer {
  const encoded = Buffer.from(name, 'utf16le');
  const length = 102 + (encoded.length > 0 ? encoded.length + 2 : 0);
  const entry = Buffer.alloc(Math.ceil(length / 8) * 8);
  entry.writeBigUInt64LE(BigInt(entry.length), 0);
  entry.writeUInt32LE(attributes, 8);
  entry.writeInt32LE(-1, 12); // no security descriptor
  const filetime = BigInt(time.getTime()) * 10_000n + 116_444_736_000_000_000n;
  for (const offset of [40, 48, 56]) entry.writeBigUInt64LE(filetime, offset);
  sha1.copy(entry, 64);
  entry.writeUInt16LE(encoded.length, 100);
  encoded.copy(entry, 102);
  return entry;
}

function xmlData(files: number, bytes: number, total: number, time: Date): Buffer {
  const filetime = BigInt(time.getTime()) * 10_000n + 116_444_736_000_000_000n;
  const high = `0x${(filetime >> 32n).toString(16).toUpperCase().padStart(8, '0')}`;
  const low = `0x${(filetime & 0xffffffffn).toString(16).toUpperCase().padStart(8, '0')}`;
  const stamp = `<HIGHPART>${high}</HIGHPART><LOWPART>${low}</LOWPART>`;
  return Buffer.from(
    `\ufeff<WIM><TOTALBYTES>${total}</TOTALBYTES><IMAGE INDEX="1"><DIRCOUNT>1</DIRCOUNT><FILECOUNT>${files}</FILECOUNT>` +
      `<TOTALBYTES>${bytes}</TOTALBYTES><HARDLINKBYTES>0</HARDLINKBYTES><CREATIONTIME>${stamp}</CREATIONTIME>` +
      `<LASTMODIFICATIONTIME>${stamp}</LASTMODIFICATIONTIME></IMAGE></WIM>`,
    'utf16le',
  );
}

function sha1Of(data: Uint8Array): Buffer {
  return createHash('sha1').update(data).digest();
}
