import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FIXTURE = join(import.meta.dirname, '../../fixtures/disk/windows.ntfs.gz');
let volume: Buffer | undefined;

/** How the volume was left; `flags` is what $VOLUME_INFORMATION says, 1 for dirty. */
export interface NtfsCondition {
  readonly hibernated?: boolean;
  readonly flags?: number;
  /** Another name of the same length in the place of a folder's. */
  readonly renamed?: readonly [from: string, to: string];
}

/** An NTFS volume of 4 MiB with Windows and VMware Tools on it (see the README of the fixtures). */
export function sampleNtfs({ hibernated = false, flags = 0, renamed }: NtfsCondition = {}): Buffer {
  volume ??= gunzipSync(readFileSync(FIXTURE));
  const bytes = Buffer.from(volume);
  if (hibernated) bytes.write('hibr', bytes.indexOf('wakeUUUU'), 'latin1');
  if (flags !== 0) setVolumeFlags(bytes, flags);
  if (renamed) replaceAll(bytes, Buffer.from(renamed[0], 'utf16le'), Buffer.from(renamed[1], 'utf16le'));
  return bytes;
}

function replaceAll(bytes: Buffer, from: Buffer, to: Buffer): void {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
}

/** $VOLUME_INFORMATION (type 0x70) of file record 3: major and minor version 3 and 1, then the flags. */
function setVolumeFlags(bytes: Buffer, flags: number): void {
  const cluster = bytes.readUInt8(13) * 512;
  const record = Number(bytes.readBigUInt64LE(48)) * cluster + 3 * 1024;
  for (let at = record + bytes.readUInt16LE(record + 20); bytes.readUInt32LE(at) !== 0xffffffff; ) {
    if (bytes.readUInt32LE(at) === 0x70) bytes.writeUInt16LE(flags, at + bytes.readUInt16LE(at + 20) + 10);
    at += bytes.readUInt32LE(at + 4);
  }
}
