/**
 * Makes a candidate the item of its name in a content library. The item keeps its id, so that who deploys from it needs to change nothing;
 * its content is replaced by the server in one step, and what it was before is copied aside first.
 */

import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { captureVm } from '../vsphere/library/capture-vm.ts';
import {
  describeItemRelease,
  type ItemRelease,
  releaseOfItem,
  settleItemRelease,
} from '../vsphere/library/item-release.ts';
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
import { findReleasedItem, replaceContent } from '../vsphere/library/replace-content.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { isOutcomeUnknown } from '../vsphere/wire/passing-error.ts';
import { pollUntil } from '../vsphere/wire/poll.ts';
import type { RestSession } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { HELD_ITEM_COPY, UNFINISHED } from './held-item-copy.ts';

export interface ItemPublication {
  /** The candidate. */
  readonly vm: Moref;
  /** How many it has. */
  readonly disks: number;
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
/** A copy whose answer was lost shows up within this time. */
const APPEARANCE = 5000;

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
  return { library, current: await findReleasedItem(rest, library, name) };
}

/**
 * Interrupted anywhere, the item has its old content or the new one, whole, and says which; the same step run again goes on.
 * @throws as lookAtItem; UserError vsphere-refused with what the server says; timeout when the copy aside is never whole
 */
export async function publishItem(
  session: VsphereSession,
  rest: RestSession,
  publication: ItemPublication,
  context: Pick<Context, 'hold'>,
): Promise<PublishedItem> {
  const { name } = publication;
  const { library, current } = await lookAtItem(rest, publication);
  const aside = current && (await setAside(session, rest, { library, current, publication }, context));
  session.signal.throwIfAborted();
  session.log.info(`${current ? 'Updating' : 'Making'} the item ${name} of the content library ${library.name}`);
  const { vm, disks, notes, release } = publication;
  const description = describeItemRelease(notes, release);
  const item = await replaceContent(session, rest, { current, name, description, release }, (there) =>
    captureVm(rest, { vm, disks, library, item: there, name, description }),
  );
  session.log.info(`The item ${name} (${item}) of the library ${library.name} is published`);
  return {
    item,
    replaced: aside ? [{ vm: aside.id, name: aside.name }] : [],
    removed: await prune(session, rest, library, publication),
  };
}

interface Place {
  readonly library: Library;
  readonly publication: ItemPublication;
}

/** @returns the copy; undefined where none is to be kept, or the item has this release already */
async function setAside(
  session: VsphereSession,
  rest: RestSession,
  { library, current, publication: { name, keep, release } }: Place & { readonly current: LibraryItem },
  { hold }: Pick<Context, 'hold'>,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const old = releaseOfItem(current.description, current.contentVersion);
  if (keep === 0 || old === undefined || old.run === release.run) return undefined;
  const aside = `${name}-${old.run}`;
  const [there] = await listItems(rest, library, aside);
  if (there && releaseOfItem(there.description, there.contentVersion)) return there;
  if (there?.description === UNFINISHED) await deleteItem(rest, there.id);
  else if (there) {
    throw new UserError(
      'vsphere-exists',
      `The content library ${library.name} has an item ${aside} that no release made, and the old release cannot be kept under that name`,
      'Rename that item, or set keep: 0.',
    );
  }
  session.log.info(`Copying the item ${name} aside, as ${aside}`);
  const whole = hold(HELD_ITEM_COPY, { ticket: rest.ticket(), library, name: aside });
  const id = await beginCopy(session, rest, { library, current, name: aside });
  if (!(await awaitItem(rest, session.signal, id, { size: current.size, timeout: COPY_TIMEOUT }))) {
    throw new UserError(
      'timeout',
      `The copy ${aside} of the item ${name} was not whole after two hours`,
      'Look at the tasks of the vCenter; the next run makes the copy anew.',
    );
  }
  // Only what is whole is a release.
  await describeItem(rest, id, settleItemRelease(current.description, current.contentVersion));
  whole();
  return { id, name: aside };
}

/** It is asked for once: when the answer is lost, the copy is looked for by its name, which no other item has. */
async function beginCopy(
  session: VsphereSession,
  rest: RestSession,
  { library, current, name }: { readonly library: Library; readonly current: LibraryItem; readonly name: string },
): Promise<string> {
  // Not to be torn by a cancelled run: a copy that is begun once it was looked for would stay.
  const begin = (): Promise<string> =>
    copyItem(rest.uncancelled(), current.id, { library, name, description: UNFINISHED });
  try {
    return await begin();
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    session.log.debug(`The answer to the copy ${name} was lost (${error.message})`);
    const there = async (): Promise<string | undefined> =>
      (await listItems(rest, library, name)).find(({ description }) => description === UNFINISHED)?.id;
    return (await pollUntil(session.signal, there, APPEARANCE)) ?? (await begin());
  }
}

/** The oldest of those that were set aside go; what bears no mark of a release was not made here. */
async function prune(
  session: VsphereSession,
  rest: RestSession,
  library: Library,
  { name, keep }: ItemPublication,
): Promise<PublishedItem['removed']> {
  const aged = (await listItems(rest, library))
    .flatMap((item) => {
      const release = releaseOfItem(item.description, item.contentVersion);
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
