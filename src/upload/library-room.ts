/** Whether a content library has room for an OVA, where it says which datastore it lies on. */

import { UserError } from '../errors.ts';
import { formatSize } from '../units.ts';
import { type Inventory, ofKind } from '../vsphere/inventory/inventory.ts';
import { datastoresOf, type Library } from '../vsphere/library/library-items.ts';
import type { RestCaller } from '../vsphere/wire/rest.ts';

/**
 * @param inventory with the property `summary.freeSpace` of datastores
 * @throws UserError vsphere-refused when it has less
 */
export async function assertLibraryRoom(
  rest: RestCaller,
  inventory: Inventory,
  library: Library,
  bytes: number,
): Promise<void> {
  const ids = await datastoresOf(rest, library);
  for (const { moref, name, properties } of ofKind(inventory, 'Datastore')) {
    const free = properties.get('summary.freeSpace')?.text;
    if (!ids.includes(moref.value) || free === undefined || Number(free) >= bytes) continue;
    throw new UserError(
      'vsphere-refused',
      `The content library ${library.name} lies on the datastore ${name}, which has ${formatSize(Number(free))} free, less than the ${formatSize(bytes)} of the OVA`,
      'Free some space on it, or choose another library.',
    );
  }
}
