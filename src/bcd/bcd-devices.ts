/** Which partitions a boot configuration store (BCD) refers to, and whether they are on the disk. */

import { formatGuid } from '../disk/guid.ts';
import type { Hive } from '../registry/hive.ts';

const LOADER_DEVICE = '11000001';
const LOADER_OS_DEVICE = '21000001';
const DEFAULT_OBJECT = '23000003';
const BOOTMGR = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';

/**
 * A "qualified partition" device as it stands inside elements, by offset from its beginning: type 6, length 0x48, then the
 * partition's GUID, the scheme (0 is GPT) and the disk's GUID. RAM-disk devices hold the same structure further in.
 */
const DEVICE = { type: 6, length: 0x48, partition: 0x10, scheme: 0x24 } as const;

export interface BcdDevice {
  readonly object: string;
  readonly element: string;
  /** Unique partition GUID, lower case. */
  readonly partition: string;
}

/** Every reference to a GPT partition in the store. */
export function partitionDevices(hive: Hive): BcdDevice[] {
  return (hive.key('Objects')?.subkeys() ?? []).flatMap((object) =>
    (object.subkey('Elements')?.subkeys() ?? []).flatMap((element) =>
      element.values().flatMap(({ data }) =>
        partitionsIn(data).map((partition) => ({
          object: object.name.toLowerCase(),
          element: element.name.toLowerCase(),
          partition,
        })),
      ),
    ),
  );
}

/** References of the default loader itself: where its file and its Windows lie. */
export function defaultLoaderDevices(hive: Hive): BcdDevice[] {
  const value = hive.key(`Objects\\${BOOTMGR}\\Elements\\${DEFAULT_OBJECT}`)?.values()[0];
  const loader = value?.data.toString('utf16le').replaceAll('\0', '').toLowerCase();
  return partitionDevices(hive).filter(
    ({ object, element }) => object === loader && (element === LOADER_DEVICE || element === LOADER_OS_DEVICE),
  );
}

function partitionsIn(data: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at + DEVICE.length <= data.length; at += 4) {
    if (
      data.readUInt32LE(at) === DEVICE.type &&
      data.readUInt32LE(at + 8) === DEVICE.length &&
      data.readUInt32LE(at + DEVICE.scheme) === 0
    ) {
      found.push(formatGuid(data, at + DEVICE.partition));
    }
  }
  return found;
}
