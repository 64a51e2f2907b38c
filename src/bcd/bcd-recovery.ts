/**
 * The recovery sequence in a boot configuration store (BCD): who refers to a Recovery partition, and how to remove it.
 * Element and object ids: Microsoft, "BcdLibraryElementTypes", "BcdOSLoaderElementTypes", "BCD objects".
 */

import { parseGuid } from '../disk/guid.ts';
import { Hive, type HiveKey } from '../registry/hive.ts';

const RECOVERY_SEQUENCE = '14000008';
const RECOVERY_ENABLED = '16000009';
/** Object types that exist for WinRE alone: its loader (with BcdOSLoaderBoolean_WinPEMode set) and the options of its RAM disk. */
const TYPE_OS_LOADER = 0x10200003;
const TYPE_DEVICE_OPTIONS = 0x30000000;
const WINPE_MODE = '26000022';

export interface BcdReference {
  /** The object's GUID with braces. */
  readonly object: string;
  /** The element, eight hexadecimal digits. */
  readonly element: string;
}

export interface BcdRecovery {
  /** Elements that hold the GUID of one of the partitions, at any offset. */
  readonly references: readonly BcdReference[];
  /** Objects of WinRE that boot from one of the partitions. */
  readonly objects: readonly string[];
  /** Loaders whose recovery sequence names such an object. */
  readonly sequences: readonly string[];
}

/**
 * Finds what in the store refers to the partitions.
 * @param partitionGuids unique partition GUIDs as text
 * @throws FormatError when the hive is damaged
 */
export function findRecovery(hive: Hive, partitionGuids: readonly string[]): BcdRecovery {
  const needles = partitionGuids.map(parseGuid);
  const objects = hive.key('Objects')?.subkeys() ?? [];
  const references = objects.flatMap((object) =>
    elements(object)
      .filter(({ data }) => needles.some((needle) => data.includes(needle)))
      .map(({ id }) => ({ object: object.name, element: id })),
  );
  const referring = new Set(references.map((reference) => reference.object));
  const ofRecovery = objects.filter((object) => referring.has(object.name) && isOfRecovery(object));
  const names = ofRecovery.map((object) => object.name);
  const sequences = objects.filter((object) => listsAny(object, RECOVERY_SEQUENCE, names)).map((object) => object.name);
  return { references, objects: names, sequences };
}

export interface BcdRemoval {
  /** The store without the recovery sequence; undefined when nothing had to change. */
  readonly store: Buffer | undefined;
  readonly removed: BcdRecovery;
  /** References that are no part of a recovery sequence and were left. */
  readonly left: readonly BcdReference[];
}

/** Removes the recovery objects that live on the partitions, and the sequences that name them; everything else stays as it is. */
export function removeRecovery(store: Buffer, file: string, partitionGuids: readonly string[]): BcdRemoval {
  const hive = new Hive(Buffer.from(store), file);
  const removed = findRecovery(hive, partitionGuids);
  const objects = hive.key('Objects');
  if (objects !== undefined) {
    for (const name of removed.sequences) {
      const loader = objects.subkey(name)?.subkey('Elements');
      if (loader === undefined) continue;
      hive.deleteSubkey(loader, RECOVERY_SEQUENCE);
      hive.deleteSubkey(loader, RECOVERY_ENABLED);
    }
    for (const name of removed.objects) hive.deleteSubkey(objects, name);
  }
  const changed = removed.sequences.length + removed.objects.length > 0;
  const left = findRecovery(new Hive(hive.bytes, file), partitionGuids).references;
  return { store: changed ? hive.bytes : undefined, removed, left };
}

function isOfRecovery(object: HiveKey): boolean {
  const type = object
    .subkey('Description')
    ?.values()
    .find(({ name }) => name.toLowerCase() === 'type')?.data;
  const number = type?.length === 4 ? type.readUInt32LE(0) : undefined;
  if (number === TYPE_DEVICE_OPTIONS) return true;
  return number === TYPE_OS_LOADER && elements(object).some(({ id, data }) => id === WINPE_MODE && data[0] === 1);
}

function elements(object: HiveKey): { id: string; data: Buffer }[] {
  return (object.subkey('Elements')?.subkeys() ?? []).flatMap((element) =>
    element.values().map(({ data }) => ({ id: element.name.toLowerCase(), data })),
  );
}

function listsAny(object: HiveKey, element: string, names: readonly string[]): boolean {
  return elements(object).some(({ id, data }) => {
    const listed = data.toString('utf16le').toLowerCase();
    return id === element && names.some((name) => listed.includes(name.toLowerCase()));
  });
}
