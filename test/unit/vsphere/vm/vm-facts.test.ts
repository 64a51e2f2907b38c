import { expect, it } from 'vitest';
import { parseDatastorePath } from '../../../../src/vsphere/transfer/datastore-file.ts';
import { vmDevicesOf } from '../../../../src/vsphere/vm/vm-devices.ts';
import { snapshotsOf } from '../../../../src/vsphere/vm/vm-snapshot.ts';
import { parseXml } from '../../../../src/xml/xml-element.ts';

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
      },
    ],
    floppies: 1,
    vtpm: true,
  });
});

it('reads a VM without devices', () => {
  expect(vmDevicesOf(undefined)).toEqual({ controllers: [], disks: [], floppies: 0, vtpm: false });
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
