/** What runs that were killed left of a VM of some name: found by names and owners, and cleared away only where nobody is at it. */

import type { Inventory, InventoryObject } from '../vsphere/inventory/inventory.ts';
import { vmNamed, vmsIn } from '../vsphere/inventory/vm-folders.ts';
import { assertLeftover, readOwner, removeLeftover } from '../vsphere/vm/owned-vm.ts';
import { describeOwner, type Owner, type OwnerProcess, standingOf } from '../vsphere/vm/owner.ts';
import { removeVm } from '../vsphere/vm/remove-vm.ts';
import { renameEntity } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { readWorkingName, type WorkingName } from './working-names.ts';

/** Where VMs of that name are looked for, and by whom. */
export interface NameClaim {
  readonly folder: Moref;
  readonly name: string;
  readonly me: OwnerProcess;
  /** Nobody's name is taken in the end, as by a candidate: runs that are at work on the name are left to it. Default false. */
  readonly beside?: boolean;
}

interface Found extends WorkingName {
  readonly vm: InventoryObject;
}

/**
 * Removes or puts back what earlier runs left of a VM of that name in that folder. Nothing is touched before all of it was looked at.
 * @returns true when something was changed, so that the inventory must be read again
 * @throws UserError vsphere-busy when another run is at work on the name that is to be taken
 */
export async function clearLeftovers(
  session: VsphereSession,
  inventory: Inventory,
  claim: NameClaim,
): Promise<boolean> {
  const here = vmsIn(inventory, claim.folder);
  const found = here.flatMap((vm): Found[] => {
    const working = readWorkingName(vm.name, claim.name);
    return working ? [{ ...working, vm }] : [];
  });
  const { unfinished, busy } = await leftoversAmong(session, found, claim);
  for (const vm of unfinished) {
    session.log.info(`Removing ${vm.path}, which an earlier run did not finish`);
    await removeLeftover(session, vm, claim.me);
  }
  // What was put aside belongs to the run that is just putting its own in its place.
  if (busy) return unfinished.length > 0;
  const replaced = found.filter(({ kind }) => kind === 'old');
  const settled = await settleReplaced(session, replaced, vmNamed(here, claim.name), claim);
  return unfinished.length > 0 || settled;
}

async function leftoversAmong(
  session: VsphereSession,
  found: readonly Found[],
  { me, beside = false }: NameClaim,
): Promise<{ unfinished: InventoryObject[]; busy: boolean }> {
  const unfinished: InventoryObject[] = [];
  let busy = false;
  for (const { kind, run, vm } of found) {
    if (kind !== 'new') continue;
    const owner = await readOwner(session, vm.moref);
    // A name alone proves nothing: anybody can give one.
    if (owner?.run !== run) {
      session.log.warning(
        `${vm.path} is called like a VM in the making, but does not say whose it is: it is left alone. Remove it by hand when nobody needs it.`,
      );
      continue;
    }
    if (beside && standingOf(owner, me, session.now()) === 'working') {
      session.log.info(`${vm.path} is being made by ${describeOwner(owner)}, and is left to it`);
      busy = true;
      continue;
    }
    assertLeftover(owner, vm, me, session.now());
    unfinished.push(vm);
  }
  return { unfinished, busy };
}

/**
 * One that was replaced is removed only when the VM that has its name now is the one that its run put there; where nobody has the
 * name it gets it back.
 */
async function settleReplaced(
  session: VsphereSession,
  replaced: readonly Found[],
  holder: InventoryObject | undefined,
  { name, me }: NameClaim,
): Promise<boolean> {
  const successor = holder && (await readOwner(session, holder.moref));
  let free = !holder;
  let changed = false;
  for (const { run, vm } of replaced) {
    if (free) {
      session.log.info(`Giving ${vm.path} its name back, which an earlier run did not get to replace`);
      await renameEntity(session, vm.moref, name);
      free = false;
      changed = true;
    } else if (successor?.run === run) {
      changed = (await removeReplaced(session, vm, successor, me)) || changed;
    } else {
      session.log.warning(
        `${vm.path} was put aside by the run ${run}, but ${name} is not what that run put in its place: both are left alone.`,
      );
    }
  }
  return changed;
}

/** Its own run may be about to do it. A machine that somebody has started meanwhile is not switched off. */
async function removeReplaced(
  session: VsphereSession,
  vm: InventoryObject,
  successor: Owner,
  me: OwnerProcess,
): Promise<boolean> {
  if (standingOf(successor, me, session.now()) === 'working') return false;
  session.log.info(`Removing ${vm.path}, which an earlier run had replaced`);
  await removeVm(session, vm.moref, { powerOff: false, patience: 0 }).catch((error: unknown) => {
    session.log.warning(`${vm.path}, which an earlier run had replaced, could not be removed: ${String(error)}`);
  });
  return true;
}
