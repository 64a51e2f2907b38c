/** Virtual hardware of a VM: controllers with what hangs on them, disks, floppies, vTPM. */

import { childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';

export interface VmController {
  readonly key: number;
  /** vim25 type, such as ParaVirtualSCSIController. */
  readonly type: string;
  readonly busNumber: number;
  readonly label: string;
  /** All devices on it, disks included. */
  readonly devices: number;
}

export interface VmDisk {
  readonly key: number;
  readonly label: string;
  readonly controllerKey: number;
  readonly unitNumber: number;
  /** Bytes. */
  readonly capacity: number;
  /** Datastore path of its file. */
  readonly file: string;
  /** Such as persistent or independent_persistent; physicalMode for a raw device that is passed through. Both last take no part in snapshots. */
  readonly mode: string;
  /** The host encrypts what it stores. */
  readonly encrypted: boolean;
  /** It only holds what changed against another file: of a snapshot, or of the VM that this one is a linked clone of. */
  readonly delta?: true;
}

export interface VmDevices {
  readonly controllers: readonly VmController[];
  readonly disks: readonly VmDisk[];
  readonly floppies: number;
  readonly vtpm: boolean;
  /** CD and floppy drives with a file in them that is connected, or will be at the next start. */
  readonly media: readonly VmMedium[];
}

export interface VmMedium {
  /** Of the drive. */
  readonly label: string;
  /** Datastore path. */
  readonly file: string;
}

/** From the property config.hardware.device. */
export function vmDevicesOf(list: XmlElement | undefined): VmDevices {
  const devices = list?.children ?? [];
  const typed = (type: string): readonly XmlElement[] => devices.filter((device) => device.type?.name === type);
  return {
    // Only controllers have a bus of their own.
    controllers: devices
      .filter((device) => textAt(device, 'busNumber') !== undefined)
      .map((device) => controllerOf(device, devices)),
    disks: typed('VirtualDisk').map(diskOf),
    floppies: typed('VirtualFloppy').length,
    vtpm: typed('VirtualTPM').length > 0,
    media: [...typed('VirtualCdrom'), ...typed('VirtualFloppy')].flatMap(mediumOf),
  };
}

/** Only a backing by a file has a name; what is in a drive of the host or of a client is nobody's but theirs. */
function mediumOf(device: XmlElement): VmMedium[] {
  const file = textAt(device, 'backing.fileName') ?? '';
  const connected = ['connected', 'startConnected'].some((flag) => textAt(device, `connectable.${flag}`) === 'true');
  return file === '' || !connected ? [] : [{ label: textAt(device, 'deviceInfo.label') ?? '', file }];
}

function controllerOf(device: XmlElement, devices: readonly XmlElement[]): VmController {
  const key = numberAt(device, 'key');
  return {
    key,
    type: device.type?.name ?? '',
    busNumber: numberAt(device, 'busNumber'),
    label: textAt(device, 'deviceInfo.label') ?? '',
    devices: devices.filter((other) => textAt(other, 'controllerKey') === String(key)).length,
  };
}

function diskOf(device: XmlElement): VmDisk {
  const kib = numberAt(device, 'capacityInKB');
  const bytes = textAt(device, 'capacityInBytes');
  const backing = childrenNamed(device, 'backing')[0];
  return {
    key: numberAt(device, 'key'),
    label: textAt(device, 'deviceInfo.label') ?? '',
    controllerKey: numberAt(device, 'controllerKey'),
    unitNumber: numberAt(device, 'unitNumber'),
    capacity: bytes === undefined ? kib * 1024 : Number(bytes),
    file: textAt(backing, 'fileName') ?? '',
    mode:
      textAt(backing, 'compatibilityMode') === 'physicalMode'
        ? 'physicalMode'
        : (textAt(backing, 'diskMode') ?? 'persistent'),
    encrypted: textAt(backing, 'keyId.keyId') !== undefined,
    ...(textAt(backing, 'parent.fileName') !== undefined && { delta: true as const }),
  };
}

function numberAt(element: XmlElement, name: string): number {
  return Number(textAt(element, name) ?? 0);
}
