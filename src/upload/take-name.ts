/** Gives a finished VM its name, last of all, and puts it in the place of an old one so that at any moment one of them has the name or gets it back. */

import { UserError } from '../errors.ts';
import type { InventoryObject } from '../vsphere/inventory/inventory.ts';
import { removeVm } from '../vsphere/vm/remove-vm.ts';
import { escapeName, renameEntity } from '../vsphere/vm/vm-operations.ts';
import { isFault } from '../vsphere/wire/explain-fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { oldName } from './working-names.ts';

export interface Successor {
  readonly vm: Moref;
  /** The one it has so far. */
  readonly workingName: string;
  readonly name: string;
  /** Names this run. */
  readonly run: string;
}

/**
 * Each step goes on to its end though the run is cancelled; between them a cancel counts. When anything fails, the old one has its name
 * again, and the new one, under its working name, is left to the caller.
 * @param old undefined when nobody has the name
 * @throws UserError vsphere-exists when somebody has taken the name, or started the old VM, meanwhile; the signal's reason
 */
export async function takeName(
  session: VsphereSession,
  successor: Successor,
  old: InventoryObject | undefined,
): Promise<void> {
  const { vm, name, run } = successor;
  const steady = session.uncancelled();
  if (!old) {
    await giveName(steady, vm, name);
    session.signal.throwIfAborted();
    return;
  }
  await assertOff(steady, old);
  const aside = oldName(name, run);
  try {
    await renameEntity(steady, old.moref, aside);
    await giveName(steady, vm, name);
    session.signal.throwIfAborted();
  } catch (error) {
    await putBack(session.uncancelled(), successor, old, aside);
    throw error;
  }
  try {
    await removeVm(session.uncancelled(), old.moref, { powerOff: false, patience: 60_000 });
  } catch (error) {
    session.log.warning(
      `${name} was replaced, but the old one could not be removed and is now called ${aside}: ${String(error)}`,
    );
  }
}

async function giveName(session: VsphereSession, vm: Moref, name: string): Promise<void> {
  await renameEntity(session, vm, name).catch((error: unknown) => {
    if (!isFault(error, 'DuplicateName')) throw error;
    throw new UserError(
      'vsphere-exists',
      `Somebody has made a VM called ${name} while this one was uploaded`,
      'Look at that VM; then run the step again, or choose another name.',
      { cause: error },
    );
  });
}

/** An engineer's running machine is not switched off to make room. */
async function assertOff(session: VsphereSession, { moref, path }: InventoryObject): Promise<void> {
  const properties = await readProperties(session, moref, ['runtime.powerState']);
  if (properties.get('runtime.powerState')?.text !== 'poweredOn') return;
  throw new UserError(
    'vsphere-exists',
    `${path} was started while its successor was uploaded, and is not replaced`,
    'Shut it down first, or choose another name.',
  );
}

/** Two cannot have one name, so the new one gives it up first. */
async function putBack(
  session: VsphereSession,
  { vm, name, workingName }: Successor,
  old: InventoryObject,
  aside: string,
): Promise<void> {
  try {
    await rename(session, vm, workingName);
    await rename(session, old.moref, old.name);
  } catch (error) {
    session.log.warning(
      `${old.path} is now called ${aside} and could not be given its name back (${String(error)}): the next upload of ${name} does it.`,
    );
  }
}

/** Unless it is called that already. */
async function rename(session: VsphereSession, vm: Moref, name: string): Promise<void> {
  const now = (await readProperties(session, vm, ['name'])).get('name')?.text;
  if (now !== escapeName(name)) await renameEntity(session, vm, name);
}
