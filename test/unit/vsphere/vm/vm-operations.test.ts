import { describe, expect, it } from 'vitest';
import {
  cloneVm,
  destroyVm,
  markAsTemplate,
  markAsVirtualMachine,
  powerOff,
  powerOn,
  reconfigureVm,
  renameEntity,
} from '../../../../src/vsphere/vm/vm-operations.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { playedVsphere, ref } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const setting = (key: string, text: string): string =>
  `<extraConfig xsi:type="OptionValue"><key>${key}</key><value xsi:type="xsd:string">${text}</value></extraConfig>`;
const lost = (taken: boolean): PassingError => new PassingError('vsphere-unreachable', 'lost', 'x', { taken });

it('each operation is one task on its VM', async () => {
  const session = playedVsphere({});
  await powerOn(session, VM);
  await powerOff(session, VM);
  await destroyVm(session, VM);
  await renameEntity(session, VM, 'a/b');
  expect(session.asked).toEqual([
    'PowerOnVM_Task vm-1',
    'PowerOffVM_Task vm-1',
    'Destroy_Task vm-1',
    'Rename_Task vm-1 <newName>a%2fb</newName>',
  ]);
});

it('escapes in names what the API keeps escaped', () => {});

it('reconfigures what is given, in the order of the schema', async () => {
  const session = playedVsphere({});
  await reconfigureVm(session, VM, {
    firmware: 'efi',
    secureBoot: false,
    guestId: 'g',
    extraConfig: { a: '1', b: '' },
  });
  await reconfigureVm(session, VM, {});
  await reconfigureVm(session, VM, { bootOrder: 'none' });
  expect(session.asked).toEqual([
    `ReconfigVM_Task vm-1 <spec><guestId>g</guestId>${setting('a', '1')}${setting('b', '')}<bootOptions><efiSecureBootEnabled>false</efiSecureBootEnabled></bootOptions><firmware>efi</firmware></spec>`,
    'ReconfigVM_Task vm-1 <spec></spec>',
    'ReconfigVM_Task vm-1 <spec><bootOptions><bootOrder xsi:type="VirtualMachineBootOptionsBootableDevice"></bootOrder></bootOptions></spec>',
  ]);
});

describe('cloneVm', () => {
  const request = { name: 'a%', folder: ref('Folder', 'f'), pool: ref('ResourcePool', 'p') };
  const answers = { CloneVM_Task: () => ref('VirtualMachine', 'vm-2') };

  it('makes a copy that is off', async () => {
    const session = playedVsphere({}, { answers });
    expect(await cloneVm(session, VM, request)).toEqual(ref('VirtualMachine', 'vm-2'));
    expect(session.asked).toEqual([
      'CloneVM_Task vm-1 <folder type="Folder">f</folder><name>a%25</name><spec><location><pool type="ResourcePool">p</pool></location><template>false</template><powerOn>false</powerOn></spec>',
    ]);
  });

  it('links it to a snapshot, on the host and datastore that were given, with settings', async () => {
    const session = playedVsphere({}, { answers });
    const more = {
      host: ref('HostSystem', 'h'),
      datastore: ref('Datastore', 'd'),
      linkedTo: ref('VirtualMachineSnapshot', 's'),
    };
    await cloneVm(session, VM, { ...request, ...more, extraConfig: { k: 'v' } });
    expect(session.asked[0]).toContain(
      `<spec><location><datastore type="Datastore">d</datastore><diskMoveType>createNewChildDiskBacking</diskMoveType><pool type="ResourcePool">p</pool><host type="HostSystem">h</host></location><template>false</template><config>${setting('k', 'v')}</config><powerOn>false</powerOn><snapshot type="VirtualMachineSnapshot">s</snapshot></spec>`,
    );
  });

  it('needs the name of the copy', async () => {
    await expect(cloneVm(playedVsphere({}), VM, request)).rejects.toMatchObject({
      type: 'RuntimeFault',
      operation: 'CloneVM_Task',
      message: 'the server names no clone',
    });
  });
});

describe('markAsTemplate', () => {
  const world = (template: string | undefined, error: Error | string | undefined) =>
    playedVsphere(
      { 'vm-1': { type: 'VirtualMachine', properties: template === undefined ? {} : { 'config.template': template } } },
      { answers: { MarkAsTemplate: () => error } },
    );

  it('is a call of its own', async () => {
    const session = world('false', undefined);
    await markAsTemplate(session, VM);
    expect(session.asked).toEqual(['MarkAsTemplate vm-1']);
    expect(session.read).toEqual([]);
  });

  it('is looked up when the answer is lost', async () => {
    await markAsTemplate(world('true', lost(true)), VM);
    const session = world('false', lost(true));
    setTimeout(
      () => session.objects.set('vm-1', { type: 'VirtualMachine', properties: { 'config.template': 'true' } }),
      1,
    );
    await markAsTemplate(session, VM);
    expect(session.read.length).toBeGreaterThan(1);
  });

  it('is sent once more where it was not done, and no more often', async () => {
    const session = world('false', lost(true));
    await expect(markAsTemplate(session, VM, 1)).rejects.toThrow('lost');
    expect(session.asked).toEqual(['MarkAsTemplate vm-1', 'MarkAsTemplate vm-1']);
  });

  it.each([
    ['a fault', 'NotSupported', { type: 'NotSupported' }],
    ['a call that was never sent', lost(false), { message: 'lost' }],
  ])('is not looked up after %s', async (_, error, expected) => {
    const session = world('true', error);
    await expect(markAsTemplate(session, VM)).rejects.toMatchObject(expected);
    expect(session.read).toEqual([]);
  });
});

describe('markAsVirtualMachine', () => {
  const place = { pool: ref('ResourcePool', 'p'), host: ref('HostSystem', 'h') };
  const world = (template: string, error: Error | string | undefined) =>
    playedVsphere(
      { 'vm-1': { type: 'VirtualMachine', properties: { 'config.template': template } } },
      { answers: { MarkAsVirtualMachine: () => error } },
    );

  it('says where the VM is to run', async () => {
    const session = world('true', undefined);
    await markAsVirtualMachine(session, VM, place);
    await markAsVirtualMachine(session, VM, { pool: place.pool });
    expect(session.asked).toEqual([
      'MarkAsVirtualMachine vm-1 <pool type="ResourcePool">p</pool><host type="HostSystem">h</host>',
      'MarkAsVirtualMachine vm-1 <pool type="ResourcePool">p</pool>',
    ]);
    expect(session.read).toEqual([]);
  });

  it('is looked up when the answer is lost, and no fault is taken for that', async () => {
    await markAsVirtualMachine(world('false', lost(true)), VM, place);
    await expect(markAsVirtualMachine(world('false', 'NotSupported'), VM, place)).rejects.toMatchObject({
      type: 'NotSupported',
    });
    await expect(markAsVirtualMachine(world('false', lost(false)), VM, place)).rejects.toMatchObject({
      message: 'lost',
    });
  });
});
