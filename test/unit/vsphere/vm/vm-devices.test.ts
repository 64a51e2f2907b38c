import { expect, it } from 'vitest';
import { vmDevicesOf } from '../../../../src/vsphere/vm/vm-devices.ts';
import { parseXml, type XmlElement } from '../../../../src/xml/xml-element.ts';

const list = (devices: string): XmlElement =>
  parseXml(`<val xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${devices}</val>`, 'x');
const device = (type: string, body: string): string => `<VirtualDevice xsi:type="${type}">${body}</VirtualDevice>`;
const disk = (body: string, backing = '') =>
  device(
    'VirtualDisk',
    `<key>2000</key><controllerKey>1000</controllerKey><unitNumber>3</unitNumber>${body}<backing>${backing}</backing>`,
  );
const disksOf = (...devices: string[]) => vmDevicesOf(list(devices.join(''))).disks;

it('is nothing without a list', () => {
  expect(vmDevicesOf(undefined)).toEqual({ controllers: [], disks: [], floppies: 0, vtpm: false, media: [] });
});

it('knows controllers by their bus, with all that hangs on each', () => {
  const { controllers, floppies, vtpm } = vmDevicesOf(
    list(
      [
        device(
          'ParaVirtualSCSIController',
          '<key>1000</key><deviceInfo><label>SCSI 0</label></deviceInfo><busNumber>0</busNumber>',
        ),
        device('VirtualAHCIController', '<key>15000</key><busNumber>2</busNumber>'),
        disk(''),
        device('VirtualCdrom', '<key>3000</key><controllerKey>1000</controllerKey>'),
        device('VirtualFloppy', '<key>8000</key>'),
        device('VirtualFloppy', '<key>8001</key>'),
        device('VirtualTPM', '<key>11000</key>'),
      ].join(''),
    ),
  );
  expect(controllers).toEqual([
    { key: 1000, type: 'ParaVirtualSCSIController', busNumber: 0, label: 'SCSI 0', devices: 2 },
    { key: 15000, type: 'VirtualAHCIController', busNumber: 2, label: '', devices: 0 },
  ]);
  expect([floppies, vtpm]).toEqual([2, true]);
});

it('reads a disk', () => {
  const [one] = disksOf(
    disk(
      '<deviceInfo><label>Hard disk 1</label></deviceInfo><capacityInKB>4</capacityInKB><capacityInBytes>4097</capacityInBytes>',
      '<fileName>[ds] a/a.vmdk</fileName><diskMode>independent_persistent</diskMode><keyId><keyId>k</keyId></keyId>',
    ),
  );
  expect(one).toEqual({
    key: 2000,
    label: 'Hard disk 1',
    controllerKey: 1000,
    unitNumber: 3,
    capacity: 4097,
    file: '[ds] a/a.vmdk',
    mode: 'independent_persistent',
    encrypted: true,
  });
});

it('tells a disk that only holds what changed against another', () => {
  const [clone, own] = disksOf(
    disk('', '<fileName>[ds] a/a-000001.vmdk</fileName><parent><fileName>[ds] b/b.vmdk</fileName></parent>'),
    disk('', '<fileName>[ds] a/a.vmdk</fileName>'),
  );
  expect([clone?.delta, own && 'delta' in own]).toEqual([true, false]);
});

it('goes by what older servers say, and by what is left out', () => {
  expect(disksOf(disk('<capacityInKB>4</capacityInKB>'), disk(''), device('VirtualDisk', ''))).toMatchObject([
    { capacity: 4096, label: '', file: '', mode: 'persistent', encrypted: false },
    { capacity: 0 },
    { key: 0, controllerKey: 0, unitNumber: 0 },
  ]);
});

it('takes a raw device that is passed through for one, whatever its mode', () => {
  const mode = (compatibility: string) =>
    disksOf(disk('', `<compatibilityMode>${compatibility}</compatibilityMode><diskMode>persistent</diskMode>`))[0]
      ?.mode;
  expect([mode('physicalMode'), mode('virtualMode')]).toEqual(['physicalMode', 'persistent']);
});

it('names the files in CD and floppy drives that are connected, now or at the next start', () => {
  const drive = (type: string, label: string, connectable: string, backing = '<fileName>[ds] a.iso</fileName>') =>
    device(
      type,
      `<deviceInfo><label>${label}</label></deviceInfo><backing>${backing}</backing><connectable>${connectable}</connectable>`,
    );
  const { media } = vmDevicesOf(
    list(
      [
        drive('VirtualFloppy', 'now', '<startConnected>false</startConnected><connected>true</connected>'),
        drive('VirtualCdrom', 'next', '<startConnected>true</startConnected><connected>false</connected>'),
        drive('VirtualCdrom', 'off', '<startConnected>false</startConnected><connected>false</connected>'),
        drive('VirtualCdrom', 'client', '<connected>true</connected>', '<deviceName>d</deviceName>'),
        drive('VirtualSerialPort', 'port', '<connected>true</connected>'),
      ].join(''),
    ),
  );
  expect(media).toEqual([
    { label: 'next', file: '[ds] a.iso' },
    { label: 'now', file: '[ds] a.iso' },
  ]);
});
