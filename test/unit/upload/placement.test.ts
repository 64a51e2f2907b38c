import { describe, expect, it } from 'vitest';
import {
  type ChosenPlacement,
  choosePlacement,
  type PlacementWishes,
  readPlacementInventory,
} from '../../../src/upload/placement.ts';
import { type PlayedObject, playedVsphere, ref } from '../vsphere/played-vsphere.ts';

const list = (type: string, ...ids: string[]): string =>
  ids.map((id) => `<ManagedObjectReference type="${type}">${id}</ManagedObjectReference>`).join('');
const VMS = '<string>VirtualMachine</string>';

/** One datacenter: a cluster of two hosts and a host on its own, each with storage and a network of its own. */
function datacenter(mark: string): Record<string, PlayedObject> {
  const at = (id: string): string => `${id}${mark}`;
  const below = (parent: string): { parent: ReturnType<typeof ref> } => ({ parent: ref('x', at(parent)) });
  const compute = (type: string, id: string, hosts: string[], stores: string[]): PlayedObject => ({
    type,
    properties: {
      name: at(id),
      ...below('hosts'),
      resourcePool: ref('ResourcePool', at(`${id}-pool`)),
      host: list('HostSystem', ...hosts.map(at)),
      datastore: list('Datastore', ...stores.map(at)),
      network: list('Network', at(`${id}-net`)),
    },
  });
  const pool = (id: string, type: string): PlayedObject => ({
    type: 'ResourcePool',
    properties: { name: 'Resources', ...below(id), owner: ref(type, at(id)) },
  });
  return {
    [at('dc')]: { type: 'Datacenter', properties: { name: `DC${mark}`, vmFolder: ref('Folder', at('vm')) } },
    [at('hosts')]: {
      type: 'Folder',
      properties: { name: 'host', ...below('dc'), childType: '<string>ComputeResource</string>' },
    },
    [at('vm')]: {
      type: 'Folder',
      properties: { name: 'vm', ...below('dc'), childType: `<string>Folder</string>${VMS}` },
    },
    [at('sub')]: { type: 'Folder', properties: { name: 'Templates', ...below('vm'), childType: VMS } },
    [at('c')]: compute('ClusterComputeResource', 'c', ['h1', 'h2'], ['fast', 'slow']),
    [at('s')]: compute('ComputeResource', 's', ['h3'], ['local']),
    [at('c-pool')]: pool('c', 'ClusterComputeResource'),
    [at('s-pool')]: pool('s', 'ComputeResource'),
    [at('lab')]: {
      type: 'ResourcePool',
      properties: { name: at('lab'), ...below('c-pool'), owner: ref('ClusterComputeResource', at('c')) },
    },
    [at('h1')]: { type: 'HostSystem', properties: { name: at('h1'), ...below('c') } },
    [at('h2')]: { type: 'HostSystem', properties: { name: at('h2'), ...below('c') } },
    [at('h3')]: { type: 'HostSystem', properties: { name: at('h3'), ...below('s') } },
    [at('fast')]: { type: 'Datastore', properties: { name: 'fast', ...below('dc'), 'summary.freeSpace': '100' } },
    [at('slow')]: { type: 'Datastore', properties: { name: 'slow', ...below('dc') } },
    [at('local')]: { type: 'Datastore', properties: { name: 'local', ...below('dc'), 'summary.freeSpace': '7' } },
    [at('c-net')]: { type: 'Network', properties: { name: 'c-net', ...below('dc') } },
    [at('s-net')]: { type: 'Network', properties: { name: 's-net', ...below('dc') } },
  };
}

const ONE = datacenter('');
const TWO = { ...ONE, ...datacenter('1') };
const NOTHING: PlacementWishes = {
  datacenter: undefined,
  datastore: undefined,
  folder: undefined,
  resourcePool: undefined,
  host: undefined,
};

async function choose(world: Record<string, PlayedObject>, wishes: Partial<PlacementWishes>): Promise<ChosenPlacement> {
  return choosePlacement(await readPlacementInventory(playedVsphere(world)), { ...NOTHING, ...wishes });
}
const shown = ({ pool, host, folderPath, datastoreName, freeSpace, networks }: ChosenPlacement): unknown[] => [
  pool.value,
  host?.value,
  folderPath,
  datastoreName,
  freeSpace,
  networks.map(({ name }) => name),
];

