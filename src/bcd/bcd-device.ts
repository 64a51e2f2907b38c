/** The device element of a BCD object: which partition of which GPT disk. 88 bytes, layout measured on stores written by Windows. */

import { formatGuid, parseGuid } from '../disk/guid.ts';
import { FormatError } from '../errors.ts';

const SIZE = 88;
/** Device type "qualified partition": by partition GUID and disk GUID, not by number. */
const QUALIFIED_PARTITION = 6;
const SCHEME_GPT = 0;

/** GUIDs in lower-case text form without braces. */
export interface BcdPartition {
  readonly diskGuid: string;
  readonly partitionGuid: string;
}

export function encodeBcdDevice(partition: BcdPartition): Buffer {
  const bytes = Buffer.alloc(SIZE);
  bytes.writeUInt32LE(QUALIFIED_PARTITION, 0x10);
  bytes.writeUInt32LE(SIZE - 0x10, 0x18);
  parseGuid(partition.partitionGuid).copy(bytes, 0x20);
  bytes.writeUInt32LE(SCHEME_GPT, 0x34);
  parseGuid(partition.diskGuid).copy(bytes, 0x38);
  return bytes;
}

/**
 * @param where for messages
 * @throws FormatError for any other kind of device, such as a ramdisk or an MBR partition
 */
export function decodeBcdDevice(bytes: Buffer, where: string): BcdPartition {
  if (bytes.length !== SIZE) throw new FormatError(where, 0, `a device element of ${SIZE} bytes`, `${bytes.length}`);
  const type = bytes.readUInt32LE(0x10);
  if (type !== QUALIFIED_PARTITION) throw new FormatError(where, 0x10, 'device type 6 (partition)', `${type}`);
  const scheme = bytes.readUInt32LE(0x34);
  if (scheme !== SCHEME_GPT) throw new FormatError(where, 0x34, 'a GPT partition (0)', `${scheme}`);
  return { partitionGuid: formatGuid(bytes, 0x20), diskGuid: formatGuid(bytes, 0x38) };
}
