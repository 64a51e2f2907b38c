/**
 * What a run that was killed left behind, and how the next one knows it: a VM that is being imported carries a marker among its
 * settings until it is whole, and names that belong to a replacement say so.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Inventory, InventoryObject } from '../vsphere/inventory/inventory.ts';
import { extraConfigOf } from '../vsphere/vm/vm-facts.ts';
import { destroyVm, powerOff, renameEntity } from '../vsphere/vm/vm-operations.ts';
import { isFault } from '../vsphere/wire/explain-fault.ts';
import { type Moref, morefOf, sameMoref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

/** Key among the .vmx settings of a VM that is not finished; the value names the run. */
export const IMPORT_MARKER = 'stillframe.import';

/** Of a VM that will take over the name when it is whole. */
export function newName(name: string, run: string): string {
  return `${name}.stillframe-new-${run}`;
}

/** Of the VM that had the name until the new one took it. */
export function oldName(name: string, run: string): string {
  return `${name}.stillframe-old-${run}`;
}

/** While the lease of a killed run lives (5 min), vSphere lets nobody touch its VM. */
const BUSY_TIMEOUT = 6 * 60_000;
const BUSY_PAUSE = 5000;
const BUSY_FAULTS = ['TaskInProgress', 'InvalidState', 'MethodDisabled', 'ResourceInUse', 'FileLocked'] as const;

/**
 * Removes or puts back what earlier runs left of a VM of that name in that folder.
 * @returns true when something was changed, so that the inventory must be read again
 */
export async function clearLeftovers(
  session: VsphereSession,
  inventory: Inventory,
  folder: Moref,
  name: string,
): Promise<boolean> {
  const inFolder = vmsIn(inventory, folder).filter(
    (vm) => vm.name === name || vm.name.startsWith(`${name}.stillframe-`),
  );
  let changed = false;
  let current = false;
  for (const vm of inFolder) {
    const marked = await isMarked(session, vm.moref);
    if (marked || vm.name.startsWith(newName(name, ''))) {
      session.log.info(`Removing ${vm.path}, which an earlier run did not finish`);
      await removeVm(session, vm.moref);
      changed = true;
    } else if (vm.name === name) current = true;
  }
  for (const vm of inFolder.filter(({ name: other }) => other.startsWith(oldName(name, '')))) {
    if (current) {
      session.log.info(`Removing ${vm.path}, which an earlier run had replaced`);
      await removeVm(session, vm.moref);
    } else {
      session.log.info(`Giving ${vm.path} its name back, which an earlier run did not get to replace`);
      await renameEntity(session, vm.moref, name);
      current = true;
    }
    changed = true;
  }
  return changed;
}

/** VMs and templates directly in a folder. */
export function vmsIn(inventory: Inventory, folder: Moref): readonly InventoryObject[] {
  return inventory.filter(
    ({ moref, properties }) => moref.type === 'VirtualMachine' && sameMoref(morefOf(properties.get('parent')), folder),
  );
}

/** Removes a VM whatever state it is in; that it is gone already is as good. */
export async function removeVm(session: VsphereSession, vm: Moref): Promise<void> {
  const deadline = Date.now() + BUSY_TIMEOUT;
  for (;;) {
    try {
      const properties = await readProperties(session, vm, ['runtime.powerState']);
      if (properties.get('runtime.powerState')?.text === 'poweredOn') await powerOff(session, vm);
      await destroyVm(session, vm);
      return;
    } catch (error) {
      if (isFault(error, 'ManagedObjectNotFound')) return;
      if (!isFault(error, ...BUSY_FAULTS) || Date.now() > deadline) throw error;
      session.log.info(`${vm.value} is still in use (${error.message}); trying again until its lease has run out`);
      await sleep(BUSY_PAUSE, undefined, { signal: session.signal });
    }
  }
}

async function isMarked(session: VsphereSession, vm: Moref): Promise<boolean> {
  try {
    const properties = await readProperties(session, vm, ['config.extraConfig']);
    return (extraConfigOf(properties.get('config.extraConfig')).get(IMPORT_MARKER) ?? '') !== '';
  } catch (error) {
    if (isFault(error, 'ManagedObjectNotFound')) return false;
    throw error;
  }
}
