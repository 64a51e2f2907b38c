/** Where a copy of a VM can run, or a template as the VM that it is made of. */

import { UserError } from '../../errors.ts';
import { textAt } from '../../xml/xml-element.ts';
import type { VmFacts } from '../vm/vm-facts.ts';
import { type Moref, morefOf, sameMoref } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { findOne } from './find.ts';
import { ofKind, readInventory } from './inventory.ts';
import type { LocatedVm } from './locate-vm.ts';

export interface VmPlacement {
  readonly pool: Moref;
  readonly host?: Moref;
}

/**
 * @param written resource pool by name or path; default: the source's, for a template the root pool of its host or cluster
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
export async function chooseVmPlacement(
  session: VsphereSession,
  source: LocatedVm,
  { resourcePool, host }: VmFacts,
  written: string | undefined,
): Promise<VmPlacement> {
  const compute = host && morefOf((await readProperties(session, host, ['parent'])).get('parent'));
  const pool = written === undefined ? resourcePool : await findPool(session, source, written);
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
