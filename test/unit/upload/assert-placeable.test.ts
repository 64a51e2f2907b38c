import { expect, it } from 'vitest';
import { assertPlaceable } from '../../../src/upload/assert-placeable.ts';
import { readPlacementInventory } from '../../../src/upload/placement.ts';
import { type PlayedObject, playedVsphere, ref } from '../vsphere/played-vsphere.ts';

interface Scene {
  readonly drs?: string;
  readonly datastore?: PlayedObject['properties'];
  readonly host?: PlayedObject['properties'];
  /** What owns the pool. */
  readonly owner?: string;
}

async function place(named: boolean, { drs = 'true', datastore = {}, host = {}, owner }: Scene): Promise<string[]> {
  const kind = owner ?? 'ClusterComputeResource';
  const config = `<drsConfig><enabled>${drs}</enabled></drsConfig>`;
  const session = playedVsphere({
    c: { type: kind, properties: { name: 'C', configurationEx: config } },
    p: { type: 'ResourcePool', properties: { name: 'Resources', parent: ref('x', 'c'), owner: ref(kind, 'c') } },
    h: { type: 'HostSystem', properties: { name: 'h1', parent: ref('x', 'c'), ...host } },
    far: { type: 'HostSystem', properties: { name: 'h2' } },
    d: { type: 'Datastore', properties: { name: 'ds', ...datastore } },
  });
  await assertPlaceable(session, await readPlacementInventory(session), {
    pool: ref('ResourcePool', 'p'),
    host: named ? ref('HostSystem', 'h') : undefined,
    datastore: ref('Datastore', 'd'),
  });
  return session.asked;
}

it.each<[string, boolean, Scene]>([
  ['a cluster that chooses a host', false, {}],
  ['a host on its own', false, { drs: 'false', owner: 'ComputeResource' }],
  ['a host that is named', true, { drs: 'false' }],
  [
    'a host and a datastore that say that they are well',
    true,
    {
      host: { 'runtime.connectionState': 'connected', 'runtime.inMaintenanceMode': 'false' },
      datastore: { 'summary.accessible': 'true', 'summary.maintenanceMode': 'normal' },
    },
  ],
])('takes %s', async (_, named, scene) => {
  expect(await place(named, scene)).toEqual([]);
});

it.each<[string, string, boolean, Scene]>([
  ['vsphere-ambiguous', 'The cluster /C has no DRS, which would choose a host for the VM', false, { drs: 'false' }],
  ['vsphere-refused', 'The datastore /ds is not accessible', false, { datastore: { 'summary.accessible': 'false' } }],
  [
    'vsphere-refused',
    'The datastore /ds is in maintenance (enteringMaintenance)',
    true,
    { datastore: { 'summary.maintenanceMode': 'enteringMaintenance' } },
  ],
  ['vsphere-refused', 'The host /C/h1 is in maintenance mode', true, { host: { 'runtime.inMaintenanceMode': 'true' } }],
  [
    'vsphere-refused',
    'The host /C/h1 is notResponding',
    true,
    { host: { 'runtime.connectionState': 'notResponding' } },
  ],
])('refuses with %s: %s', async (code, message, named, scene) => {
  await expect(place(named, scene)).rejects.toMatchObject({ code, message });
});

it('names the hosts of the cluster, and no other', async () => {
  await expect(place(false, { drs: 'false' })).rejects.toMatchObject({ hint: 'Set the input host to one of: /C/h1' });
});
