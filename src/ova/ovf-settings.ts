/** Reads the settings that decide about quiescing from an OVF descriptor (DMTF DSP0243 1.1.1, section 8; VMware's extensions). */

import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { FormatError } from '../errors.ts';
import type { Controller, ControllerKind, MachineSettings } from './machine-settings.ts';

/** CIM_ResourceAllocationSettingData.ResourceType. */
const RESOURCE = { ide: '5', scsi: '6', floppy: '14', disk: '17', storage: '20' } as const;

/** VMware's subtypes of controllers; more than one may stand in the element, separated by spaces. */
const CONTROLLER_SUBTYPES: Readonly<Record<string, ControllerKind>> = {
  virtualscsi: 'pvscsi',
  lsilogicsas: 'lsilogicsas',
  lsilogic: 'lsilogic',
  buslogic: 'buslogic',
  'vmware.sata.ahci': 'sata',
  ahci: 'sata',
  'vmware.nvme.controller': 'nvme',
};

const LABELS: Readonly<Record<ControllerKind, string>> = {
  pvscsi: 'a PVSCSI controller',
  lsilogicsas: 'an LSI Logic SAS controller',
  lsilogic: 'an LSI Logic controller',
  buslogic: 'a BusLogic controller',
  sata: 'a SATA controller',
  nvme: 'an NVMe controller',
  ide: 'an IDE controller',
  other: 'a controller of unknown kind',
};

type Item = Map<string, string>;

/**
 * @param file name of the descriptor, for messages
 * @throws FormatError when the text is not well-formed XML or has a document type declaration
 */
export function readOvfSettings(text: string, file: string): MachineSettings {
  const items: Item[] = [];
  const config = new Map<string, string>();
  let osType: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  let item: Item | undefined;
  let chars = '';

  parser.on('error', (error) => {
    throw new FormatError(file, parser.position, 'well-formed XML', error.message);
  });
  // Entities could be declared there, and nothing that writes OVF declares any.
  parser.on('doctype', () => {
    throw new FormatError(file, parser.position, 'XML without a document type declaration', 'one');
  });
  parser.on('opentag', (tag) => {
    chars = '';
    if (tag.local === 'Item' || tag.local === 'StorageItem') item = new Map();
    if (tag.local === 'Config' || tag.local === 'ExtraConfig') {
      config.set((attribute(tag, 'key') ?? '').toLowerCase(), attribute(tag, 'value') ?? '');
    }
    if (tag.local === 'OperatingSystemSection') osType = attribute(tag, 'osType');
  });
  parser.on('text', (text) => {
    chars += text;
  });
  parser.on('closetag', (tag) => {
    if (tag.local === 'Item' || tag.local === 'StorageItem') {
      if (item) items.push(item);
      item = undefined;
    } else item?.set(tag.local, chars.trim());
  });
  parser.write(text).close();

  const uuid = config.get('disk.enableuuid');
  const firmware = config.get('firmware')?.toLowerCase();
  return {
    from: 'the OVF descriptor',
    firmware: firmware === 'efi' ? 'efi' : 'bios',
    diskUuidEnabled: uuid === undefined ? undefined : /^(true|1)$/i.test(uuid),
    controllers: controllersOf(items),
    floppies: items.filter((entry) => entry.get('ResourceType') === RESOURCE.floppy).length,
    vtpm: items.some((entry) => /^vmware\.vtpm$/i.test(entry.get('ResourceSubType') ?? '')),
    encrypted: false,
    guestId: osType,
  };
}

function controllersOf(items: readonly Item[]): Controller[] {
  return items.flatMap((controller) => {
    const kind = controllerKind(controller);
    if (kind === undefined) return [];
    const children = items.filter((item) => item.get('Parent') === controller.get('InstanceID'));
    const disks = children.filter((item) => item.get('ResourceType') === RESOURCE.disk).length;
    return [{ kind, label: LABELS[kind], disks, devices: children.length }];
  });
}

function controllerKind(item: Item): ControllerKind | undefined {
  const subtypes = (item.get('ResourceSubType') ?? '').toLowerCase().split(/\s+/);
  const known = subtypes.map((subtype) => CONTROLLER_SUBTYPES[subtype]).find((kind) => kind !== undefined);
  switch (item.get('ResourceType')) {
    case RESOURCE.ide:
      return 'ide';
    case RESOURCE.scsi:
      // Without a subtype the importer chooses LSI Logic.
      return known ?? (subtypes.join('') === '' ? 'lsilogic' : 'other');
    case RESOURCE.storage:
      return known ?? 'other';
    default:
      return undefined;
  }
}

function attribute(tag: SaxesTagNS, local: string): string | undefined {
  return Object.values(tag.attributes).find((candidate: SaxesAttributeNS) => candidate.local === local)?.value;
}
