import { describe, expect, it } from 'vitest';
import { chooseVmPlacement } from '../../../../src/vsphere/inventory/vm-placement.ts';
import type { VmFacts } from '../../../../src/vsphere/vm/vm-facts.ts';
import { type PlayedObject, type PlayedVsphere, playedVsphere, ref } from '../played-vsphere.ts';

const SOURCE = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC0/vm/ws', datacenter: 'DC0' };
const world = (more: Readonly<Record<string, PlayedObject>> = {}): PlayedVsphere =>
  playedVsphere({
    dc: { type: 'Datacenter', properties: { name: 'DC0' } },
    cluster: {
      type: 'ClusterComputeResource',
      properties: {
        name: 'C',
        parent: ref('x', 'dc'),
        resourcePool: ref('ResourcePool', 'p'),
        configurationEx: '<drsConfig><enabled>false</enabled></drsConfig>',
      },
    },
    p: {
      type: 'ResourcePool',
      properties: { name: 'Resources', parent: ref('x', 'cluster'), owner: ref('ClusterComputeResource', 'cluster') },
    },
    h: { type: 'HostSystem', properties: { name: 'h', parent: ref('ClusterComputeResource', 'cluster') } },
    ...more,
  });

describe('where a VM can run', () => {
  const facts = {
    resourcePool: ref('ResourcePool', 'p'),
    host: ref('HostSystem', 'h'),
    datastores: [] as unknown,
  } as VmFacts;
  const place = (
    session: PlayedVsphere,
    more: Partial<VmFacts> = {},
    written?: string,
  ): ReturnType<typeof chooseVmPlacement> => chooseVmPlacement(session, SOURCE, { ...facts, ...more }, written);

  it('is the pool and the host of the source, but for a cluster that chooses hosts by itself', async () => {
    expect(await place(world())).toEqual({ pool: ref('ResourcePool', 'p'), host: ref('HostSystem', 'h') });
    const drs = {
      type: 'ClusterComputeResource',
      properties: { configurationEx: '<drsConfig><enabled>true</enabled></drsConfig>' },
    };
    expect(await place(world({ cluster: drs }))).toStrictEqual({ pool: ref('ResourcePool', 'p') });
    const alone = world({
      one: {
        type: 'ComputeResource',
        properties: { name: 'one', configurationEx: '<drsConfig><enabled>true</enabled></drsConfig>' },
      },
      h: { type: 'HostSystem', properties: { parent: ref('ComputeResource', 'one') } },
      p: { type: 'ResourcePool', properties: { owner: ref('ComputeResource', 'one') } },
    });
    expect(await place(alone)).toMatchObject({ host: ref('HostSystem', 'h') });
  });

  it('is for a template the root pool of its host or cluster', async () => {
    expect((await place(world(), { resourcePool: undefined })).pool).toEqual(ref('ResourcePool', 'p'));
    await expect(place(world(), { resourcePool: undefined, host: undefined })).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: 'No resource pool is known in which ws could run',
      hint: 'Set the input resource-pool.',
    });
  });

  describe('in a cluster that chooses no host', () => {
    const list = (type: string, ...ids: string[]): string =>
      ids.map((id) => `<ManagedObjectReference type="${type}">${id}</ManagedObjectReference>`).join('');
    const cluster = {
      type: 'ClusterComputeResource',
      properties: { name: 'C', parent: ref('x', 'dc'), host: list('HostSystem', 'far', 'h', 'i', 'k') },
    };
    const host = (more: PlayedObject['properties'], ...stores: string[]): PlayedObject => ({
      type: 'HostSystem',
      properties: {
        parent: ref('ClusterComputeResource', 'cluster'),
        datastore: list('Datastore', ...stores),
        ...more,
      },
    });
    const MAINTENANCE = { 'runtime.inMaintenanceMode': 'true' };
    const AWAY = { 'runtime.connectionState': 'notResponding' };
    const on = { datastores: [ref('Datastore', 'd')] };

    it.each<[string, PlayedObject['properties'], PlayedObject['properties'], string]>([
      ['its own', {}, {}, 'h'],
      ['another that mounts its datastore, where its own is in maintenance', MAINTENANCE, {}, 'i'],
      ['the next one, where its own is away and that is in maintenance', AWAY, MAINTENANCE, 'k'],
      ['its own, which the server refuses then, where none takes anything', AWAY, AWAY, 'h'],
    ])('is on %s', async (_, own, next, id) => {
      const last = id === 'h' ? AWAY : {};
      const hosts = { far: host({}, 'e'), h: host(own, 'e'), i: host(next, 'e', 'd'), k: host(last, 'd') };
      expect(await place(world({ cluster, ...hosts }), on)).toEqual({
        pool: ref('ResourcePool', 'p'),
        host: ref('HostSystem', id),
      });
    });

    it('is on the first that mounts its datastore, where it comes from another', async () => {
      const other = { ...cluster, properties: { ...cluster.properties, name: 'lab' } };
      const q = {
        type: 'ResourcePool',
        properties: { name: 'Q', parent: ref('x', 'other'), owner: ref('ClusterComputeResource', 'other') },
      };
      const hosts = { far: host({}, 'e'), i: host({}, 'd'), k: host({}, 'd') };
      expect(await place(world({ other, q, ...hosts }), on, 'Q')).toEqual({
        pool: ref('ResourcePool', 'q'),
        host: ref('HostSystem', 'i'),
      });
    });
  });

  it('is the root pool of the cluster that was named, which stands for it', async () => {
    const session = world({
      other: {
        type: 'ClusterComputeResource',
        properties: { name: 'lab', parent: ref('x', 'dc'), resourcePool: ref('ResourcePool', 'q') },
      },
      q: {
        type: 'ResourcePool',
        properties: { name: 'Resources', parent: ref('x', 'other'), owner: ref('ClusterComputeResource', 'other') },
      },
    });
    for (const written of ['lab', '/DC0/lab', 'DC0/lab/Resources']) {
      expect(await place(session, {}, written)).toStrictEqual({ pool: ref('ResourcePool', 'q') });
    }
  });

  it('is looked for everywhere where nothing tells the datacenter of the source', async () => {
    const found = await chooseVmPlacement(world(), { ...SOURCE, datacenter: '' }, facts as VmFacts, 'Resources');
    expect(found.pool).toEqual(ref('ResourcePool', 'p'));
  });

  it('is the pool that was named, in the datacenter of the source, on any host that it has', async () => {
    const session = world({
      q: {
        type: 'ResourcePool',
        properties: { name: 'lab', parent: ref('x', 'dc'), owner: ref('ClusterComputeResource', 'other') },
      },
      far: { type: 'ResourcePool', properties: { name: 'far' } },
      other: { type: 'ClusterComputeResource', properties: { name: 'other' } },
    });
    expect(await place(session, {}, 'lab')).toStrictEqual({ pool: ref('ResourcePool', 'q') });
    await expect(place(session, {}, 'far')).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: expect.stringContaining('There is no resource pool far') as string,
      hint: expect.stringContaining('input resource-pool'),
    });
  });
});
