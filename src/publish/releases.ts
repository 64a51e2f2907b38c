/** The releases of a name in a folder: who has it, what was set aside for it, and which of those nobody has to keep. */

import { UserError } from '../errors.ts';
import type { Inventory, InventoryObject } from '../vsphere/inventory/inventory.ts';
import { vmNamed, vmsIn } from '../vsphere/inventory/vm-folders.ts';
import { readReleaseMark } from '../vsphere/vm/marked-vm.ts';
import { activity } from '../vsphere/vm/power-state.ts';
import { releaseState } from '../vsphere/vm/release-mark.ts';
import { removeVm } from '../vsphere/vm/remove-vm.ts';
import { extraConfigOf } from '../vsphere/vm/vm-facts.ts';
import { renameEntity } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

/** Key of the setting with the time at which a release was published, by the server's clock. */
export const PUBLISHED_KEY = 'stillframe.published';

export interface Releases {
  /** Has the name now. */
  readonly current: InventoryObject | undefined;
  /** Were set aside, in no order. */
  readonly previous: readonly InventoryObject[];
}

export function releasesIn(inventory: Inventory, folder: Moref, name: string): Releases {
  const here = vmsIn(inventory, folder);
  return {
    current: vmNamed(here, name),
    previous: here.filter((vm) => releaseState(vm.name, name) === 'previous'),
  };
}

/**
 * Where nobody has the name, a publication was killed between its two renames: the newest that was set aside gets it back.
 * @returns whether that was so, and the inventory must be read again
 */
export async function putNameBack(session: VsphereSession, releases: Releases, name: string): Promise<boolean> {
  if (releases.current) return false;
  const [newest] = (await byAge(session, releases.previous)).reverse();
  if (!newest) return false;
  session.log.info(`Giving ${newest.vm.path} its name back, which an interrupted run had set aside`);
  await renameEntity(session, newest.vm.moref, name);
  return true;
}

export interface RemovedRelease {
  readonly vm: string;
  readonly name: string;
}

/**
 * Removes the oldest of what was set aside until as many are left as are to be kept. What bears no mark of a release was not made here,
 * and what runs is in use: both stay, and are told.
 */
export async function pruneReleases(
  session: VsphereSession,
  { previous }: Releases,
  { name, keep }: { readonly name: string; readonly keep: number },
): Promise<readonly RemovedRelease[]> {
  const removed: RemovedRelease[] = [];
  const aged = await byAge(session, previous);
  for (const { vm } of aged.slice(0, Math.max(0, aged.length - keep))) {
    if ((await readReleaseMark(session, vm.moref))?.name !== name) {
      session.log.warning(
        `${vm.path} was not made by a release: it is left alone. Remove it by hand when nobody needs it.`,
      );
      continue;
    }
    try {
      await removeVm(session, vm.moref, { powerOff: false, patience: 60_000 });
      session.log.info(`Removed ${vm.path}: ${keep} older ${keep === 1 ? 'release is' : 'releases are'} kept`);
      removed.push({ vm: vm.moref.value, name: vm.name });
    } catch (error) {
      session.signal.throwIfAborted();
      session.log.warning(`${vm.path} could not be removed: ${String(error)}`);
    }
  }
  return removed;
}

/** @throws UserError vsphere-exists when the one that has the name runs or is suspended: an engineer's machine is not set aside */
export function assertNotRunning({ current }: Releases): void {
  const active = activity(current?.properties.get('runtime.powerState')?.text);
  if (!current || active === undefined) return;
  throw new UserError(
    'vsphere-exists',
    `${current.path} is ${active}, and is not replaced`,
    'Shut it down first, or publish under another name.',
  );
}

interface Aged {
  readonly vm: InventoryObject;
  /** ISO 8601; empty for what was made before times were kept, and so is the oldest. */
  readonly published: string;
}

/** Oldest first. */
async function byAge(session: VsphereSession, vms: readonly InventoryObject[]): Promise<Aged[]> {
  const aged = await Promise.all(
    vms.map(async (vm): Promise<Aged> => {
      const properties = await readProperties(session, vm.moref, ['config.extraConfig']);
      return { vm, published: extraConfigOf(properties.get('config.extraConfig')).get(PUBLISHED_KEY) ?? '' };
    }),
  );
  return aged.sort((a, b) => (a.published < b.published ? -1 : 1));
}
