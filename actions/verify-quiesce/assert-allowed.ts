/** What the account has to hold for a proof, asked before anything of it is begun. */

import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import type { Condition } from '../../src/vsphere/access/privileges.ts';
import type { LocatedVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { chooseVmPlacement } from '../../src/vsphere/inventory/vm-placement.ts';
import { readVmFacts, type VmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import { findNetwork } from '../../src/vsphere/vm/vm-network.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { LiveInputs } from './inputs.ts';

/** @throws as assertPrivileges; UserError vsphere-not-found, vsphere-ambiguous for a pool or network */
export async function assertAllowed(session: VsphereSession, vm: LocatedVm, inputs: LiveInputs): Promise<void> {
  const facts = await readVmFacts(session, vm.moref);
  const source = [[vm.moref]];
  const datastore = facts.datastores.map((one) => [one]);
  const conditions = conditionsOf(inputs, facts);
  const { folder } = facts;
  // What a copy is made of in a proof of the VM itself: only where its snapshot is restored.
  if (!conditions.includes('of a copy') || !folder) {
    return assertPrivileges(session, 'verify-quiesce', { places: { machine: source, datastore }, conditions });
  }
  const { pool } = await chooseVmPlacement(session, vm, facts, inputs.resourcePool);
  const network = inputs.network === undefined ? [] : [[await findNetwork(session, vm.datacenter, inputs.network)]];
  await assertPrivileges(session, 'verify-quiesce', {
    places: {
      source,
      folder: [[folder]],
      // A copy has what its folder or its pool has.
      machine: inputs.copy ? [[folder, pool]] : [...source, [folder, pool]],
      pool: [[pool]],
      datastore,
      network,
      root: [[session.manager('rootFolder')]],
    },
    conditions,
  });
}

function conditionsOf(inputs: LiveInputs, { template, poweredOn }: VmFacts): Condition[] {
  const { copy, restore, powerOn, customization } = inputs;
  const copied = copy || restore;
  const holds: readonly (readonly [boolean, Condition])[] = [
    [copied, 'of a copy'],
    [copied || (powerOn && !poweredOn), 'of a copy, or a VM that is off'],
    [copied && !template, 'to copy a VM'],
    [copied && template, 'to copy a template'],
    [inputs.network !== undefined, 'with `network:`'],
    [customization !== undefined, 'with `customization:`'],
    [customization !== undefined && customization !== 'generated', 'with `customization:` of the vCenter'],
    [inputs.account !== undefined, 'with `guest-password:`'],
  ];
  return holds.flatMap(([so, condition]) => (so ? [condition] : []));
}
