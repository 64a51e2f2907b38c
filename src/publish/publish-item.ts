/**
 * Makes a candidate the item of its name in a content library. The item keeps its id, so that who deploys from it needs to change nothing;
 * its content is replaced by the server in one step, and what it was before is copied aside first.
 */

import { UserError } from '../errors.ts';
import { captureVm } from '../vsphere/library/capture-vm.ts';
import {
  awaitItem,
  copyItem,
  deleteItem,
  describeItem,
  findLibrary,
  type Library,
  type LibraryItem,
  listItems,
} from '../vsphere/library/library-items.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { RestSession } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { describeItemRelease, type ItemRelease, releaseOfItem } from './item-release.ts';

export interface ItemPublication {
  /** The candidate. */
  readonly vm: Moref;
  readonly library: string;
  readonly name: string;
  readonly notes: string;
  /** How many older releases stay. */
  readonly keep: number;
  readonly release: ItemRelease;
}

export interface PublishedItem {
  /** Id of the item. */
  readonly item: string;
  /** What the content was before, under its name now. */
  readonly replaced: readonly { readonly vm: string; readonly name: string }[];
  readonly removed: readonly { readonly vm: string; readonly name: string }[];
}

/** A copy within one vCenter, of some tens of gigabytes. */
const COPY_TIMEOUT = 2 * 3_600_000;

/**
 * Before anything is changed.
 * @returns library, and the item that has the name
 * @throws UserError of findLibrary; vsphere-exists for an item of that name that no release made
 */
export async function lookAtItem(
  rest: RestSession,
  { library: written, name }: Pick<ItemPublication, 'library' | 'name'>,
): Promise<{ readonly library: Library; readonly current: LibraryItem | undefined }> {
  const library = await findLibrary(rest, written);
  const [current] = await listItems(rest, library, name);
  if (current && releaseOfItem(current.description) === undefined) {
    throw new UserError(
      'vsphere-exists',
      `The content library ${library.name} has an item ${name} that no release made: it is not replaced`,
      'Rename that item, or publish to another library.',
    );
  }
  return { library, current };
}

/**
 * Interrupted anywhere, the item has its old content or the new one, whole; the same step run again goes on.
 * @throws as lookAtItem; UserError vsphere-refused with what the server says; timeout when the copy aside is never whole
 */
export async function publishItem(
  session: VsphereSession,
  rest: RestSession,
  publication: ItemPublication,
): Promise<PublishedItem> {
  const { vm, name, notes, release } = publication;
  const { library, current } = await lookAtItem(rest, publication);
  const aside = current && (await setAside(session, rest, library, current, publication));
  session.signal.throwIfAborted();
  const description = describeItemRelease(notes, release);
  session.log.info(`${current ? 'Updating' : 'Making'} the item ${name} of the content library ${library.name}`);
  const item = await captureVm(rest, { vm, library, item: current?.id, name, description });
  // The server leaves the description of an item alone whose content it replaces.
  await describeItem(rest, item, description);
  return {
    item,
    replaced: aside ? [{ vm: aside.id, name: aside.name }] : [],
    removed: await prune(session, rest, library, publication),
  };
}

/** @returns the copy; undefined where none is to be kept, or the item has this release already */
async function setAside(
  session: VsphereSession,
  rest: RestSession,
  library: Library,
  current: LibraryItem,
  { name, keep, release }: ItemPublication,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const old = releaseOfItem(current.description);
  if (keep === 0 || old === undefined || old.run === release.run) return undefined;
  const aside = `${name}-${old.run}`;
  const [there] = await listItems(rest, library, aside);
  if (there && releaseOfItem(there.description)) return there;
  if (there?.description === UNFINISHED) await deleteItem(rest, there.id);
  else if (there) {
    throw new UserError(
      'vsphere-exists',
      `The content library ${library.name} has an item ${aside} that no release made, and the old release cannot be kept under that name`,
      'Rename that item, or set keep: 0.',
    );
  }
  session.log.info(`Copying the item ${name} aside, as ${aside}`);
  const id = await copyItem(rest, current.id, { library, name: aside, description: UNFINISHED });
  if (!(await awaitItem(rest, session.signal, id, { size: current.size, timeout: COPY_TIMEOUT }))) {
    throw new UserError(
      'timeout',
      `The copy ${aside} of the item ${name} was not whole after two hours`,
      'Look at the tasks of the vCenter; the next run makes the copy anew.',
    );
  }
  // Only what is whole is a release.
  await describeItem(rest, id, current.description);
  return { id, name: aside };
}

/** Stands in a copy until it is whole. */
const UNFINISHED = 'A copy by Stillframe that is not whole yet.';

/** The oldest of those that were set aside go; what bears no mark of a release was not made here. */
async function prune(
  session: VsphereSession,
  rest: RestSession,
  library: Library,
  { name, keep }: ItemPublication,
): Promise<PublishedItem['removed']> {
  const aged = (await listItems(rest, library))
    .flatMap((item) => {
      const release = releaseOfItem(item.description);
      return release && item.name === `${name}-${release.run}` ? [{ item, at: release.published.getTime() }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const removed: { vm: string; name: string }[] = [];
  for (const { item } of aged.slice(0, Math.max(0, aged.length - keep))) {
    try {
      await deleteItem(rest, item.id);
      session.log.info(
        `Removed the item ${item.name}: ${keep} older ${keep === 1 ? 'release is' : 'releases are'} kept`,
      );
      removed.push({ vm: item.id, name: item.name });
    } catch (error) {
      session.signal.throwIfAborted();
      session.log.warning(`The item ${item.name} could not be removed: ${String(error)}`);
    }
  }
  return removed;
}
