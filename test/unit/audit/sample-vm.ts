/** VMs with disks for the audit, and a server that gives their files in parts. */

import type { Disk } from '../../../src/disk/disk.ts';
import type { LocatedVm } from '../../../src/vsphere/inventory/locate-vm.ts';
import type { VmDisk } from '../../../src/vsphere/vm/vm-devices.ts';
import type { VmFacts } from '../../../src/vsphere/vm/vm-facts.ts';
import { PassingError } from '../../../src/vsphere/wire/passing-error.ts';
import { type PlayedObject, ref } from '../vsphere/played-vsphere.ts';
import type { SoapAnswer, SoapCall } from '../vsphere/soap-server.ts';

export const DISK: VmDisk = {
  key: 2000,
  label: 'Hard disk 1',
  controllerKey: 1000,
  unitNumber: 0,
  capacity: 2 ** 30,
  file: '[ds] ws/ws.vmdk',
  mode: 'persistent',
  encrypted: false,
};

export const SECOND: VmDisk = { ...DISK, key: 2001, label: 'Hard disk 2', unitNumber: 1, file: '[ds] ws/ws_1.vmdk' };

/** A template of which no rule has anything to say. */
export const FACTS: VmFacts = {
  moref: { type: 'VirtualMachine', value: 'vm-1' },
  name: 'ws',
  template: true,
  poweredOn: false,
  guestId: 'windows2019srv_64Guest',
  guestReportedId: undefined,
  firmware: 'efi',
  secureBoot: true,
  diskUuidEnabled: true,
  extraConfig: new Map(),
  devices: {
    controllers: [
      { key: 1000, type: 'ParaVirtualSCSIController', busNumber: 0, label: 'SCSI controller 0', devices: 1 },
    ],
    disks: [DISK],
    floppies: 0,
    vtpm: false,
    media: [],
  },
  snapshots: [],
  encrypted: false,
  tools: { running: false, installed: true, version: 12_352 },
  changeTracking: false,
  quiescedSnapshotsSupported: false,
  vmxPath: '[ds] ws/ws.vmx',
  snapshotDirectory: '[ds] ws/',
  folder: undefined,
  resourcePool: undefined,
  host: undefined,
  datastores: [{ type: 'Datastore', value: 'datastore-1' }],
};

export function withDisks(...disks: readonly VmDisk[]): VmFacts {
  return { ...FACTS, devices: { ...FACTS.devices, disks } };
}

/** As vSphere writes one. */
export function descriptor(extents: string, { type = 'vmfs', parent = 'ffffffff', more = '' } = {}): string {
  return `# Disk DescriptorFile\nversion=1\nCID=fffffffe\nparentCID=${parent}\ncreateType="${type}"\n${more}\n${extents}\n\nddb.thinProvisioned = "1"\n`;
}

/** Files of a datastore by their path; what is not there is answered with 404. */
export type Files = Readonly<Record<string, string | Disk | SoapAnswer>>;

export async function giveFile(files: Files, { path, range = '' }: SoapCall): Promise<SoapAnswer> {
  const file = files[decodeURIComponent(path.replace(/^\/folder\//, '').replace(/\?.*/, ''))];
  if (file === undefined) return { status: 404 };
  const [first, last] = range.replace('bytes=', '').split('-').map(Number) as [number, number];
  const part = async (size: number, read: (length: number) => Promise<Buffer> | Buffer): Promise<SoapAnswer> => {
    const bytes = await read(Math.min(last + 1, size) - first);
    const said = `bytes ${first}-${first + bytes.length - 1}/${size}`;
    return { status: 206, body: bytes, headers: { 'Content-Range': said } };
  };
  if (typeof file === 'string') {
    const text = Buffer.from(file);
    return part(text.length, (length) => text.subarray(first, first + length));
  }
  if (typeof file === 'object' && 'read' in file) return part(file.size, (length) => file.read(first, length));
  return file;
}

export function located(id: string): LocatedVm {
  return { moref: ref('VirtualMachine', id), name: id, path: `/DC0/vm/${id}`, datacenter: 'DC0' };
}

/** Without disks, so that the settings alone are judged. */
export function withoutDisks(more: PlayedObject['properties'] = {}): PlayedObject {
  const settings = { 'config.template': 'true', 'config.firmware': 'efi', 'config.guestId': 'g' };
  return { type: 'VirtualMachine', properties: { ...settings, ...more } };
}

/** That the server was not reached. */
export const LOST = new PassingError('vsphere-unreachable', 'vc could not be reached', 'x', { taken: true });