describe('choosePlacement', () => {
  it.each<[string, Partial<PlacementWishes>, unknown[]]>([
    [
      'the root pool of a cluster that is named',
      { resourcePool: 'c', datastore: 'fast' },
      ['c-pool', undefined, '/DC/vm', 'fast', 100, ['c-net']],
    ],
    [
      'that of a host on its own, with its only datastore',
      { resourcePool: 's' },
      ['s-pool', undefined, '/DC/vm', 'local', 7, ['s-net']],
    ],
    [
      'a pool that is named, in its cluster',
      { resourcePool: 'lab', datastore: 'slow' },
      ['lab', undefined, '/DC/vm', 'slow', undefined, ['c-net']],
    ],
    [
      'the pool of the host that is named',
      { host: 'h2', datastore: 'fast' },
      ['c-pool', 'h2', '/DC/vm', 'fast', 100, ['c-net']],
    ],
    [
      'a folder that is named',
      { host: 'h3', folder: 'Templates' },
      ['s-pool', 'h3', '/DC/vm/Templates', 'local', 7, ['s-net']],
    ],
  ])('takes %s', async (_, wishes, expected) => {
    expect(shown(await choose(ONE, wishes))).toEqual(expected);
  });

  it('gives references of all that it chose', async () => {
    expect(await choose(ONE, { host: 'h3' })).toMatchObject({
      pool: ref('ResourcePool', 's-pool'),
      host: ref('HostSystem', 'h3'),
      folder: ref('Folder', 'vm'),
      datastore: ref('Datastore', 'local'),
    });
  });

  it.each<[Partial<PlacementWishes>, string, string]>([
    [
      {},
      'There is more than one resource pool: /DC/host/c/Resources (c-pool), /DC/host/s/Resources (s-pool)',
      'input resource-pool',
    ],
    [{ resourcePool: 'c' }, 'There is more than one datastore: /DC/fast (fast), /DC/slow (slow)', 'input datastore'],
    [{ resourcePool: 'c', datastore: 'local' }, 'There is no datastore local', 'input datastore'],
    [{ resourcePool: 'x' }, 'There is no resource pool x', 'input resource-pool'],
    [{ host: 'x' }, 'There is no host x', 'input host'],
    [{ datacenter: 'x' }, 'There is no datacenter x', 'input datacenter'],
    [{ host: 'h3', folder: 'host' }, 'There is no folder for VMs host', 'input folder'],
    [
      { host: 'h3', resourcePool: 'lab' },
      'The host /DC/host/s/h3 does not belong to the resource pool /DC/host/c/Resources/lab',
      'host and resource-pool',
    ],
  ])('for %j says: %s', async (wishes, message, hint) => {
    await expect(choose(ONE, wishes)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  it('looks only in the datacenter that is named, which is not the one that begins alike', async () => {
    expect(shown(await choose(TWO, { datacenter: 'DC', host: 'h3' }))).toEqual([
      's-pool',
      'h3',
      '/DC/vm',
      'local',
      7,
      ['s-net'],
    ]);
    expect(shown(await choose(TWO, { datacenter: 'DC1', host: 'h31' }))).toEqual([
      's-pool1',
      'h31',
      '/DC1/vm',
      'local',
      7,
      ['s-net'],
    ]);
    await expect(choose(TWO, { datacenter: 'DC', host: 'h31' })).rejects.toThrow('There is no host h31');
    await expect(choose(TWO, { datacenter: 'DC', resourcePool: 's1' })).rejects.toThrow('There is no resource pool s1');
  });

  it('knows the datacenter by the pool where none is named', async () => {
    expect(shown(await choose(TWO, { host: 'h31' }))).toEqual(['s-pool1', 'h31', '/DC1/vm', 'local', 7, ['s-net']]);
    expect(shown(await choose(TWO, { host: 'h31', folder: 'Templates' }))).toEqual([
      's-pool1',
      'h31',
      '/DC1/vm/Templates',
      'local',
      7,
      ['s-net'],
    ]);
  });

  it('does without what the account may not see of a cluster', async () => {
    const { c: _c, s: _s, dc: _dc, ...rest } = ONE;
    const placed = await choose(rest, { resourcePool: 'lab', datastore: 'local', folder: 'Templates' });
    expect(placed.networks.map(({ name }) => name)).toEqual(['c-net', 's-net']);
    await expect(choose(rest, { resourcePool: 'lab', datastore: 'local' })).rejects.toThrow(
      'There is more than one folder for VMs',
    );
  });
});
