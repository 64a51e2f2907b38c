/** Replaces the content of a library item by a release, and says in its description at every moment which one it has. */

import { UserError } from '../../errors.ts';
import type { RestCaller } from '../wire/rest.ts';
import type { VsphereSession } from '../wire/session.ts';
import { announceItemRelease, type ItemRelease, releaseOfItem } from './item-release.ts';
import { describeItem, type Library, type LibraryItem, listItems, readItem } from './library-items.ts';

/**
 * @returns the item that has the name; undefined when none does
 * @throws UserError vsphere-exists for one that no release made
 */
export async function findReleasedItem(
  rest: RestCaller,
  library: Library,
  name: string,
): Promise<LibraryItem | undefined> {
  const [current] = await listItems(rest, library, name);
  if (current && releaseOfItem(current.description, current.contentVersion) === undefined) {
    throw new UserError(
      'vsphere-exists',
      `The content library ${library.name} has an item ${name} that no release made: it is not replaced, nor taken for one`,
      'Rename that item, or publish to another library.',
    );
  }
  return current;
}

export interface Replacement {
  /** Undefined: there is none yet. */
  readonly current: LibraryItem | undefined;
  readonly name: string;
  /** That of the new content. */
  readonly description: string;
  readonly release: ItemRelease;
}

/**
 * The server leaves the description of an item alone whose content it replaces, so that it says before what comes.
 * @param fill gives the item the new content in one step, or makes it; gives its id
 * @returns its id
 */
export async function replaceContent(
  session: VsphereSession,
  rest: RestCaller,
  { current, name, description, release }: Replacement,
  fill: (item: string | undefined) => Promise<string>,
): Promise<string> {
  // Copying it aside may have taken an hour.
  const before = current && (await readItem(rest, current.id));
  const version = before?.contentVersion ?? '';
  if (before && version !== '') {
    await describeItem(rest, before.id, announceItemRelease(before.description, version, release));
  }
  try {
    const item = await fill(before?.id);
    await describeItem(rest, item, description);
    return item;
  } catch (error) {
    if (session.signal.aborted) {
      // What was announced is true whatever comes of it.
      session.log.warning(
        `The server may still be at the content of the item ${name}, and nobody can stop it: the description of the item says what it has, and the next run goes on from there.`,
      );
    } else if (before) await withdraw(session, rest, before);
    throw error;
  }
}

/** Where the content is another by now, somebody else has replaced it, and says so. */
async function withdraw(session: VsphereSession, rest: RestCaller, before: LibraryItem): Promise<void> {
  try {
    const now = await readItem(rest, before.id);
    if (now?.contentVersion === before.contentVersion) await describeItem(rest, before.id, before.description);
  } catch (error) {
    session.log.debug(`The description of the item ${before.id}: ${String(error)}`);
  }
}
