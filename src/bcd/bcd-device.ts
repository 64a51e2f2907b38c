/**
 * The device element of a BCD object. Behind 16 bytes for the GUID of an object with options stands a descriptor: type, flags,
 * length with this header, 0, then what the type wants; for a partition of a GPT disk 88 bytes in all.
 * Sources: stores written by Windows; BL_DEVICE_DESCRIPTOR and BL_DEVICE_TYPE as ReactOS' boot environment has them.
 */

import { formatGuid, parseGuid } from '../disk/guid.ts';

const OPTIONS_SIZE = 16;
/** A descriptor of a partition, by offsets from its own beginning. */
const PARTITION = { size: 0x48, length: 8, partition: 0x10, scheme: 0x24, disk: 0x28 } as const;
const SCHEME_GPT = 0;

/** BL_DEVICE_TYPE. */
const DEVICE_TYPE = { boot: 5, partition: 6, locate: 8 } as const;

/** GUIDs in lower-case text form without braces. */
interface BcdPartition {
  readonly diskGuid: string;
  readonly partitionGuid: string;
}

export type BcdDevice =
  | ({ readonly kind: 'partition' } & BcdPartition)
  /** `boot`: whatever the boot manager was started from. */
  | { readonly kind: 'boot' }
  /** `locate`: the first volume that has the file which another element names. */
  | { readonly kind: 'locate' }
  /** A RAM disk, a partition of an MBR disk, something else: in one word for messages. */
  | { readonly kind: 'other'; readonly what: string };

export function encodeBcdDevice({ partitionGuid, diskGuid }: BcdPartition): Buffer {
  const bytes = Buffer.alloc(OPTIONS_SIZE + PARTITION.size);
  const descriptor = bytes.subarray(OPTIONS_SIZE);
  descriptor.writeUInt32LE(DEVICE_TYPE.partition, 0);
  descriptor.writeUInt32LE(PARTITION.size, PARTITION.length);
  parseGuid(partitionGuid).copy(descriptor, PARTITION.partition);
  descriptor.writeUInt32LE(SCHEME_GPT, PARTITION.scheme);
  parseGuid(diskGuid).copy(descriptor, PARTITION.disk);
  return bytes;
}

export function readBcdDevice(bytes: Buffer): BcdDevice {
  const descriptor = bytes.subarray(OPTIONS_SIZE);
  if (descriptor.length < PARTITION.length + 4) return { kind: 'other', what: `${bytes.length} bytes` };
  const partition = partitionAt(descriptor, 0);
  if (partition !== undefined) return { kind: 'partition', ...partition };
  const type = descriptor.readUInt32LE(0);
  if (type === DEVICE_TYPE.boot) return { kind: 'boot' };
  if (type === DEVICE_TYPE.locate) return { kind: 'locate' };
  return { kind: 'other', what: type === DEVICE_TYPE.partition ? 'a partition of no GPT disk' : `type ${type}` };
}

/** The partitions of GPT disks that an element names anywhere: the device of a RAM disk holds that of its file further in. */
export function partitionsWithin(data: Buffer): readonly BcdPartition[] {
  const found: BcdPartition[] = [];
  for (let at = 0; at + PARTITION.size <= data.length; at += 4) {
    const partition = partitionAt(data, at);
    if (partition !== undefined) found.push(partition);
  }
  return found;
}

function partitionAt(data: Buffer, at: number): BcdPartition | undefined {
  if (at + PARTITION.size > data.length) return undefined;
  const isPartition =
    data.readUInt32LE(at) === DEVICE_TYPE.partition &&
    data.readUInt32LE(at + PARTITION.length) === PARTITION.size &&
    data.readUInt32LE(at + PARTITION.scheme) === SCHEME_GPT;
  if (!isPartition) return undefined;
  return {
    partitionGuid: formatGuid(data, at + PARTITION.partition),
    diskGuid: formatGuid(data, at + PARTITION.disk),
  };
}
