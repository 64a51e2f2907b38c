/** Whether what was chosen can take a VM now: what the server would refuse only once files are on their way, or in a library, is said before. */

import { UserError } from '../errors.ts';
import { type Inventory, type InventoryObject, ofKind } from '../vsphere/inventory/inventory.ts';
import { hasDrs } from '../vsphere/inventory/vm-placement.ts';
import type { ImportPlacement } from '../vsphere/transfer/ovf-import.ts';
import { type Moref, morefOf, sameMoref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

/**
 * @param inventory as readPlacementInventory
 * @throws UserError vsphere-refused for a datastore or host that is away or in maintenance; vsphere-ambiguous where nobody chooses a host
 */
export async function assertPlaceable(
  session: VsphereSession,
  inventory: Inventory,
  { pool, host, datastore }: Pick<ImportPlacement, 'pool' | 'host' | 'datastore'>,
): Promise<void> {
  assertDatastore(withId(inventory, datastore));
  if (host) return assertHost(withId(inventory, host));
  const compute = morefOf(withId(inventory, pool)?.properties.get('owner'));
  // A host on its own is the only one there is (vim25 ResourcePool.importVApp).
  if (compute?.type !== 'ClusterComputeResource' || (await hasDrs(session, compute))) return;
  const cluster = withId(inventory, compute);
  const hosts = ofKind(inventory, 'HostSystem').filter(({ path }) => path.startsWith(`${cluster?.path}/`));
  throw new UserError(
    'vsphere-ambiguous',
    `The cluster ${cluster?.path ?? compute.value} has no DRS, which would choose a host for the VM`,
    `Set the input host to one of: ${hosts.map(({ path }) => path).join(', ')}`,
  );
}

/** vim25 DatastoreSummary: `normal`, `enteringMaintenance` or `inMaintenance`. */
function assertDatastore(datastore: InventoryObject | undefined): void {
  const accessible = textOf(datastore, 'summary.accessible');
  const mode = textOf(datastore, 'summary.maintenanceMode');
  if (accessible !== 'false' && (mode === undefined || mode === 'normal')) return;
  throw new UserError(
    'vsphere-refused',
    `The datastore ${datastore?.path} ${accessible === 'false' ? 'is not accessible' : `is in maintenance (${mode})`}`,
    'Choose another one (input datastore), or wait until it is back.',
  );
}

function assertHost(host: InventoryObject | undefined): void {
  const connection = textOf(host, 'runtime.connectionState');
  const maintenance = textOf(host, 'runtime.inMaintenanceMode') === 'true';
  if (!maintenance && (connection === undefined || connection === 'connected')) return;
  throw new UserError(
    'vsphere-refused',
    `The host ${host?.path} is ${maintenance ? 'in maintenance mode' : connection}`,
    'Choose another one (input host), or wait until it is back.',
  );
}

function withId(inventory: Inventory, wanted: Moref): InventoryObject | undefined {
  return inventory.find(({ moref }) => sameMoref(moref, wanted));
}

function textOf(object: InventoryObject | undefined, path: string): string | undefined {
  return object?.properties.get(path)?.text || undefined;
}
