/** Whether other VMs live on the disks of one: a linked clone reads through to them, and would see a disk that changed below it. */

import { UserError } from '../../errors.ts';
import type { LocatedVm } from '../../vsphere/inventory/locate-vm.ts';
import type { VmFacts } from '../../vsphere/vm/vm-facts.ts';
import { sameMoref } from '../../vsphere/wire/moref.ts';
import { readMembers } from '../../vsphere/wire/properties.ts';
import type { VsphereSession } from '../../vsphere/wire/session.ts';
import { childrenNamed, textAt } from '../../xml/xml-element.ts';

const NAMED = 5;

/**
 * Looks at the files of all VMs on its datastores (vim25 VirtualMachineFileLayoutEx, API 4.0), where those of a parent stand with a clone.
 * @throws UserError vm-unfit with their names
 */
export async function assertNotShared(session: VsphereSession, { path }: LocatedVm, facts: VmFacts): Promise<void> {
  const own = new Set(facts.devices.disks.map(({ file }) => file));
  const users = new Set<string>();
  for (const datastore of facts.datastores) {
    const vms = await readMembers(session, datastore, 'vm', { VirtualMachine: ['name', 'layoutEx'] });
    for (const { moref, properties } of vms) {
      const files = childrenNamed(properties.get('layoutEx'), 'file').map((file) => textAt(file, 'name') ?? '');
      if (!sameMoref(moref, facts.moref) && files.some((file) => own.has(file))) {
        users.add(properties.get('name')?.text ?? moref.value);
      }
    }
  }
  if (users.size === 0) return;
  const names = [...users].sort();
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  throw new UserError(
    'vm-unfit',
    `Linked clones live on the disk of ${path}: ${names.slice(0, NAMED).join(', ')}${more}`,
    'Repair a full clone of it, and give that the name of the template; the linked clones go on living on this one.',
  );
}
