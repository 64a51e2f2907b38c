/**
 * A copy of a VM or template that exists for one check. Name and a setting in its .vmx file both carry the id of the run, so that
 * nothing else is ever taken for one; another says whose it is, so that what a killed run leaves is found by the next, and what a
 * run is at work on is left alone.
 */

import { UserError } from '../errors.ts';
import { ofKind, readInventory } from '../vsphere/inventory/inventory.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { chooseVmPlacement } from '../vsphere/inventory/vm-placement.ts';
import { derivedName } from '../vsphere/vm/derived-name.ts';
import { ownedBy, readOwner, removeLeftover } from '../vsphere/vm/owned-vm.ts';
import { describeOwner, type OwnerProcess, standingOf } from '../vsphere/vm/owner.ts';
import { removeVm } from '../vsphere/vm/remove-vm.ts';
import { extraConfigOf, readVmFacts } from '../vsphere/vm/vm-facts.ts';
import { cloneVm } from '../vsphere/vm/vm-operations.ts';
import { explainFault, isFault } from '../vsphere/wire/explain-fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** The setting whose value is the run's id. */
const MARKER = 'stillframe.verify';
/** In a linked clone the VM whose snapshot it begins from: it lives on that one's disks, and has to go first. */
const LINKED = 'stillframe.verify.linked-to';
const INFIX = '-stillframe-verify-';
const ID_DIGITS = 8;

export interface Copy {
  readonly moref: Moref;
  readonly name: string;
}

export function copyName(source: string, id: string): string {
  return derivedName(source, `${INFIX}${id}`);
}

/** The id in the name of a copy of that source; undefined for the name of anything else. */
export function copyIdIn(name: string, source: string): string | undefined {
  const id = name.slice(-ID_DIGITS);
  return /^[0-9a-f]{8}$/.test(id) && name === copyName(source, id) ? id : undefined;
}

export interface CopyRequest {
  /** 8 hexadecimal digits that no other copy has. */
  readonly id: string;
  readonly me: OwnerProcess;
  /** Name or path; default: the source's, for a template the root pool of its host or cluster. */
  readonly resourcePool: string | undefined;
  /** A snapshot to begin from, and the VM it is of: that is the source, or a copy of it. */
  readonly from?: SnapshotOf;
  /** vim25 CustomizationSpec, by the name `customization`. */
  readonly customization?: XmlElement;
}

export interface SnapshotOf {
  readonly vm: Moref;
  readonly snapshot: Moref;
}

/**
 * Clones the source beside it, powered off.
 * @throws UserError vsphere-refused on an ESXi host, which cannot clone; vsphere-not-found, vsphere-ambiguous for the pool
 */
export async function makeCopy(
  session: VsphereSession,
  source: LocatedVm,
  { id, me, resourcePool, from, customization }: CopyRequest,
): Promise<Copy> {
  if (session.about.kind === 'esxi') {
    throw new UserError(
      'vsphere-refused',
      `${session.url.host} is an ESXi host, and only a vCenter can copy ${source.name}`,
      'Connect to the vCenter of the host, or set copy: false to take the snapshot of the VM itself.',
    );
  }
  const cloned = from?.vm ?? source.moref;
  const facts = await readVmFacts(session, cloned);
  const { folder } = facts;
  if (!folder) {
    throw new UserError(
      'vsphere-not-found',
      `${source.name} lies in no folder that could take a copy`,
      'Move it out of its vApp, give the account a role on its folder, or set copy: false.',
    );
  }
  const name = copyName(source.name, id);
  const placement = await chooseVmPlacement(session, source, facts, resourcePool);
  try {
    const moref = await cloneVm(session, cloned, {
      name,
      folder,
      ...placement,
      ...(from && { linkedTo: from.snapshot }),
      ...(customization && { customization }),
      extraConfig: { [MARKER]: id, ...(from && { [LINKED]: from.vm.value }), ...ownedBy(session, me) },
    });
    return { moref, name };
  } catch (error) {
    throw explainFault(error, `Copying ${source.name}`);
  }
}

/** Copies of this source that runs have left, linked clones first; with an id only that one. */
export async function findCopies(session: VsphereSession, source: LocatedVm, id?: string): Promise<Copy[]> {
  const inventory = await readInventory(session, { VirtualMachine: [] });
  const folder = source.path.slice(0, -source.name.length);
  const copies: Copy[] = [];
  for (const { moref, name, path } of ofKind(inventory, 'VirtualMachine')) {
    const named = path === `${folder}${name}` ? copyIdIn(name, source.name) : undefined;
    if (named === undefined || (id !== undefined && named !== id)) continue;
    const settings = await settingsOf(session, moref);
    if (settings.get(MARKER) !== named) continue;
    if (settings.get(LINKED)) copies.unshift({ moref, name });
    else copies.push({ moref, name });
  }
  return copies;
}

/** None where it is gone. */
async function settingsOf(session: VsphereSession, vm: Moref): Promise<ReadonlyMap<string, string>> {
  try {
    const properties = await readProperties(session, vm, ['config.extraConfig']);
    return extraConfigOf(properties.get('config.extraConfig'));
  } catch (error) {
    if (isFault(error, 'ManagedObjectNotFound')) return new Map();
    throw error;
  }
}

/** Powers the copy off and removes it with its disks and snapshots. That it is gone already is as good. */
export async function removeCopy(session: VsphereSession, { moref, name }: Copy): Promise<void> {
  await removeVm(session, moref).catch((error: unknown) => {
    throw explainFault(error, `Removing ${name}`);
  });
}

/**
 * Removes copies of this source that ended runs have left. One that another run is at work on stays: several may prove the same
 * template at the same time.
 */
export async function removeLeftCopies(session: VsphereSession, source: LocatedVm, me: OwnerProcess): Promise<void> {
  for (const copy of await findCopies(session, source)) {
    const owner = await readOwner(session, copy.moref);
    if (owner === undefined) {
      session.log.warning(`${copy.name} does not say whose it is, and is left alone: delete it when nobody needs it`);
    } else if (standingOf(owner, me, session.now()) === 'working') {
      session.log.info(`${copy.name} is left alone: it belongs to ${describeOwner(owner)}`);
    } else {
      session.log.info(`Removing ${copy.name}, which an ended run has left behind`);
      await removeLeftover(session, { moref: copy.moref, path: copy.name }, me);
    }
  }
}
