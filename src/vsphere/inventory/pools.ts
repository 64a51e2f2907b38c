/** Resource pools by what an engineer writes. */

import { type Moref, morefOf, sameMoref } from '../wire/moref.ts';
import { findAtMostOne, findOne } from './find.ts';
import { type Inventory, type InventoryObject, ofKind } from './inventory.ts';

const WANTED = { kind: 'resource pool', input: 'resource-pool' } as const;

/**
 * A cluster or a host on its own stands for its root pool, which is what people mean.
 * @param within with the property `resourcePool` of compute resources
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
export function findPool(within: Inventory, written: string): InventoryObject {
  const pools = ofKind(within, 'ResourcePool');
  const compute = findAtMostOne(ofKind(within, 'ComputeResource'), written, { ...WANTED, kind: 'cluster or host' });
  return (compute && rootPoolOf(pools, compute)) ?? findOne(pools, written, WANTED);
}

/** The only root pool of these. @throws as findPool */
export function onlyRootPool(within: Inventory, computes: Inventory): InventoryObject {
  const pools = ofKind(within, 'ResourcePool');
  return findOne(
    computes.flatMap((compute) => rootPoolOf(pools, compute) ?? []),
    undefined,
    WANTED,
  );
}

function rootPoolOf(pools: Inventory, { properties }: InventoryObject): InventoryObject | undefined {
  const root: Moref | undefined = morefOf(properties.get('resourcePool'));
  return pools.find(({ moref }) => sameMoref(moref, root));
}
