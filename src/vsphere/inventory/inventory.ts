/** What a vCenter or a host has, by name and by path, as govc and the vSphere client write paths: /DC/vm/Templates/ws2019. */

import { plainName } from '../wire/entity-name.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { type ObjectProperties, readContained } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';

export interface InventoryObject {
  readonly moref: Moref;
  readonly name: string;
  /** From the root, for example /DC0/host/DC0_C0/Resources. */
  readonly path: string;
  /** The same with the escape codes that the API keeps in names: as govc writes paths, and as file URLs want that of a datacenter. */
  readonly codedPath: string;
  readonly properties: ObjectProperties['properties'];
}

export type Inventory = readonly InventoryObject[];

/** Kinds that other kinds are found below. */
const CONTAINERS = ['Folder', 'Datacenter', 'ComputeResource', 'ResourcePool', 'StoragePod'] as const;

/**
 * All objects of the given kinds, and of those that contain them.
 * @param kinds vim25 types to read with the extra properties wanted of each; subtypes are included (ComputeResource brings clusters)
 */
export async function readInventory(
  session: VsphereSession,
  kinds: Readonly<Record<string, readonly string[]>>,
): Promise<Inventory> {
  const wanted = new Set([...CONTAINERS, ...Object.keys(kinds)]);
  const types = [...wanted].filter((type) => type !== 'StoragePod' || session.about.kind === 'vcenter');
  const paths = Object.fromEntries(types.map((type) => [type, ['name', 'parent', ...(kinds[type] ?? [])]]));
  const objects = await readContained(session, session.manager('rootFolder'), paths);
  const byId = new Map(objects.map((object) => [object.moref.value, object]));
  return objects.map((object) => ({
    moref: object.moref,
    name: nameOf(object),
    path: pathOf(object, byId, nameOf),
    codedPath: pathOf(object, byId, codedName),
    properties: object.properties,
  }));
}

/** Of one kind, subtypes included. */
export function ofKind(inventory: Inventory, kind: string): Inventory {
  const types = [kind, ...(SUBTYPES[kind] ?? [])];
  return inventory.filter(({ moref }) => types.includes(moref.type));
}

const SUBTYPES: Readonly<Record<string, readonly string[]>> = {
  ComputeResource: ['ClusterComputeResource'],
  ResourcePool: ['VirtualApp'],
  Network: ['DistributedVirtualPortgroup', 'OpaqueNetwork'],
  Folder: ['StoragePod'],
};

function nameOf(object: ObjectProperties): string {
  return plainName(codedName(object));
}

function codedName({ properties }: ObjectProperties): string {
  return properties.get('name')?.text ?? '';
}

/** The root folder itself is not below the view's root, and so ends every path. */
function pathOf(
  object: ObjectProperties,
  byId: ReadonlyMap<string, ObjectProperties>,
  called: (object: ObjectProperties) => string,
): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: ObjectProperties | undefined = object; at && !seen.has(at.moref.value); ) {
    seen.add(at.moref.value);
    names.unshift(called(at));
    const parent: Moref | undefined = morefOf(at.properties.get('parent'));
    at = parent && byId.get(parent.value);
  }
  return `/${names.join('/')}`;
}
