/** Folders that VMs and templates lie in, and what lies in one. */

import { childrenNamed } from '../../xml/xml-element.ts';
import { type Moref, morefOf, sameMoref } from '../wire/moref.ts';
import { type Inventory, type InventoryObject, ofKind } from './inventory.ts';

/** @param inventory with the property childType of folders */
export function foldersForVms(inventory: Inventory): Inventory {
  return ofKind(inventory, 'Folder').filter(({ properties }) =>
    childrenNamed(properties.get('childType'), 'string').some(({ text }) => text === 'VirtualMachine'),
  );
}

/** VMs and templates directly in a folder. */
export function vmsIn(inventory: Inventory, folder: Moref): readonly InventoryObject[] {
  return inventory.filter(
    ({ moref, properties }) => moref.type === 'VirtualMachine' && sameMoref(morefOf(properties.get('parent')), folder),
  );
}

/** vSphere tells no upper case from lower in the names of one folder. */
export function vmNamed(vms: readonly InventoryObject[], name: string): InventoryObject | undefined {
  return vms.find((vm) => vm.name.toLowerCase() === name.toLowerCase());
}
