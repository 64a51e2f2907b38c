import { describe, expect, it } from 'vitest';
import { parseDatastorePath } from '../../../../src/vsphere/transfer/datastore-file.ts';
import { vmDevicesOf } from '../../../../src/vsphere/vm/vm-devices.ts';
import { readVmFacts, settingOf, type VmFacts } from '../../../../src/vsphere/vm/vm-facts.ts';
import { snapshotsOf } from '../../../../src/vsphere/vm/vm-snapshot.ts';
import { parseXml } from '../../../../src/xml/xml-element.ts';
import { type PlayedObject, playedVsphere, ref, settings } from '../played-vsphere.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

it('reads controllers with what hangs on them', () => {
  const devices = vmDevicesOf(
    parseXml(
      `<val ${XSI} xsi:type="ArrayOfVirtualDevice">
        <VirtualDevice xsi:type="VirtualIDEController"><key>200</key><busNumber>0</busNumber></VirtualDevice>
        <VirtualDevice xsi:type="ParaVirtualSCSIController"><key>1000</key><deviceInfo><label>SCSI 0</label></deviceInfo><busNumber>0</busNumber></VirtualDevice>
        <VirtualDevice xsi:type="VirtualDisk"><key>2000</key><backing xsi:type="B"><fileName>[ds] a.vmdk</fileName><diskMode>independent_persistent</diskMode></backing>
          <controllerKey>1000</controllerKey><unitNumber>1</unitNumber><capacityInKB>2048</capacityInKB></VirtualDevice>
        <VirtualDevice xsi:type="VirtualCdrom"><key>3000</key><controllerKey>200</controllerKey></VirtualDevice>
        <VirtualDevice xsi:type="VirtualFloppy"><key>8000</key></VirtualDevice>
        <VirtualDevice xsi:type="VirtualTPM"><key>11000</key></VirtualDevice>
      </val>`,
      'test',
    ),
  );
  expect(devices).toEqual({
    controllers: [
      { key: 200, type: 'VirtualIDEController', busNumber: 0, label: '', devices: 1 },
      { key: 1000, type: 'ParaVirtualSCSIController', busNumber: 0, label: 'SCSI 0', devices: 1 },
    ],
    disks: [
      {
        key: 2000,
        label: '',
        controllerKey: 1000,
        unitNumber: 1,
        capacity: 2 * 2 ** 20,
        file: '[ds] a.vmdk',
        mode: 'independent_persistent',
        encrypted: false,
      },
    ],
    floppies: 1,
    vtpm: true,
    media: [],
  });
});

it('reads a VM without devices', () => {
  expect(vmDevicesOf(undefined)).toEqual({ controllers: [], disks: [], floppies: 0, vtpm: false, media: [] });
});

it('lists snapshots with their evidence, parents first', () => {
  const info = parseXml(
    `<val><currentSnapshot type="VirtualMachineSnapshot">snapshot-2</currentSnapshot>
      <rootSnapshotList><snapshot type="VirtualMachineSnapshot">snapshot-1</snapshot><name>a</name><quiesced>false</quiesced>
        <childSnapshotList><snapshot type="VirtualMachineSnapshot">snapshot-2</snapshot><name>b</name><quiesced>true</quiesced>
          <backupManifest>[ds] vm/vm-vss_manifests2.zip</backupManifest></childSnapshotList>
      </rootSnapshotList></val>`,
    'test',
  );
  expect(snapshotsOf(info)).toEqual([
    {
      moref: { type: 'VirtualMachineSnapshot', value: 'snapshot-1' },
      name: 'a',
      description: '',
      quiesced: false,
      backupManifest: '',
    },
    {
      moref: { type: 'VirtualMachineSnapshot', value: 'snapshot-2' },
      name: 'b',
      description: '',
      quiesced: true,
      backupManifest: '[ds] vm/vm-vss_manifests2.zip',
    },
  ]);
  expect(snapshotsOf(undefined)).toEqual([]);
});

it.each([
  ['[datastore 1] vm/a b.zip', { datastore: 'datastore 1', path: 'vm/a b.zip' }],
  ['[ds]a', { datastore: 'ds', path: 'a' }],
  ['vm-vss_manifests1.zip', undefined],
])('reads the datastore path %s', (text, path) => {
  expect(parseDatastorePath(text)).toEqual(path);
});

