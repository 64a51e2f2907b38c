/** Which partitions a boot configuration store (BCD) refers to, and from where it starts Windows. */

import type { Hive } from '../registry/hive.ts';
import { type BcdDevice, partitionsWithin, readBcdDevice } from './bcd-device.ts';
import { BCD_OBJECT, ELEMENT, elementKey } from './bcd-ids.ts';
import { type BcdObject, elementText, readBcdObjects } from './bcd-objects.ts';

const LOADER_DEVICES = [ELEMENT.applicationDevice, ELEMENT.osDevice] as const;

interface PartitionReference {
  readonly object: string;
  readonly element: string;
  /** Unique partition GUID, lower case. */
  readonly partition: string;
}

/** Every reference to a partition of a GPT disk in the store. */
export function partitionDevices(store: Hive): readonly PartitionReference[] {
  return readBcdObjects(store).flatMap(({ guid, elements }) =>
    [...elements].flatMap(([element, data]) =>
      partitionsWithin(data).map(({ partitionGuid }) => ({ object: guid, element, partition: partitionGuid })),
    ),
  );
}

/** References of the default loader itself: where its file and its Windows lie, as far as the store names partitions. */
export function defaultLoaderDevices(store: Hive): readonly PartitionReference[] {
  const loader = defaultLoader(readBcdObjects(store));
  return partitionDevices(store).filter(
    ({ object, element }) => object === loader?.guid && LOADER_DEVICES.some((id) => elementKey(id) === element),
  );
}

/** From where the default loader is started, its own device first; shorter where the store has no loader, or a loader no device. */
export function defaultLoaderSources(store: Hive): readonly BcdDevice[] {
  const loader = defaultLoader(readBcdObjects(store));
  return LOADER_DEVICES.flatMap((id) => {
    const data = loader?.elements.get(elementKey(id));
    return data === undefined ? [] : [readBcdDevice(data)];
  });
}

function defaultLoader(objects: readonly BcdObject[]): BcdObject | undefined {
  const bootmgr = objects.find(({ guid }) => guid === BCD_OBJECT.bootmgr);
  const wanted = elementText(bootmgr, ELEMENT.bootmgrDefault)?.toLowerCase();
  return objects.find(({ guid }) => guid === wanted);
}
