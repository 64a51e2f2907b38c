/** Masters a folder as a UDF 1.02 disc (with the ISO 9660 bridge), the same bytes every time. */

import { createHash } from 'node:crypto';
import { lutimes, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MEDIA_TIME, runAtMediaTime } from '../media-tools.ts';

const SECTOR = 2048;
/** First sectors of the main and the reserve volume descriptor sequence as genisoimage lays them out. */
const DESCRIPTOR_SECTORS = [32, 48];
const TAG_PRIMARY_VOLUME = 1;
const TAG_SIZE = 16;
/** Volume set identifier in the primary volume descriptor (ECMA-167 3/10.1): a 128-byte dstring; its first 16 characters are to be unique. */
const VOLUME_SET_OFFSET = 72;
const UNIQUE_LENGTH = 16;

/** @param label at most 32 characters */
export async function writeUdfIso(folder: string, path: string, label: string): Promise<void> {
  await fixTimes(folder);
  await runAtMediaTime('genisoimage', [
    '-quiet',
    '-udf',
    '-iso-level',
    '3',
    '-allow-limited-size',
    '-J',
    '-joliet-long',
    '-D',
    '-V',
    label,
    '-o',
    path,
    folder,
  ]);
  await fixVolumeSet(path, label);
}

async function fixTimes(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await lutimes(join(entry.parentPath, entry.name), MEDIA_TIME, MEDIA_TIME);
  }
  await lutimes(folder, MEDIA_TIME, MEDIA_TIME);
}

/** genisoimage makes the volume set identifier from a random number: put one there that follows from the label. */
async function fixVolumeSet(path: string, label: string): Promise<void> {
  const unique = createHash('sha256').update(label).digest('hex').toUpperCase().slice(0, UNIQUE_LENGTH);
  const file = await open(path, 'r+');
  try {
    for (const sector of DESCRIPTOR_SECTORS) {
      const descriptor = Buffer.alloc(SECTOR);
      await file.read(descriptor, 0, SECTOR, sector * SECTOR);
      if (descriptor.readUInt16LE(0) !== TAG_PRIMARY_VOLUME) {
        throw new Error(
          `${path}: no primary volume descriptor in sector ${sector}; did the layout of genisoimage change?`,
        );
      }
      // One byte for the compression id (8 bits a character), then the text.
      descriptor.write(unique, VOLUME_SET_OFFSET + 1, 'latin1');
      sealTag(descriptor);
      await file.write(descriptor, 0, SECTOR, sector * SECTOR);
    }
  } finally {
    await file.close();
  }
}

/** Descriptor tag, ECMA-167 3/7.2: the CRC covers what follows the tag, the checksum is the sum of the tag's other bytes. */
function sealTag(descriptor: Buffer): void {
  const crcLength = descriptor.readUInt16LE(10);
  descriptor.writeUInt16LE(crc16(descriptor.subarray(TAG_SIZE, TAG_SIZE + crcLength)), 8);
  descriptor[4] = 0;
  let sum = 0;
  for (const byte of descriptor.subarray(0, TAG_SIZE)) sum = (sum + byte) & 0xff;
  descriptor[4] = sum;
}

/** CRC-CCITT, polynomial 0x1021, starting from 0. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}
