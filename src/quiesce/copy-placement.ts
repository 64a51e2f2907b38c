/** Where a copy of a VM or template can run. */

import { UserError } from '../errors.ts';
import { findOne } from '../vsphere/inventory/find.ts';
import { ofKind, readInventory } from '../vsphere/inventory/inventory.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import type { VmFacts } from '../vsphere/vm/vm-facts.ts';
import { type Moref, morefOf, sameMoref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { textAt } from '../xml/xml-element.ts';

export interface CopyPlacement {
  readonly pool: Moref;
  readonly host?: Moref;
}

/**
 * @param written resource pool by name or path; default: the source's, for a template the root pool of its host or cluster
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
export async function chooseCopyPlacement(
  session: VsphereSession,
  source: LocatedVm,
  { resourcePool, host }: VmFacts,
  written: string | undefined,
): Promise<CopyPlacement> {
  const compute = host && morefOf((await readProperties(session, host, ['parent'])).get('parent'));
  const pool = written === undefined ? resourcePool : await findPool(session, source, written);
  // A template is in no pool, but it is registered with a host.
  const chosen = pool ?? (compute && (await rootPool(session, compute)));
  if (!chosen) {
    throw new UserError(
      'vsphere-not-found',
      `No resource pool is known in which a copy of ${source.name} could run`,
      'Set the input resource-pool.',
    );
  }
  const owner = morefOf((await readProperties(session, chosen, ['owner'])).get('owner'));
  // Only DRS chooses a host by itself (vim25 VirtualMachineRelocateSpec.host).
  const sourceHost = sameMoref(owner, compute) && compute && !(await hasDrs(session, compute)) ? host : undefined;
  return { pool: chosen, ...(sourceHost && { host: sourceHost }) };
}

async function findPool(session: VsphereSession, source: LocatedVm, written: string): Promise<Moref> {
  const pools = ofKind(await readInventory(session, {}), 'ResourcePool');
  const near = pools.filter(({ path }) => path.startsWith(`/${source.datacenter}/`));
  return findOne(near, written, { kind: 'resource pool', input: 'resource-pool' }).moref;
}

async function rootPool(session: VsphereSession, compute: Moref): Promise<Moref | undefined> {
  return morefOf((await readProperties(session, compute, ['resourcePool'])).get('resourcePool'));
}

async function hasDrs(session: VsphereSession, compute: Moref): Promise<boolean> {
  if (compute.type !== 'ClusterComputeResource') return false;
  const properties = await readProperties(session, compute, ['configurationEx']);
  return textAt(properties.get('configurationEx'), 'drsConfig.enabled') === 'true';
}
