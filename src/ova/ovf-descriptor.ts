/**
 * What an OVF descriptor says, read once and used by everybody: files, disks and where they hang, the machine's settings, networks.
 * Sources: DMTF DSP0243 1.1.1 (sections 7.1, 8, 9), CIM_ResourceAllocationSettingData, VMware's extensions (vmw:Config, vmw:ExtraConfig).
 */

import { child, childrenNamed, parseXml, type XmlElement } from '../xml/xml-element.ts';
import type { MachineSettings } from './machine-settings.ts';
import {
  type OvfCapacity,
  type OvfDisk,
  type OvfDrive,
  type OvfFile,
  type OvfItem,
  RESOURCE,
  readControllers,
  readDrives,
} from './ovf-hardware.ts';

export interface OvfDescriptor {
  /** Name of the descriptor, for messages. */
  readonly name: string;
  /** Virtual machines it describes. */
  readonly systems: number;
  readonly files: readonly OvfFile[];
  /** All disks that it lists, whether the machine has them or not. */
  readonly disks: readonly OvfDisk[];
  /** Hard disks of the first machine, in the order in which it sees them: by controller, then by unit. */
  readonly drives: readonly OvfDrive[];
  readonly machine: MachineSettings;
  /** Names of the networks, which the importer maps to those of the inventory. */
  readonly networks: readonly string[];
  /** vmw:Config of the machine by key, such as `bootOptions.efiSecureBootEnabled`. */
  readonly config: ReadonlyMap<string, string>;
  /** It says which devices the machine starts from (vmw:BootOrderSection). */
  readonly bootOrder: boolean;
  /** vmw:ExtraConfig of the machine by key, such as `disk.EnableUUID`. */
  readonly extraConfig: ReadonlyMap<string, string>;
}

/**
 * @param name of the descriptor, for messages
 * @throws FormatError when the text is not well-formed XML or has a document type declaration
 */
export function parseOvf(text: string, name: string): OvfDescriptor {
  const envelope = parseXml(text, name);
  const systems = systemsIn(envelope);
  const hardware = child(systems[0], 'VirtualHardwareSection');
  const items = (hardware?.children ?? [])
    .filter(({ name: tag }) => /^(Storage|EthernetPort)?Item$/.test(tag))
    .map(itemOf);
  const files = childrenNamed(child(envelope, 'References'), 'File').map(fileOf);
  const disks = childrenNamed(child(envelope, 'DiskSection'), 'Disk').map((disk) => diskOf(disk, files));
  const config = settings(hardware, 'Config');
  const extraConfig = settings(hardware, 'ExtraConfig');
  return {
    name,
    systems: systems.length,
    files,
    disks,
    drives: readDrives(items, disks, files),
    machine: machineOf(items, child(systems[0], 'OperatingSystemSection'), new Map([...config, ...extraConfig])),
    networks: childrenNamed(child(envelope, 'NetworkSection'), 'Network').flatMap(
      ({ attributes }) => attributes.get('name') ?? [],
    ),
    config,
    bootOrder: child(systems[0], 'BootOrderSection') !== undefined,
    extraConfig,
  };
}

/** Machines may stand in collections, and these in others. */
function systemsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((one) => {
    if (one.name === 'VirtualSystem') return [one];
    return one.name === 'VirtualSystemCollection' ? systemsIn(one) : [];
  });
}

function itemOf({ children }: XmlElement): OvfItem {
  return new Map(children.map(({ name, text }) => [name, text.trim()]));
}

function fileOf({ attributes }: XmlElement): OvfFile {
  const size = wholeNumber(attributes.get('size'));
  const chunkSize = wholeNumber(attributes.get('chunkSize'));
  const compression = attributes.get('compression');
  return {
    id: attributes.get('id') ?? '',
    href: attributes.get('href') ?? '',
    ...(size !== undefined && { size }),
    ...(chunkSize !== undefined && { chunkSize }),
    ...(compression !== undefined && compression !== 'identity' && { compression }),
  };
}

function diskOf({ attributes }: XmlElement, files: readonly OvfFile[]): OvfDisk {
  const file = files.find(({ id }) => id === attributes.get('fileRef'));
  const format = attributes.get('format');
  const parent = attributes.get('parentRef');
  const capacity = capacityOf(attributes);
  return {
    id: attributes.get('diskId') ?? '',
    ...(file && { file }),
    ...(format !== undefined && { format }),
    ...(capacity && { capacity }),
    ...(parent !== undefined && { parent }),
  };
}

/** `byte * 2^30` (DSP0004, annex C.1) as DSP0243 1.1 has it; version 1.0 had words for the units. */
const UNIT_WORDS: Readonly<Record<string, number>> = {
  byte: 1,
  kilobytes: 2 ** 10,
  megabytes: 2 ** 20,
  gigabytes: 2 ** 30,
  terabytes: 2 ** 40,
};

function capacityOf(attributes: XmlElement['attributes']): OvfCapacity | undefined {
  const count = wholeNumber(attributes.get('capacity'));
  const words = (attributes.get('capacityAllocationUnits') ?? 'byte').toLowerCase().replaceAll(/\s+/g, '');
  const [, base, exponent] = /^byte\*(2|10)\^(\d{1,2})$/.exec(words) ?? [];
  const unit = base === undefined ? UNIT_WORDS[words] : Number(base) ** Number(exponent);
  return count === undefined || unit === undefined ? undefined : { bytes: count * unit, unit };
}

function settings(hardware: XmlElement | undefined, tag: string): Map<string, string> {
  return new Map(
    childrenNamed(hardware, tag).map(({ attributes }) => [attributes.get('key') ?? '', attributes.get('value') ?? '']),
  );
}

function machineOf(
  items: readonly OvfItem[],
  system: XmlElement | undefined,
  config: ReadonlyMap<string, string>,
): MachineSettings {
  const lower = new Map([...config].map(([key, value]) => [key.toLowerCase(), value]));
  const uuid = lower.get('disk.enableuuid');
  return {
    from: 'the OVF descriptor',
    firmware: lower.get('firmware')?.toLowerCase() === 'efi' ? 'efi' : 'bios',
    diskUuidEnabled: uuid === undefined ? undefined : /^(true|1)$/i.test(uuid),
    controllers: readControllers(items),
    floppies: items.filter((item) => item.get('ResourceType') === RESOURCE.floppy).length,
    vtpm: items.some((item) => /^vmware\.vtpm$/i.test(item.get('ResourceSubType') ?? '')),
    encrypted: false,
    guestId: system?.attributes.get('osType'),
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
