import { expect, it } from 'vitest';
import { readInventory } from '../../../../src/vsphere/inventory/inventory.ts';
import { foldersForVms, vmNamed, vmsIn } from '../../../../src/vsphere/inventory/vm-folders.ts';
import { playedVsphere, ref } from '../played-vsphere.ts';

const inventory = await readInventory(
  playedVsphere({
    f: {
      type: 'Folder',
      properties: { name: 'vm', childType: '<string>Folder</string><string>VirtualMachine</string>' },
    },
    h: { type: 'Folder', properties: { name: 'host', childType: '<string>ComputeResource</string>' } },
    n: { type: 'Folder', properties: { name: 'none' } },
    a: { type: 'VirtualMachine', properties: { name: 'A', parent: ref('Folder', 'f') } },
    b: { type: 'VirtualMachine', properties: { name: 'b', parent: ref('Folder', 'h') } },
    c: { type: 'Folder', properties: { name: 'c', parent: ref('Folder', 'f') } },
  }),
  { Folder: ['childType'], VirtualMachine: [] },
);
const names = (objects: readonly { name: string }[]): string[] => objects.map(({ name }) => name);

it('finds the folders that VMs may lie in', () => {
  expect(names(foldersForVms(inventory))).toEqual(['vm']);
});

it('finds what lies directly in one, and no folders', () => {
  expect(names(vmsIn(inventory, ref('Folder', 'f')))).toEqual(['A']);
  expect(names(vmsIn(inventory, ref('Folder', 'n')))).toEqual([]);
});

it('tells no upper case from lower', () => {
  const vms = vmsIn(inventory, ref('Folder', 'f'));
  expect([vmNamed(vms, 'a')?.name, vmNamed(vms, 'A')?.name, vmNamed(vms, 'ab')]).toEqual(['A', 'A', undefined]);
});
