/** Which VMs an audit looks at. */

import { UserError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { findOne } from '../vsphere/inventory/find.ts';
import { type Inventory, type InventoryObject, ofKind, readInventory } from '../vsphere/inventory/inventory.ts';
import { below, datacenterOf, type LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { matchesName } from './name-pattern.ts';

export interface VmsWanted {
  /** Patterns as `matchesName` takes them; none: all templates, and on a host of its own, which has none, every VM that is off. */
  readonly vms: readonly string[];
  /** Looks only in this one. */
  readonly datacenter?: string | undefined;
}

export interface ChosenVms {
  /** By path. */
  readonly vms: readonly LocatedVm[];
  /** Paths of those that were not named and have another system than Windows. */
  readonly leftOut: readonly string[];
  /** Kinds of the datastores by managed object id, as vSphere calls them: VMFS, NFS, vsan, VVOL, … */
  readonly stores: ReadonlyMap<string, DatastoreKind>;
}

export interface DatastoreKind {
  readonly name: string;
  readonly type: string;
}

/**
 * Of a VM that is inaccessible, orphaned or invalid there is no `config` (vim25 VirtualMachineConnectionState): what vCenter remembers of it
 * stands in its summary. Who asked `config` alone would leave such templates out of an audit without a word (ansible issue 57642).
 */
const OF_TEMPLATES = ['config.template', 'summary.config.template'] as const;

/** @throws UserError vsphere-not-found for a pattern that matches nothing: an audit of nothing is no good news */
export async function chooseVms(session: VsphereSession, { vms: patterns, datacenter }: VmsWanted): Promise<ChosenVms> {
  const inventory = await readInventory(session, {
    VirtualMachine: [...OF_TEMPLATES, 'config.guestId', 'summary.config.guestId', 'runtime.powerState'],
    Datastore: ['summary.type'],
  });
  const datacenters = ofKind(inventory, 'Datacenter');
  const within =
    datacenter === undefined
      ? undefined
      : findOne(datacenters, datacenter, { kind: 'datacenter', input: 'datacenter' }).path;
  const all = below(ofKind(inventory, 'VirtualMachine'), within);
  const wanted = patterns.length === 0 ? byDefault(session, all) : byPattern(all, patterns);
  const chosen = patterns.length === 0 ? wanted.filter(mayBeWindows) : wanted;
  if (chosen.length === 0) throw nothing(session, 'Windows');
  return {
    vms: chosen
      .map(({ moref, name, path }) => ({
        moref,
        name,
        path,
        datacenter: datacenterOf(path, datacenters) ?? '',
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    leftOut: wanted
      .filter((vm) => !chosen.includes(vm))
      .map(({ path }) => path)
      .sort(),
    stores: storesOf(inventory),
  };
}

/** @param inventory with the property summary.type of datastores */
function storesOf(inventory: Inventory): ReadonlyMap<string, DatastoreKind> {
  return new Map(
    ofKind(inventory, 'Datastore').map(({ moref, name, properties }) => [
      moref.value,
      { name, type: properties.get('summary.type')?.text ?? '' },
    ]),
  );
}

/** Those of all datastores, for one VM that is known already. */
export async function readStores(session: VsphereSession): Promise<ReadonlyMap<string, DatastoreKind>> {
  return storesOf(await readInventory(session, { Datastore: ['summary.type'] }));
}

/** Ids of vim25 begin with `win` for every Windows; `other…` says nothing. What says another system fails no snapshot by VSS. */
function mayBeWindows({ properties }: InventoryObject): boolean {
  const guestId = properties.get('config.guestId') ?? properties.get('summary.config.guestId');
  return /^(?:win|other(?:Guest|Guest64)?$|$)/i.test(guestId?.text ?? '');
}

function byDefault(session: VsphereSession, all: readonly InventoryObject[]): readonly InventoryObject[] {
  const templates = all.filter(
    ({ properties }) => OF_TEMPLATES.map((path) => properties.get(path)).find(Boolean)?.text === 'true',
  );
  const off = all.filter(({ properties }) => properties.get('runtime.powerState')?.text === 'poweredOff');
  const chosen = session.about.kind === 'esxi' ? off : templates;
  if (chosen.length > 0) return chosen;
  throw nothing(session, 'any kind');
}

function nothing({ about, url }: VsphereSession, what: string): UserError {
  const kind = about.kind === 'esxi' ? 'VM that is off' : 'template that this account may see';
  return new UserError(
    'vsphere-not-found',
    `${url.host} has no ${kind} of ${what}`,
    'Name VMs in the input vms, or give the account the privilege to see the templates (role Read-only on their folders).',
  );
}

function byPattern(all: readonly InventoryObject[], patterns: readonly string[]): readonly InventoryObject[] {
  const chosen = new Set<InventoryObject>();
  for (const pattern of patterns) {
    const found = all.filter((vm) => matchesName(pattern, vm));
    if (found.length === 0) {
      const near = nearestName(
        pattern,
        all.flatMap(({ name, path }) => [name, path]),
      );
      throw new UserError(
        'vsphere-not-found',
        `No virtual machine matches ${pattern}${near === undefined ? '' : `; did you mean ${near}?`}`,
        'Write names or inventory paths in the input vms; * stands for anything within a name, ** for any folders.',
      );
    }
    for (const vm of found) chosen.add(vm);
  }
  return [...chosen];
}
