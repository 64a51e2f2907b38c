import { expect, it } from 'vitest';
import { ofKind, readInventory } from '../../../../src/vsphere/inventory/inventory.ts';
import { findPool, onlyRootPool } from '../../../../src/vsphere/inventory/pools.ts';
import { playedVsphere, ref } from '../played-vsphere.ts';

const WORLD = {
  c: { type: 'ClusterComputeResource', properties: { name: 'lab', resourcePool: ref('ResourcePool', 'root') } },
  root: { type: 'ResourcePool', properties: { name: 'Resources', parent: ref('x', 'c') } },
  p: { type: 'ResourcePool', properties: { name: 'gold', parent: ref('x', 'root') } },
  blind: { type: 'ComputeResource', properties: { name: 'gold2' } },
};
const inventory = () => readInventory(playedVsphere(WORLD), { ComputeResource: ['resourcePool'] });

it.each([
  ['lab', 'root'],
  ['/lab', 'root'],
  ['/lab/Resources', 'root'],
  ['gold', 'p'],
  ['Resources/gold', 'p'],
  ['c', 'root'],
])('%s is the pool %s', async (written, id) => {
  expect(findPool(await inventory(), written).moref.value).toBe(id);
});

it('knows no pool of a cluster that shows none', async () => {
  const all = await inventory();
  for (const written of ['gold2', 'nowhere']) {
    expect(() => findPool(all, written)).toThrow(
      expect.objectContaining({ code: 'vsphere-not-found', hint: expect.stringContaining('resource-pool') as string }),
    );
  }
  expect(onlyRootPool(all, ofKind(all, 'ComputeResource')).moref.value).toBe('root');
});
