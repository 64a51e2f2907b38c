/** Finds a VM or template by what an engineer writes, and the datacenter it lies in. */

import type { Moref } from '../wire/moref.ts';
import type { VsphereSession } from '../wire/session.ts';
import { findOne } from './find.ts';
import { type Inventory, ofKind, readInventory } from './inventory.ts';

export interface LocatedVm {
  readonly moref: Moref;
  readonly name: string;
  /** Inventory path, such as /DC0/vm/Templates/ws2019. */
  readonly path: string;
  /** Inventory path of its datacenter without the leading slash, coded as file URLs want it; empty when it is in none. */
  readonly datacenter: string;
}

export interface VmWanted {
  /** Managed object id, name, end of a path, or path. */
  readonly vm: string;
  /** Looks only in this one. */
  readonly datacenter?: string | undefined;
}

/** @throws UserError vsphere-not-found, vsphere-ambiguous */
export async function locateVm(session: VsphereSession, wanted: VmWanted): Promise<LocatedVm> {
  const inventory = await readInventory(session, { VirtualMachine: [] });
  const datacenters = ofKind(inventory, 'Datacenter');
  const within =
    wanted.datacenter === undefined
      ? undefined
      : findOne(datacenters, wanted.datacenter, { kind: 'datacenter', input: 'datacenter' });
  const { moref, name, path } = findOne(below(ofKind(inventory, 'VirtualMachine'), within?.path), wanted.vm, {
    kind: 'virtual machine',
    input: 'vm',
  });
  return { moref, name, path, datacenter: datacenterOf(path, datacenters) ?? within?.codedPath.slice(1) ?? '' };
}

/**
 * Coded path of the datacenter that an object lies in, without the leading slash; undefined when nothing tells it. A VM in a vApp has
 * no folder above it, and so no path that tells; a host on its own has only one datacenter.
 */
export function datacenterOf(path: string, datacenters: Inventory): string | undefined {
  const found = datacenters.find((candidate) => path.startsWith(`${candidate.path}/`));
  return (found ?? (datacenters.length === 1 ? datacenters[0] : undefined))?.codedPath.slice(1);
}

/** Those that lie below a path; all where there is none. */
export function below(objects: Inventory, path: string | undefined): Inventory {
  return path === undefined ? objects : objects.filter((object) => object.path.startsWith(`${path}/`));
}
