/** Where a copy of a VM can run, or a template as the VM that it is made of. */

import { UserError } from '../../errors.ts';
import { textAt } from '../../xml/xml-element.ts';
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
  { resourcePool, host }: VmFacts,
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
  // Only DRS chooses a host by itself (vim25 VirtualMachineRelocateSpec.host).
  const sourceHost = sameMoref(owner, compute) && compute && !(await hasDrs(session, compute)) ? host : undefined;
  return { pool: chosen, ...(sourceHost && { host: sourceHost }) };
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
