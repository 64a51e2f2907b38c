import { describe, expect, it } from 'vitest';
import { chooseVms } from '../../../src/audit/choose-vms.ts';
import { type PlayedObject, playedVsphere, ref } from '../vsphere/played-vsphere.ts';

const vm = (name: string, folder: string, template: boolean, power = 'poweredOff'): PlayedObject => ({
  type: 'VirtualMachine',
  properties: {
    name,
    parent: ref('Folder', folder),
    'config.template': String(template),
    'runtime.powerState': power,
  },
});

const WORLD: Readonly<Record<string, PlayedObject>> = {
  dc0: { type: 'Datacenter', properties: { name: 'DC0' } },
  dc1: { type: 'Datacenter', properties: { name: 'DC1' } },
  f0: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc0') } },
  f1: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc1') } },
  'vm-3': vm('ws', 'f1', true),
  'vm-1': vm('ws', 'f0', true),
  'vm-2': vm('app', 'f0', false),
  'vm-4': vm('on', 'f0', false, 'poweredOn'),
  'datastore-1': { type: 'Datastore', properties: { name: 'ds', 'summary.type': 'vsan' } },
  'datastore-2': { type: 'Datastore', properties: { name: 'odd' } },
};

const ids = async (wanted: Parameters<typeof chooseVms>[1], kind: 'vcenter' | 'esxi' = 'vcenter', world = WORLD) =>
  (await chooseVms(playedVsphere(world, { kind }), wanted)).vms.map(({ moref }) => moref.value);

describe('chooseVms', () => {
  it('takes all templates, by path, each with its datacenter', async () => {
    const { vms } = await chooseVms(playedVsphere(WORLD), { vms: [] });
    expect(vms).toEqual([
      { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC0/vm/ws', datacenter: 'DC0' },
      { moref: ref('VirtualMachine', 'vm-3'), name: 'ws', path: '/DC1/vm/ws', datacenter: 'DC1' },
    ]);
  });

  it('leaves out what has another system, unless it is named', async () => {
    const guest = (id: string, guestId: string) => ({
      [id]: { type: 'VirtualMachine', properties: { ...vm(id, 'f0', true).properties, 'config.guestId': guestId } },
    });
    const { 'vm-1': _a, 'vm-3': _b, ...rest } = WORLD;
    const linux = { ...rest, ...guest('l2', 'rhel9_64Guest'), ...guest('l1', 'other5xLinux64Guest') };
    const world = {
      ...linux,
      ...guest('w', 'windows9Server64Guest'),
      ...guest('o', 'otherGuest64'),
      ...guest('n', ''),
    };
    const chosen = await chooseVms(playedVsphere(world), { vms: [] });
    expect(chosen.vms.map(({ name }) => name)).toEqual(['n', 'o', 'w']);
    expect(chosen.leftOut).toEqual(['/DC0/vm/l1', '/DC0/vm/l2']);
    expect((await chooseVms(playedVsphere(world), { vms: ['l1'] })).leftOut).toEqual([]);
    expect(await ids({ vms: ['l1'] }, 'vcenter', world)).toEqual(['l1']);
    await expect(ids({ vms: [] }, 'vcenter', linux)).rejects.toThrow(
      'vc.example.com has no template that this account may see of Windows',
    );
  });

  it('takes a template that is inaccessible too, which has nothing but its summary', async () => {
    const lost = (template: boolean, guestId: string): PlayedObject => ({
      type: 'VirtualMachine',
      properties: {
        name: 'lost',
        parent: ref('Folder', 'f0'),
        'summary.config.template': String(template),
        'summary.config.guestId': guestId,
      },
    });
    const world = { ...WORLD, 'vm-8': lost(true, 'windows2019srv_64Guest'), 'vm-9': lost(false, '') };
    expect(await ids({ vms: [] }, 'vcenter', world)).toEqual(['vm-8', 'vm-1', 'vm-3']);
    const linux = { ...WORLD, 'vm-8': lost(true, 'rhel9_64Guest') };
    expect((await chooseVms(playedVsphere(linux), { vms: [] })).leftOut).toEqual(['/DC0/vm/lost']);
  });

  it('takes every VM that is off on a host of its own', async () => {
    expect(await ids({ vms: [] }, 'esxi')).toEqual(['vm-2', 'vm-1', 'vm-3']);
  });

  it('looks only in the datacenter that is named', async () => {
    expect(await ids({ vms: [], datacenter: 'DC1' })).toEqual(['vm-3']);
    await expect(ids({ vms: [], datacenter: 'DC9' })).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: expect.stringContaining('datacenter') as string,
    });
  });

  it('takes what a pattern matches, templates or not, each once', async () => {
    expect(await ids({ vms: ['a*', 'vm-4', '/DC0/vm/*'] })).toEqual(['vm-2', 'vm-4', 'vm-1']);
  });

  it('knows the kinds of the datastores', async () => {
    const { stores } = await chooseVms(playedVsphere(WORLD), { vms: [] });
    expect([...stores]).toEqual([
      ['datastore-1', { name: 'ds', type: 'vsan' }],
      ['datastore-2', { name: 'odd', type: '' }],
    ]);
  });

  it('audits nothing nowhere', async () => {
    await expect(ids({ vms: ['ws', 'apb'] })).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: 'No virtual machine matches apb; did you mean app?',
    });
    await expect(ids({ vms: ['/DC1/vm/wz'] })).rejects.toThrow(/; did you mean \/DC1\/vm\/ws\?$/);
    await expect(ids({ vms: ['zzzzzzzzzz'] })).rejects.toThrow(/^No virtual machine matches zzzzzzzzzz$/);
    const { 'vm-1': _a, 'vm-3': _b, ...untemplated } = WORLD;
    await expect(ids({ vms: [] }, 'vcenter', untemplated)).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: 'vc.example.com has no template that this account may see of any kind',
    });
    await expect(ids({ vms: [] }, 'esxi', { 'vm-4': WORLD['vm-4'] as PlayedObject })).rejects.toThrow(
      'vc.example.com has no VM that is off of any kind',
    );
  });
});
