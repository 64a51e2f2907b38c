/** Works out where a VM is to be from what the user names, and says what there is to choose from where that is not enough. */

import { UserError } from '../errors.ts';
import { findOne } from '../vsphere/inventory/find.ts';
import { type Inventory, type InventoryObject, ofKind, readInventory } from '../vsphere/inventory/inventory.ts';
import { networksForVms } from '../vsphere/inventory/networks.ts';
import { findPool, onlyRootPool } from '../vsphere/inventory/pools.ts';
import { foldersForVms } from '../vsphere/inventory/vm-folders.ts';
import type { ImportPlacement } from '../vsphere/transfer/ovf-import.ts';
import { type Moref, morefOf, sameMoref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { childrenNamed } from '../xml/xml-element.ts';

/** Names, paths or ids as the user wrote them; what is undefined is chosen where there is only one. */
export interface PlacementWishes {
  readonly datacenter: string | undefined;
  readonly datastore: string | undefined;
  readonly folder: string | undefined;
  readonly resourcePool: string | undefined;
  readonly host: string | undefined;
}

export interface ChosenPlacement extends ImportPlacement {
  /** Inventory path of the folder. */
  readonly folderPath: string;
  readonly datastoreName: string;
  /** Bytes. */
  readonly freeSpace: number | undefined;
  /** Networks of the hosts behind the pool. */
  readonly networks: Inventory;
}

/** Everything that placing and finding VMs looks at, in one go. */
export function readPlacementInventory(session: VsphereSession): Promise<Inventory> {
  return readInventory(session, {
    Datacenter: ['vmFolder'],
    Folder: ['childType'],
    ComputeResource: ['resourcePool', 'datastore', 'network', 'host'],
    ResourcePool: ['owner'],
    HostSystem: ['runtime.connectionState', 'runtime.inMaintenanceMode'],
    Datastore: ['summary.freeSpace', 'summary.accessible', 'summary.maintenanceMode'],
    Network: ['tag'],
    VirtualMachine: ['config.template', 'runtime.powerState', 'runtime.connectionState'],
  });
}

/** @throws UserError vsphere-not-found, vsphere-ambiguous */
export function choosePlacement(inventory: Inventory, wishes: PlacementWishes): ChosenPlacement {
  const datacenters = ofKind(inventory, 'Datacenter');
  const named =
    wishes.datacenter === undefined
      ? undefined
      : findOne(datacenters, wishes.datacenter, { kind: 'datacenter', input: 'datacenter' });
  const within = named ? below(inventory, named) : inventory;
  const host =
    wishes.host === undefined
      ? undefined
      : findOne(ofKind(within, 'HostSystem'), wishes.host, { kind: 'host', input: 'host' });
  const pool =
    wishes.resourcePool === undefined
      ? onlyRootPool(within, computesOf(within, host))
      : findPool(within, wishes.resourcePool);
  const compute = ofKind(inventory, 'ComputeResource').find(({ moref }) => sameMoref(moref, property(pool, 'owner')));
  if (host && compute && !listOf(compute, 'host').some((member) => sameMoref(member, host.moref))) {
    throw new UserError(
      'vsphere-not-found',
      `The host ${host.path} does not belong to the resource pool ${pool.path}`,
      'Leave one of the inputs host and resource-pool out, or name two that belong together.',
    );
  }
  const datacenter = named ?? datacenters.find(({ path }) => pool.path.startsWith(`${path}/`));
  const site = datacenter ? below(inventory, datacenter) : inventory;
  const reachable = (all: Inventory, list: string): Inventory => {
    const members = compute ? listOf(compute, list) : [];
    return all.filter(({ moref }) => !compute || members.some((member) => sameMoref(member, moref)));
  };
  const datastore = findOne(reachable(ofKind(site, 'Datastore'), 'datastore'), wishes.datastore, {
    kind: 'datastore',
    input: 'datastore',
  });
  const folder = chooseFolder(site, datacenter, wishes.folder);
  const free = datastore.properties.get('summary.freeSpace')?.text;
  return {
    pool: pool.moref,
    host: host?.moref,
    folder: folder.moref,
    folderPath: folder.path,
    datastore: datastore.moref,
    datastoreName: datastore.name,
    freeSpace: free === undefined ? undefined : Number(free),
    networks: reachable(networksForVms(site), 'network'),
  };
}

/** Those that a host belongs to; all where none is named. */
function computesOf(within: Inventory, host: InventoryObject | undefined): Inventory {
  const computes = ofKind(within, 'ComputeResource');
  if (!host) return computes;
  return computes.filter((compute) => listOf(compute, 'host').some((member) => sameMoref(member, host.moref)));
}

function chooseFolder(
  site: Inventory,
  datacenter: InventoryObject | undefined,
  written: string | undefined,
): InventoryObject {
  const folders = foldersForVms(site);
  const wanted = { kind: 'folder for VMs', input: 'folder' };
  if (written !== undefined) return findOne(folders, written, wanted);
  const root = datacenter && property(datacenter, 'vmFolder');
  return findOne(root ? folders.filter(({ moref }) => sameMoref(moref, root)) : folders, undefined, wanted);
}

function below(inventory: Inventory, { path }: InventoryObject): Inventory {
  return inventory.filter((object) => object.path.startsWith(`${path}/`));
}

function property(object: InventoryObject, name: string): Moref | undefined {
  return morefOf(object.properties.get(name));
}

function listOf(object: InventoryObject, name: string): Moref[] {
  return childrenNamed(object.properties.get(name), 'ManagedObjectReference').flatMap((item) => morefOf(item) ?? []);
}
