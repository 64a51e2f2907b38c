import { expect, it } from 'vitest';
import { ofKind, readInventory } from '../../../../src/vsphere/inventory/inventory.ts';
import { type PlayedObject, playedVsphere, ref } from '../played-vsphere.ts';

const object = (type: string, name: string, parent?: string, more: PlayedObject['properties'] = {}): PlayedObject => ({
  type,
  properties: { name, ...(parent !== undefined && { parent: ref('x', parent) }), ...more },
});
const WORLD = {
  dc: object('Datacenter', 'DC0', 'root'),
  vmFolder: object('Folder', 'vm', 'dc'),
  vm: object('VirtualMachine', 'a%2fb%25', 'vmFolder', { 'config.template': 'true', secret: 'x' }),
  app: object('VirtualApp', 'app', 'pool'),
  pool: object('ResourcePool', 'Resources', 'cluster'),
  cluster: object('ClusterComputeResource', 'C0', 'dc'),
  network: object('Network', 'n', 'dc'),
  portgroup: object('DistributedVirtualPortgroup', 'p', 'dc'),
  opaque: object('OpaqueNetwork', 'o', 'dc'),
  pod: object('StoragePod', 'pod', 'dc'),
  nameless: { type: 'VirtualMachine', properties: {} },
};

it('gives what was asked for with names, paths and properties, and all that contains it', async () => {
  const session = playedVsphere(WORLD);
  const inventory = await readInventory(session, { VirtualMachine: ['config.template'], Network: [] });
  expect(Object.fromEntries(inventory.map(({ moref, path }) => [moref.value, path]))).toEqual({
    dc: '/DC0',
    vmFolder: '/DC0/vm',
    vm: '/DC0/vm/a/b%',
    app: '/DC0/C0/Resources/app',
    pool: '/DC0/C0/Resources',
    cluster: '/DC0/C0',
    network: '/DC0/n',
    portgroup: '/DC0/p',
    opaque: '/DC0/o',
    pod: '/DC0/pod',
    nameless: '/',
  });
  const vm = inventory.find(({ moref }) => moref.value === 'vm');
  expect(vm?.name).toBe('a/b%');
  expect(vm?.codedPath).toBe('/DC0/vm/a%2fb%25');
  expect([...(vm?.properties.keys() ?? [])].sort()).toEqual(['config.template', 'name', 'parent']);
  expect(session.read).toEqual([
    'Folder: name parent',
    'Datacenter: name parent',
    'ComputeResource: name parent',
    'ResourcePool: name parent',
    'StoragePod: name parent',
    'VirtualMachine: name parent config.template',
    'Network: name parent',
  ]);
});

it('asks a host for no clusters of datastores, which it does not know', async () => {
  const session = playedVsphere(WORLD, { kind: 'esxi' });
  await readInventory(session, {});
  expect(session.read.map((line) => line.split(':')[0])).toEqual([
    'Folder',
    'Datacenter',
    'ComputeResource',
    'ResourcePool',
  ]);
});

it('ends a path that bites its tail', async () => {
  const session = playedVsphere({ a: object('Folder', 'a', 'b'), b: object('Folder', 'b', 'a') });
  expect((await readInventory(session, {})).map(({ path }) => path)).toEqual(['/b/a', '/a/b']);
});

it('counts subtypes to their kind', async () => {
  const inventory = await readInventory(playedVsphere(WORLD), { VirtualMachine: [], Network: [] });
  const names = (kind: string): string[] => ofKind(inventory, kind).map(({ moref }) => moref.value);
  expect(names('Network')).toEqual(['network', 'portgroup', 'opaque']);
  expect(names('ResourcePool')).toEqual(['app', 'pool']);
  expect(names('ComputeResource')).toEqual(['cluster']);
  expect(names('Folder')).toEqual(['vmFolder', 'pod']);
  expect(names('VirtualMachine')).toEqual(['vm', 'nameless']);
  expect(names('Datacenter')).toEqual(['dc']);
});
