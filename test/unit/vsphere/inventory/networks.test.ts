import { expect, it } from 'vitest';
import { readInventory } from '../../../../src/vsphere/inventory/inventory.ts';
import { networksForVms } from '../../../../src/vsphere/inventory/networks.ts';
import { playedVsphere } from '../played-vsphere.ts';

it('are all but the uplinks of switches', async () => {
  const tag = (key: string): string => `<Tag><key>${key}</key></Tag>`;
  const group = (name: string, tags: string) => ({
    type: 'DistributedVirtualPortgroup',
    properties: { name, ...(tags !== '' && { tag: tags }) },
  });
  const session = playedVsphere({
    n: { type: 'Network', properties: { name: 'lab' } },
    pg: group('servers', tag('somebody’s')),
    plain: group('plain', ''),
    up: group('uplinks', tag('other') + tag('SYSTEM/DVS.UPLINKPG')),
    vm: { type: 'VirtualMachine', properties: { name: 'vm' } },
  });
  const inventory = await readInventory(session, { Network: ['tag'], VirtualMachine: [] });
  expect(networksForVms(inventory).map(({ name }) => name)).toEqual(['lab', 'servers', 'plain']);
});
