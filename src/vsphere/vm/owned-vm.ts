/** VMs in the making: kept by their owner, and removed by others only when nobody is at them any more. */

import { UserError } from '../../errors.ts';
import { childrenNamed } from '../../xml/xml-element.ts';
import { isFault } from '../wire/explain-fault.ts';
import type { Moref } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import {
  describeOwner,
  formatOwner,
  OWNER_KEY,
  type Owner,
  type OwnerProcess,
  parseOwner,
  RENEWAL,
  standingOf,
} from './owner.ts';
import { isBusy, removeVm } from './remove-vm.ts';
import { extraConfigOf } from './vm-facts.ts';
import { reconfigureVm } from './vm-operations.ts';

export interface NamedVm {
  readonly moref: Moref;
  /** Inventory path or name, for messages. */
  readonly path: string;
}

/** How long another task may hold a leftover that nobody renews before it counts as somebody's. */
const HELD_TIMEOUT = 30_000;

/** @returns undefined when the VM carries no owner that can be read, or is gone */
export async function readOwner(session: VsphereSession, vm: Moref): Promise<Owner | undefined> {
  try {
    const properties = await readProperties(session, vm, ['config.extraConfig']);
    return parseOwner(extraConfigOf(properties.get('config.extraConfig')).get(OWNER_KEY) ?? '');
  } catch (error) {
    if (isFault(error, 'ManagedObjectNotFound')) return undefined;
    throw error;
  }
}

/** The setting for a VM that is about to be made or that is still ours, with the server's time. */
export function ownedBy(session: VsphereSession, me: OwnerProcess): Readonly<Record<string, string>> {
  return { [OWNER_KEY]: formatOwner(me, session.now()) };
}

/**
 * Renews the time in the VM while `body` runs. While vSphere does not let the VM be changed (a lease lives, a snapshot is being taken) that is
 * what says that somebody is at it; afterwards it is renewed again. The settings of a template cannot be changed at all.
 */
export async function whileOwned<T>(
  session: VsphereSession,
  vm: Moref,
  me: OwnerProcess,
  body: () => Promise<T>,
): Promise<T> {
  let running = Promise.resolve();
  const renew = async (): Promise<void> => {
    try {
      await reconfigureVm(session, vm, { extraConfig: ownedBy(session, me) });
    } catch (error) {
      session.log.debug(`Renewing ${vm.value}: ${String(error)}`);
      if (isFault(error, 'NotSupported')) clearInterval(timer);
    }
  };
  const timer = setInterval(() => {
    running = running.then(renew);
  }, RENEWAL);
  try {
    return await body();
  } finally {
    clearInterval(timer);
    await running;
  }
}

/** @throws UserError vsphere-busy when another run is at work on the VM */
export function assertLeftover(owner: Owner, { path }: NamedVm, me: OwnerProcess, now: Date): void {
  if (standingOf(owner, me, now) === 'working') throw busy(path, owner);
}

/**
 * Removes what a run left, after looking once more, in the moment before, that nobody is at it.
 * @throws UserError vsphere-busy when another run is at work on the VM, or holds it by a lease
 */
export async function removeLeftover(session: VsphereSession, vm: NamedVm, me: OwnerProcess): Promise<void> {
  const owner = await readOwner(session, vm.moref);
  // Gone, or no longer what it was taken for.
  if (!owner) return;
  assertLeftover(owner, vm, me, session.now());
  if (standingOf(owner, me, session.now()) !== 'silent') return removeVm(session, vm.moref);
  if (await isHeld(session, vm.moref)) throw busy(vm.path, owner);
  return removeVm(session, vm.moref, { patience: HELD_TIMEOUT }).catch((error: unknown) => {
    throw isBusy(error) ? busy(vm.path, owner, error) : error;
  });
}

/** vSphere takes the right to remove a VM that is off from everybody while a lease makes it (ManagedEntity.disabledMethod). */
async function isHeld(session: VsphereSession, vm: Moref): Promise<boolean> {
  try {
    const properties = await readProperties(session, vm, ['disabledMethod', 'runtime.powerState']);
    if (properties.get('runtime.powerState')?.text === 'poweredOn') return false;
    return childrenNamed(properties.get('disabledMethod'), 'string').some(({ text }) => text === 'Destroy_Task');
  } catch (error) {
    if (isFault(error, 'ManagedObjectNotFound')) return false;
    throw error;
  }
}

function busy(path: string, owner: Owner, cause?: unknown): UserError {
  return new UserError(
    'vsphere-busy',
    `Another run is at it: ${path} belongs to ${describeOwner(owner)}`,
    'Wait until that run has ended. If it was killed, what it left is removed by the first run that starts ten minutes after it was last heard of.',
    { cause },
  );
}
