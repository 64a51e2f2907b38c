/** The hardware items of an OVF descriptor: controllers and what hangs on them (CIM_ResourceAllocationSettingData). */

import type { ControllerKind, ControllerSettings } from './machine-settings.ts';

/** An entry of References: a file of the package. */
export interface OvfFile {
  readonly id: string;
  /** As it is written: a URI relative to the descriptor. */
  readonly href: string;
  /** Bytes; left out when the descriptor does not say them. */
  readonly size?: number;
  /** `gzip`; left out for a plain file. */
  readonly compression?: string;
  /** The file lies in the package in pieces of that many bytes. */
  readonly chunkSize?: number;
}

/** An entry of DiskSection. */
export interface OvfDisk {
  readonly id: string;
  /** The file that holds it; left out for an empty disk. */
  readonly file?: OvfFile;
  readonly format?: string;
  /** Left out where the descriptor leaves it to a property, or says it in a unit of its own. */
  readonly capacity?: OvfCapacity;
  /** The disk whose changes it only holds (`ovf:parentRef`). */
  readonly parent?: string;
}

export interface OvfCapacity {
  readonly bytes: number;
  /** Bytes of the unit it is said in: it was rounded to a whole number of them. */
  readonly unit: number;
}

/** The elements of an Item by their names. */
export type OvfItem = ReadonlyMap<string, string>;

/** CIM_ResourceAllocationSettingData.ResourceType. */
export const RESOURCE = { ide: '5', scsi: '6', floppy: '14', disk: '17', storage: '20' } as const;

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

/** A hard disk of the machine. */
export interface OvfDrive {
  readonly disk: OvfDisk;
  /** Left out for a drive that hangs on none. */
  readonly controller?: { readonly kind: ControllerKind; readonly bus: number };
  readonly unit: number;
}

/** What has no number of its own stands behind what has. */
const LAST = Number.MAX_SAFE_INTEGER;
/** Unit of a drive whose descriptor says none. */
export const NO_UNIT = LAST;

export function readControllers(items: readonly OvfItem[]): ControllerSettings[] {
  return items.flatMap((controller) => {
    const kind = controllerKind(controller);
    if (kind === undefined) return [];
    const children = items.filter((item) => item.get('Parent') === controller.get('InstanceID'));
    const disks = children.filter((item) => item.get('ResourceType') === RESOURCE.disk).length;
    return [{ kind, label: LABELS[kind], disks, devices: children.length }];
  });
}

/**
 * Hard disks by controller (its bus number, then its place in the descriptor) and unit: the first is the one the machine starts from.
 * CD and floppy drives are none, whatever their files are called.
 */
export function readDrives(
  items: readonly OvfItem[],
  disks: readonly OvfDisk[],
  files: readonly OvfFile[],
): OvfDrive[] {
  const controllers = items.flatMap((item) => {
    const kind = controllerKind(item);
    return kind === undefined ? [] : [{ id: item.get('InstanceID'), kind, bus: numberOf(item.get('Address')) }];
  });
  return items
    .filter((item) => item.get('ResourceType') === RESOURCE.disk)
    .map((item, place) => {
      const at = controllers.findIndex(({ id }) => id !== undefined && id === item.get('Parent'));
      const controller = controllers[at];
      const drive: OvfDrive = {
        disk: diskOf(item.get('HostResource') ?? '', disks, files),
        ...(controller && { controller: { kind: controller.kind, bus: controller.bus === LAST ? 0 : controller.bus } }),
        unit: numberOf(item.get('AddressOnParent')),
      };
      return { drive, order: [controller?.bus ?? LAST, at < 0 ? LAST : at, drive.unit, place] };
    })
    .sort((a, b) => compare(a.order, b.order))
    .map(({ drive }) => drive);
}

/** `ovf:/disk/<id>` names an entry of DiskSection, `ovf:/file/<id>` a file itself (DSP0243, section 8.3); blanks and slashes vary. */
function diskOf(resource: string, disks: readonly OvfDisk[], files: readonly OvfFile[]): OvfDisk {
  const [, kind, id = ''] = /^(?:ovf:)?\/{0,2}(disk|file)\/(.+)$/i.exec(resource.trim()) ?? [];
  if (kind?.toLowerCase() === 'file') {
    const file = files.find((one) => one.id === id);
    return { id, ...(file && { file }) };
  }
  return disks.find((disk) => disk.id === id) ?? { id };
}

function controllerKind(item: OvfItem): ControllerKind | undefined {
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

function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : LAST;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
