/** Gives a finished VM the name of another, which is set aside, so that at any moment one of them has the name or gets it back. */

import { UserError } from '../../errors.ts';
import type { InventoryObject } from '../inventory/inventory.ts';
import { escapeName } from '../wire/entity-name.ts';
import { isFault } from '../wire/explain-fault.ts';
import type { Moref } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { activity } from './power-state.ts';
import { renameEntity } from './vm-operations.ts';

export interface Successor {
  readonly vm: Moref;
  /** The one it has so far. */
  readonly workingName: string;
  /** The one it shall have. */
  readonly name: string;
}

/** Who has the name, and what it is to be called from now on. */
export interface Predecessor {
  readonly vm: InventoryObject;
  readonly aside: string;
}

/**
 * vSphere has no exchange of names, so there are two renames. Each goes on to its end though the run is cancelled; between them a cancel
 * counts. When anything fails, the old one has its name again and the new one its working name.
 * @param old undefined when nobody has the name
 * @throws UserError vsphere-exists when somebody has taken the name, or started the old VM, meanwhile; the signal's reason
 */
export async function changePlaces(
  session: VsphereSession,
  successor: Successor,
  old: Predecessor | undefined,
): Promise<void> {
  const { vm, name } = successor;
  const steady = session.uncancelled();
  if (!old) {
    await giveName(steady, vm, name);
    session.signal.throwIfAborted();
    return;
  }
  await assertStillThere(steady, old.vm);
  try {
    await renameEntity(steady, old.vm.moref, old.aside);
    await giveName(steady, vm, name);
    session.signal.throwIfAborted();
  } catch (error) {
    await putBack(session.uncancelled(), successor, old);
    throw error;
  }
}

async function giveName(session: VsphereSession, vm: Moref, name: string): Promise<void> {
  await renameEntity(session, vm, name).catch((error: unknown) => {
    throw isFault(error, 'DuplicateName') ? taken(name, error) : error;
  });
}

/** An engineer's running machine is not switched off to make room; one that was set aside meanwhile has no name to give. */
async function assertStillThere(session: VsphereSession, { moref, path, name }: InventoryObject): Promise<void> {
  const properties = await readProperties(session, moref, ['runtime.powerState', 'name']);
  if (properties.get('name')?.text !== escapeName(name)) throw taken(name);
  const active = activity(properties.get('runtime.powerState')?.text);
  if (active === undefined) return;
  throw new UserError(
    'vsphere-exists',
    `${path} is ${active}, and is not replaced`,
    'Shut it down first, or choose another name.',
  );
}

function taken(name: string, cause?: unknown): UserError {
  return new UserError(
    'vsphere-exists',
    `Somebody has made a VM called ${name} meanwhile`,
    'Look at that VM; then run the step again, or choose another name.',
    { cause },
  );
}

/** Two cannot have one name, so the new one gives it up first. */
async function putBack(session: VsphereSession, { vm, name, workingName }: Successor, old: Predecessor): Promise<void> {
  try {
    await rename(session, vm, workingName);
    await rename(session, old.vm.moref, old.vm.name);
  } catch (error) {
    if (isFault(error, 'DuplicateName')) {
      session.log.info(`${old.vm.path} stays ${old.aside}: ${name} is another VM by now`);
      return;
    }
    session.log.warning(
      `${old.vm.path} is now called ${old.aside} and could not be given its name back (${String(error)}): the next run for ${name} does it.`,
    );
  }
}

/** Unless it is called that already. */
async function rename(session: VsphereSession, vm: Moref, name: string): Promise<void> {
  const now = (await readProperties(session, vm, ['name'])).get('name')?.text;
  if (now !== escapeName(name)) await renameEntity(session, vm, name);
}
