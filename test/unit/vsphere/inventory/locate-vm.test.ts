import { expect, it } from 'vitest';
import { type LocatedVm, locateVm } from '../../../../src/vsphere/inventory/locate-vm.ts';
import { type PlayedObject, playedVsphere, ref } from '../played-vsphere.ts';

const object = (type: string, name: string, parent?: string): PlayedObject => ({
  type,
  properties: { name, ...(parent !== undefined && { parent: ref('x', parent) }) },
});
const ONE = {
  dc: object('Datacenter', 'DC0'),
  folder: object('Folder', 'vm', 'dc'),
  vm: object('VirtualMachine', 'ws', 'folder'),
  lost: object('VirtualMachine', 'in-vapp'),
};
const TWO = {
  ...ONE,
  dc1: object('Datacenter', 'DC01'),
  folder1: object('Folder', 'vm', 'dc1'),
  vm1: object('VirtualMachine', 'ws', 'folder1'),
};
const locate = (world: Record<string, PlayedObject>, vm: string, datacenter?: string): Promise<LocatedVm> =>
  locateVm(playedVsphere(world), { vm, datacenter });

it('tells reference, name, path and datacenter', async () => {
  expect(await locate(ONE, 'ws')).toEqual({
    moref: ref('VirtualMachine', 'vm'),
    name: 'ws',
    path: '/DC0/vm/ws',
    datacenter: 'DC0',
  });
  expect((await locate(TWO, '/DC01/vm/ws')).datacenter).toBe('DC01');
});

it('looks only in the datacenter that was named', async () => {
  await expect(locate(TWO, 'ws')).rejects.toMatchObject({
    code: 'vsphere-ambiguous',
    hint: expect.stringContaining('input vm'),
  });
  expect((await locate(TWO, 'ws', 'DC0')).path).toBe('/DC0/vm/ws');
  await expect(locate(TWO, 'ws', 'DC9')).rejects.toMatchObject({
    code: 'vsphere-not-found',
    message: expect.stringContaining('There is no datacenter DC9'),
    hint: expect.stringContaining('input datacenter'),
  });
  await expect(locate(ONE, 'sw')).rejects.toThrow('There is no virtual machine sw');
});

it('tells a datacenter as file URLs want it, and takes what govc writes', async () => {
  const world = {
    site: object('Folder', 'EU 50%25'),
    dc: object('Datacenter', 'A%2fB', 'site'),
    folder: object('Folder', 'vm', 'dc'),
    vm: object('VirtualMachine', 'feature%2fws', 'folder'),
  };
  const found = { name: 'feature/ws', path: '/EU 50%/A/B/vm/feature/ws', datacenter: 'EU 50%25/A%2fB' };
  expect(await locate(world, 'feature/ws')).toMatchObject(found);
  expect(await locate(world, 'feature%2fws', 'A%2fB')).toMatchObject(found);
  expect(await locate(world, '/EU 50%25/A%2fB/vm/feature%2fws', 'A/B')).toMatchObject(found);
});

it('takes one in a vApp for one of the only datacenter, of several for one of none', async () => {
  expect(await locate(ONE, 'in-vapp')).toMatchObject({ path: '/in-vapp', datacenter: 'DC0' });
  expect((await locate(TWO, 'in-vapp')).datacenter).toBe('');
});