describe('readVmFacts', () => {
  const VM = ref('VirtualMachine', 'vm-1');
  const read = (properties: PlayedObject['properties'] = {}): Promise<VmFacts> =>
    readVmFacts(playedVsphere({ 'vm-1': { type: 'VirtualMachine', properties } }), VM);

  it('reads all that it tells', async () => {
    const facts = await read({
      name: 'ws',
      parent: ref('Folder', 'f'),
      resourcePool: ref('ResourcePool', 'p'),
      datastore:
        '<ManagedObjectReference type="Datastore">d1</ManagedObjectReference><ManagedObjectReference type="Datastore">d2</ManagedObjectReference><ManagedObjectReference/>',
      'runtime.powerState': 'poweredOn',
      'runtime.host': ref('HostSystem', 'h'),
      'config.template': 'true',
      'config.guestId': 'g',
      'config.firmware': 'bios',
      'config.bootOptions':
        '<efiSecureBootEnabled>true</efiSecureBootEnabled><bootOrder xsi:type="VirtualMachineBootOptionsBootableDiskDevice"><deviceKey>2000</deviceKey></bootOrder>',
      'config.flags': '<diskUuidEnabled>1</diskUuidEnabled>',
      'config.extraConfig': settings({ a: 'b' }),
      'config.hardware.device': '<VirtualDevice xsi:type="VirtualFloppy"/>',
      'config.keyId': '<keyId>k</keyId>',
      'config.changeTrackingEnabled': 'true',
      'config.files': '<vmPathName>[d] a.vmx</vmPathName><snapshotDirectory>[d] s</snapshotDirectory>',
      'guest.guestId': 'told',
      'guest.toolsRunningStatus': 'guestToolsRunning',
      'guest.toolsVersionStatus2': 'guestToolsCurrent',
      'guest.toolsVersion': '12352',
      'capability.quiescedSnapshotsSupported': 'false',
      snapshot: '<rootSnapshotList><snapshot type="S">s-1</snapshot><name>n</name></rootSnapshotList>',
    });
    expect(facts).toEqual({
      moref: VM,
      name: 'ws',
      template: true,
      poweredOn: true,
      guestId: 'g',
      guestReportedId: 'told',
      firmware: 'bios',
      secureBoot: true,
      bootOrder: true,
      diskUuidEnabled: true,
      extraConfig: new Map([['a', 'b']]),
      devices: { controllers: [], disks: [], floppies: 1, vtpm: false, media: [] },
      snapshots: [{ moref: ref('S', 's-1'), name: 'n', description: '', quiesced: false, backupManifest: '' }],
      encrypted: true,
      tools: { running: true, installed: true, version: 12_352 },
      quiescedSnapshotsSupported: false,
      changeTracking: true,
      vmxPath: '[d] a.vmx',
      snapshotDirectory: '[d] s',
      folder: ref('Folder', 'f'),
      resourcePool: ref('ResourcePool', 'p'),
      host: ref('HostSystem', 'h'),
      datastores: [ref('Datastore', 'd1'), ref('Datastore', 'd2')],
    });
  });

  it('tells what is not known from what is not so', async () => {
    expect(await read()).toMatchObject({
      name: 'vm-1',
      template: false,
      poweredOn: false,
      guestId: undefined,
      guestReportedId: undefined,
      firmware: undefined,
      secureBoot: false,
      diskUuidEnabled: undefined,
      encrypted: false,
      tools: { running: false, installed: undefined, version: undefined },
      quiescedSnapshotsSupported: undefined,
      changeTracking: false,
      vmxPath: '',
      snapshotDirectory: '',
      folder: undefined,
      datastores: [],
    });
    expect(
      await read({
        'config.firmware': 'efi',
        'guest.toolsVersionStatus2': 'guestToolsNotInstalled',
        'guest.toolsVersion': 'x',
        'capability.quiescedSnapshotsSupported': 'true',
        'config.flags': '<diskUuidEnabled>false</diskUuidEnabled>',
      }),
    ).toMatchObject({
      firmware: 'efi',
      tools: { installed: false, version: undefined },
      quiescedSnapshotsSupported: true,
      diskUuidEnabled: false,
    });
    expect((await read({ 'config.firmware': 'coreboot' })).firmware).toBeUndefined();
    expect((await read({ name: '50%25 %2f a%5cb' })).name).toBe('50% / a\\b');
    expect(await read({ 'runtime.powerState': 'suspended' })).toMatchObject({ poweredOn: false, suspended: true });
    expect(await read({ 'runtime.connectionState': 'disconnected' })).not.toHaveProperty('lost');
    expect(await read({ 'runtime.connectionState': 'orphaned', 'summary.config.template': 'true' })).toMatchObject({
      lost: 'orphaned',
      template: true,
    });
  });
});

it('reads odd devices as far as they tell', () => {
  const device = (type: string, text: string): string => `<VirtualDevice xsi:type="${type}">${text}</VirtualDevice>`;
  const list = [
    device('VirtualSCSI', '<busNumber>3</busNumber>'),
    device(
      'VirtualDisk',
      '<capacityInKB>1</capacityInKB><capacityInBytes>1500</capacityInBytes><backing><compatibilityMode>physicalMode</compatibilityMode><diskMode>persistent</diskMode></backing>',
    ),
    device(
      'VirtualDisk',
      '<key>7</key><deviceInfo><label>D</label></deviceInfo><backing><compatibilityMode>virtualMode</compatibilityMode><keyId><keyId>k1</keyId></keyId></backing>',
    ),
    '<VirtualDevice><busNumber>1</busNumber><key>9</key></VirtualDevice>',
  ];
  expect(vmDevicesOf(parseXml(`<val ${XSI}>${list.join('')}</val>`, 'test'))).toEqual({
    controllers: [
      { key: 0, type: 'VirtualSCSI', busNumber: 3, label: '', devices: 0 },
      { key: 9, type: '', busNumber: 1, label: '', devices: 0 },
    ],
    disks: [
      {
        key: 0,
        label: '',
        controllerKey: 0,
        unitNumber: 0,
        capacity: 1500,
        file: '',
        mode: 'physicalMode',
        encrypted: false,
      },
      {
        key: 7,
        label: 'D',
        controllerKey: 0,
        unitNumber: 0,
        capacity: 0,
        file: '',
        mode: 'persistent',
        encrypted: true,
      },
    ],
    floppies: 0,
    vtpm: false,
    media: [],
  });
});

it('finds settings whatever their case, and takes an empty one for none', () => {
  const extraConfig = new Map([
    ['A.b', 'x'],
    ['c', ''],
  ]);
  expect(settingOf({ extraConfig }, 'a.B')).toBe('x');
  expect(settingOf({ extraConfig }, 'c')).toBeUndefined();
});
