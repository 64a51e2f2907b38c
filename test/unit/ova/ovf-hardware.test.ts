import { describe, expect, it } from 'vitest';
import { type OvfItem, RESOURCE, readControllers, readDrives } from '../../../src/ova/ovf-hardware.ts';

function item(id: number, type: string, more: Readonly<Record<string, string>> = {}): OvfItem {
  return new Map(Object.entries({ InstanceID: String(id), ResourceType: type, ...more }));
}
const controller = (id: number, type: string, ResourceSubType?: string, Address?: string): OvfItem =>
  item(id, type, { ...(ResourceSubType !== undefined && { ResourceSubType }), ...(Address && { Address }) });

describe('readControllers', () => {
  it.each([
    [RESOURCE.scsi, 'VirtualSCSI', 'pvscsi', 'a PVSCSI controller'],
    [RESOURCE.scsi, 'lsilogicsas', 'lsilogicsas', 'an LSI Logic SAS controller'],
    [RESOURCE.scsi, 'LsiLogic', 'lsilogic', 'an LSI Logic controller'],
    [RESOURCE.scsi, 'buslogic', 'buslogic', 'a BusLogic controller'],
    [RESOURCE.scsi, 'lsilogic VirtualSCSI', 'lsilogic', 'an LSI Logic controller'],
    [RESOURCE.scsi, 'unheard-of VirtualSCSI', 'pvscsi', 'a PVSCSI controller'],
    [RESOURCE.scsi, 'unheard-of', 'other', 'a controller of unknown kind'],
    [RESOURCE.scsi, ' ', 'lsilogic', 'an LSI Logic controller'],
    [RESOURCE.scsi, undefined, 'lsilogic', 'an LSI Logic controller'],
    [RESOURCE.storage, 'vmware.sata.ahci', 'sata', 'a SATA controller'],
    [RESOURCE.storage, 'AHCI', 'sata', 'a SATA controller'],
    [RESOURCE.storage, 'vmware.nvme.controller', 'nvme', 'an NVMe controller'],
    [RESOURCE.storage, undefined, 'other', 'a controller of unknown kind'],
    [RESOURCE.ide, 'PIIX4', 'ide', 'an IDE controller'],
  ])('calls type %s with subtype %s %s', (type, subtype, kind, label) => {
    expect(readControllers([controller(3, type, subtype)])).toEqual([{ kind, label, disks: 0, devices: 0 }]);
  });

  it('counts what hangs on each, disks apart', () => {
    const items = [
      controller(3, '6', 'VirtualSCSI'),
      controller(4, '5'),
      item(10, '17', { Parent: '3' }),
      item(11, '17', { Parent: '3' }),
      item(12, '15', { Parent: '3' }),
      item(13, '15', { Parent: '4' }),
      item(14, '17', { Parent: '9' }),
      item(15, '3'),
    ];
    expect(readControllers(items).map(({ kind, disks, devices }) => [kind, disks, devices])).toEqual([
      ['pvscsi', 2, 3],
      ['ide', 0, 1],
    ]);
  });
});

describe('readDrives', () => {
  const drive = (id: number, Parent: string, AddressOnParent?: string): OvfItem =>
    item(id, '17', { Parent, HostResource: `ovf:/disk/${id}`, ...(AddressOnParent && { AddressOnParent }) });
  const order = (...items: OvfItem[]): string[] => readDrives(items, [], []).map(({ disk }) => disk.id);

  it('says where each hangs; a controller without a number is the first', () => {
    const items = [
      controller(3, '6', 'VirtualSCSI', '2'),
      controller(4, '20', 'AHCI'),
      drive(10, '3', '5'),
      drive(11, '4'),
    ];
    expect(readDrives(items, [], [])).toEqual([
      { disk: { id: '10' }, controller: { kind: 'pvscsi', bus: 2 }, unit: 5 },
      { disk: { id: '11' }, controller: { kind: 'sata', bus: 0 }, unit: Number.MAX_SAFE_INTEGER },
    ]);
    expect(readDrives([drive(10, '3', '0')], [], [])).toEqual([{ disk: { id: '10' }, unit: 0 }]);
  });

  it('puts what has no number behind what has', () => {
    const one = controller(3, '6', 'VirtualSCSI', '0');
    expect(order(one, drive(10, '3'), drive(11, '3', '63'))).toEqual(['11', '10']);
    expect(order(one, drive(10, '9', '0'), drive(11, '3', '63'))).toEqual(['11', '10']);
    expect(order(controller(4, '6', ''), one, drive(10, '4', '0'), drive(11, '3', '1'))).toEqual(['11', '10']);
    expect(order(one, drive(10, '3', '-1'), drive(11, '3', '1234567890'), drive(12, '3', '999999999'))).toEqual([
      '12',
      '10',
      '11',
    ]);
  });

  it('goes by bus, then by the place of the controller, then by unit, then by the place of the disk', () => {
    const [a, b] = [controller(3, '6', 'VirtualSCSI', '0'), controller(4, '6', 'VirtualSCSI', '0')];
    expect(order(a, b, drive(10, '4', '0'), drive(11, '3', '7'))).toEqual(['11', '10']);
    expect(order(b, a, drive(10, '4', '7'), drive(11, '3', '0'))).toEqual(['10', '11']);
    expect(order(a, drive(10, '3', '1'), drive(11, '3', '0'), drive(12, '3', '0'))).toEqual(['11', '12', '10']);
    expect(order(drive(10, '9', '1'), drive(11, '9', '0'))).toEqual(['11', '10']);
  });

  it('hangs a drive without a parent on none, though a controller has no id either', () => {
    const nameless: OvfItem = new Map([['ResourceType', '6']]);
    const loose: OvfItem = new Map([['ResourceType', '17']]);
    expect(readDrives([nameless, loose], [], [])).toEqual([{ disk: { id: '' }, unit: Number.MAX_SAFE_INTEGER }]);
  });

  it('finds what a resource names', () => {
    const file = { id: 'f', href: 'a.vmdk' };
    const disks = [{ id: 'd', file }];
    const named = (HostResource: string) => readDrives([item(1, '17', { HostResource })], disks, [file])[0]?.disk;
    expect(named('ovf:/disk/d')).toBe(disks[0]);
    expect(named('ovf:/file/f')).toEqual({ id: 'f', file });
    expect(named('ovf:/file/x')).toEqual({ id: 'x' });
    expect(named('ovf:/disk/x')).toEqual({ id: 'x' });
    expect(named('xovf:/disk/d')).toEqual({ id: '' });
    expect(named('ovf:///disk/d')).toEqual({ id: '' });
  });
});
