import { parseGuid } from '../../../src/disk/guid.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../media/registry/registry-key.ts';

export const BOOTMGR = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';
export const LOADER = '{11111111-1111-4111-8111-111111111111}';
export const RESUME = '{22222222-2222-4222-8222-222222222222}';
export const WINRE = '{33333333-3333-4333-8333-333333333333}';
export const OPTIONS = '{44444444-4444-4444-8444-444444444444}';

/** A device that is looked for: type 8, then how. */
export const LOCATE = Buffer.alloc(0x58);
LOCATE.writeUInt32LE(8, 0x10);
LOCATE.writeUInt32LE(0x48, 0x18);

export interface StorePartitions {
  readonly disk: string;
  readonly esp: string;
  readonly windows: string;
  /** Left out: a store without a recovery sequence. */
  readonly recovery?: string;
  /** The loader is looked for instead of named. */
  readonly locate?: boolean;
}

/** A store in the shape Windows leaves one after Setup: loader, resume object, and with a Recovery partition WinRE and its RAM disk. */
export function sampleStore({ disk, esp, windows, recovery, locate = false }: StorePartitions): Buffer {
  const device = (partition: string): Buffer => qualifiedPartition(partition, disk);
  const sequence = recovery === undefined ? {} : { '14000008': [WINRE], '16000009': Buffer.from([1]) };
  const objects: Record<string, KeyNotation> = {
    [BOOTMGR]: bcdObject(0x10100002, {
      '11000001': device(esp),
      '12000002': '\\EFI\\Microsoft\\Boot\\bootmgfw.efi',
      '23000003': LOADER,
      '24000001': [LOADER],
    }),
    [LOADER]: bcdObject(0x10200003, {
      '11000001': locate ? LOCATE : device(windows),
      '12000002': '\\Windows\\system32\\winload.efi',
      ...sequence,
      '21000001': locate ? LOCATE : device(windows),
    }),
    [RESUME]: bcdObject(0x10200004, { '11000001': device(windows), ...sequence }),
  };
  if (recovery !== undefined) {
    objects[WINRE] = bcdObject(0x10200003, {
      '11000001': ramDisk(recovery, disk),
      '21000001': ramDisk(recovery, disk),
      '26000022': Buffer.from([1]),
      '46000010': Buffer.from([1]),
    });
    objects[OPTIONS] = bcdObject(0x30000000, {
      '31000003': device(recovery),
      '32000004': '\\Recovery\\WindowsRE\\boot.sdi',
    });
  }
  const root = registryKey('NewStoreRoot', {
    Description: { KeyName: 'BCD00000000', System: 1 },
    Objects: objects,
  });
  return encodeHive(root, 'BCD', 0x01d8_0000_0000_0000n, Buffer.alloc(48));
}

function bcdObject(type: number, elements: Readonly<Record<string, string | readonly string[] | Buffer>>): KeyNotation {
  const keys = Object.entries(elements).map(([id, Element]) => [id, { Element }] as const);
  return { Description: { Type: type }, Elements: Object.fromEntries(keys) };
}

function qualifiedPartition(partition: string, disk: string): Buffer {
  const device = Buffer.alloc(88);
  device.writeUInt32LE(6, 0x10);
  device.writeUInt32LE(0x48, 0x18);
  parseGuid(partition).copy(device, 0x20);
  parseGuid(disk).copy(device, 0x38);
  return device;
}

/** A RAM disk: the options object, then a file device that holds the partition further in, then the path of the WIM. */
function ramDisk(partition: string, disk: string): Buffer {
  const head = Buffer.alloc(48);
  parseGuid(OPTIONS).copy(head);
  head.writeUInt32LE(3, 0x10);
  return Buffer.concat([
    head,
    qualifiedPartition(partition, disk),
    Buffer.from('\\Recovery\\WindowsRE\\Winre.wim\0', 'utf16le'),
  ]);
}
