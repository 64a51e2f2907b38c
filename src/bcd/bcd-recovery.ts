/**
 * The recovery sequence in a boot configuration store (BCD): who refers to a Recovery partition, and how to remove it.
 */

import { parseGuid } from '../disk/guid.ts';
import { Hive } from '../registry/hive.ts';
import { BCD_TYPE, ELEMENT, elementKey } from './bcd-ids.ts';
import { type BcdObject, readBcdObjects } from './bcd-objects.ts';

const RECOVERY_SEQUENCE = elementKey(ELEMENT.recoverySequence);
const RECOVERY_ENABLED = elementKey(ELEMENT.recoveryEnabled);

interface BcdReference {
  /** The object's GUID with braces. */
  readonly object: string;
  /** The element, eight hexadecimal digits. */
  readonly element: string;
}

interface BcdRecovery {
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
  const objects = readBcdObjects(hive);
  const references = objects.flatMap(({ name, elements }) =>
    [...elements]
      .filter(([, data]) => needles.some((needle) => data.includes(needle)))
      .map(([element]) => ({ object: name, element })),
  );
  const referring = new Set(references.map((reference) => reference.object));
  const ofRecovery = objects.filter((object) => referring.has(object.name) && isOfRecovery(object));
  const names = ofRecovery.map((object) => object.name);
  const sequences = objects.filter((object) => namesAny(object, names)).map((object) => object.name);
  return { references, objects: names, sequences };
}

interface BcdRemoval {
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

/** Objects that exist for WinRE alone: its loader, in the mode of Windows PE, and the options of its RAM disk. */
function isOfRecovery({ type, elements }: BcdObject): boolean {
  if (type === BCD_TYPE.deviceOptions) return true;
  return type === BCD_TYPE.osLoader && elements.get(elementKey(ELEMENT.winPeMode))?.[0] === 1;
}

function namesAny({ elements }: BcdObject, names: readonly string[]): boolean {
  const listed = elements.get(RECOVERY_SEQUENCE)?.toString('utf16le').toLowerCase() ?? '';
  return names.some((name) => listed.includes(name.toLowerCase()));
}
