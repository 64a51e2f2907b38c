/** Sends one file of an OVA to the host that the lease names for it. */

import type { ByteSource } from '../files/byte-source.ts';
import type { DeviceUrl } from '../vsphere/transfer/nfc-lease.ts';
import { uploadFile } from '../vsphere/transfer/nfc-upload.ts';
import type { FileItem } from '../vsphere/transfer/ovf-import.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { type BodyOptions, type MemberPlace, memberBody } from './member-body.ts';

export interface MemberUpload extends MemberPlace {
  readonly item: FileItem;
  readonly device: DeviceUrl;
}

export interface SendOptions extends BodyOptions {
  /** Of the run and of the lease. */
  readonly signal: AbortSignal;
}

export async function sendMember(
  session: VsphereSession,
  archive: ByteSource,
  { item, device, ...place }: MemberUpload,
  { signal, ...options }: SendOptions,
): Promise<void> {
  const body = memberBody(archive, place, options);
  await uploadFile(session, device, { name: item.path, body, create: item.create }, signal);
  body.settle();
}
