/** Sends one file of an OVA straight from its place in the archive. */

import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import type { DeviceUrl } from '../vsphere/nfc-lease.ts';
import { uploadFile } from '../vsphere/nfc-upload.ts';
import type { FileItem } from '../vsphere/ovf-import.ts';
import type { VsphereSession } from '../vsphere/session.ts';

export interface MemberUpload {
  readonly item: FileItem;
  readonly device: DeviceUrl;
  /** Where it begins in the archive. */
  readonly offset: number;
  readonly size: number;
}

export interface SendOptions {
  /** Given every byte when nobody knows the digest yet. */
  readonly hash: Hash | undefined;
  /** Of the run and of the lease. */
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

/** Large enough that the calls between two reads do not matter, small against the memory of any runner. */
const READ_SIZE = 2 ** 20;

/** @param archive path of the OVA */
export async function sendMember(
  session: VsphereSession,
  archive: string,
  { item, device, offset, size }: MemberUpload,
  { hash, signal, onBytes }: SendOptions,
): Promise<void> {
  const file = createReadStream(archive, { start: offset, end: offset + size - 1, highWaterMark: READ_SIZE });
  const meter = new Transform({
    highWaterMark: READ_SIZE,
    transform: (chunk: Buffer, _encoding, done) => {
      hash?.update(chunk);
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  file.once('error', (error) => meter.destroy(error));
  meter.once('close', () => file.destroy());
  const stream = file.pipe(meter);
  await uploadFile(session, device, { name: item.path, stream, length: size, create: item.create }, signal);
}
