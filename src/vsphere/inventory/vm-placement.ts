/** Where a copy of a VM can run, or a template as the VM that it is made of. */

import { UserError } from '../../errors.ts';
import { childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import type { VmFacts } from '../vm/vm-facts.ts';
import { type Moref, morefOf, sameMoref } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { readInventory } from './inventory.ts';
import { below, type LocatedVm } from './locate-vm.ts';
import { findPool } from './pools.ts';

export interface VmPlacement {
  readonly pool: Moref;
  readonly host?: Moref;
}

/**
 * @param written resource pool, cluster or host by name or path; default: the source's, for a template the root pool of its host or cluster
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
export async function chooseVmPlacement(
  session: VsphereSession,
  source: LocatedVm,
  { resourcePool, host, datastores }: VmFacts,
  written: string | undefined,
): Promise<VmPlacement> {
  const compute = host && morefOf((await readProperties(session, host, ['parent'])).get('parent'));
  const pool = written === undefined ? resourcePool : await poolCalled(session, source, written);
  // A template is in no pool, but it is registered with a host.
  const chosen = pool ?? (compute && (await rootPool(session, compute)));
  if (!chosen) {
    throw new UserError(
      'vsphere-not-found',
      `No resource pool is known in which ${source.name} could run`,
      'Set the input resource-pool.',
    );
  }
  const owner = morefOf((await readProperties(session, chosen, ['owner'])).get('owner'));
  const own = sameMoref(owner, compute) ? host : undefined;
  // Only DRS chooses a host by itself (vim25 VirtualMachineRelocateSpec.host), and a host on its own is the only one there is.
  if (owner?.type !== 'ClusterComputeResource') return { pool: chosen, ...(own && { host: own }) };
  const given = (await hasDrs(session, owner)) ? undefined : await chooseHost(session, owner, { own, datastores });
  return { pool: chosen, ...(given && { host: given }) };
}

/**
 * The source's own, or where that takes nothing (it is in maintenance, or away: pyvmomi issue 446) the first of the cluster that does and mounts
 * what the source lies on. Where none does it is the source's, and the server says why not.
 */
async function chooseHost(
  session: VsphereSession,
  cluster: Moref,
  { own, datastores }: { readonly own: Moref | undefined; readonly datastores: readonly Moref[] },
): Promise<Moref | undefined> {
  const listed = morefsIn((await readProperties(session, cluster, ['host'])).get('host'));
  const others = listed.filter((one) => !sameMoref(one, own));
  for (const one of [...(own ? [own] : []), ...others]) {
    const host = await readProperties(session, one, [
      'runtime.connectionState',
      'runtime.inMaintenanceMode',
      'datastore',
    ]);
    const connection = host.get('runtime.connectionState')?.text ?? 'connected';
    const mounted = morefsIn(host.get('datastore'));
    const reaches =
      sameMoref(one, own) || datastores.every((wanted) => mounted.some((store) => sameMoref(store, wanted)));
    if (connection === 'connected' && host.get('runtime.inMaintenanceMode')?.text !== 'true' && reaches) return one;
  }
  return own;
}

function morefsIn(list: XmlElement | undefined): Moref[] {
  return childrenNamed(list, 'ManagedObjectReference').flatMap((item) => morefOf(item) ?? []);
}

async function poolCalled(session: VsphereSession, source: LocatedVm, written: string): Promise<Moref> {
  const inventory = await readInventory(session, { ComputeResource: ['resourcePool'] });
  const { datacenter } = source;
  return findPool(below(inventory, datacenter === '' ? undefined : `/${datacenter}`), written).moref;
}

async function rootPool(session: VsphereSession, compute: Moref): Promise<Moref | undefined> {
  return morefOf((await readProperties(session, compute, ['resourcePool'])).get('resourcePool'));
}

/** Whether a host is chosen for who names none (vim25 ClusterConfigInfoEx.drsConfig). */
export async function hasDrs(session: VsphereSession, compute: Moref): Promise<boolean> {
  if (compute.type !== 'ClusterComputeResource') return false;
  const properties = await readProperties(session, compute, ['configurationEx']);
  return textAt(properties.get('configurationEx'), 'drsConfig.enabled') === 'true';
}
