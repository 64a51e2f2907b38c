/** Makes a candidate the release of its name: noted, put in its folder, marked as a template, and given the name last of all. */

import type { Context } from '../context.ts';
import { type Inventory, type InventoryObject, readInventory } from '../vsphere/inventory/inventory.ts';
import { changePlaces } from '../vsphere/vm/change-places.ts';
import { nameOfPrevious } from '../vsphere/vm/release-mark.ts';
import type { VmFacts } from '../vsphere/vm/vm-facts.ts';
import { markAsTemplate, moveIntoFolder, reconfigureVm } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { sameMoref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { HELD_PUBLICATION } from './held-publication.ts';
import {
  PUBLISHED_KEY,
  pruneReleases,
  putNameBack,
  type Releases,
  type RemovedRelease,
  releasesIn,
} from './releases.ts';

export interface Publication {
  readonly name: string;
  readonly template: boolean;
  readonly folder: Moref;
  /** Inventory path of the folder, for messages. */
  readonly folderPath: string;
  /** Names this publication among those that were set aside: the workflow run. */
  readonly run: string;
  readonly notes: string;
  /** How many older releases stay. */
  readonly keep: number;
}

export interface Published {
  /** What had the name before, and what it is called now. */
  readonly replaced: readonly { readonly vm: string; readonly name: string }[];
  readonly removed: readonly RemovedRelease[];
}

/** All VMs with what publishing asks of them. */
export function readReleases(session: VsphereSession): Promise<Inventory> {
  return readInventory(session, { VirtualMachine: ['runtime.powerState'], Folder: ['childType'] });
}

/**
 * At any moment the old release or the new one has the name, or the old one gets it back. A step that was done by a run before is not
 * done again, so that an interrupted publication can be repeated.
 * @throws UserError vsphere-exists; VsphereFault; the signal's reason
 */
export async function publishCandidate(
  session: VsphereSession,
  candidate: VmFacts,
  publication: Publication,
  context: Pick<Context, 'hold'>,
): Promise<Published> {
  const { name, folder, folderPath } = publication;
  await prepare(session, candidate, publication);
  let releases = releasesIn(await readReleases(session), folder, name);
  if (await putNameBack(session, releases, name)) releases = releasesIn(await readReleases(session), folder, name);
  const replaced = await swap(session, candidate, releases, publication, context);
  session.log.info(`${folderPath}/${name} (${candidate.moref.value}) is published`);
  const removed = await pruneReleases(session, releasesIn(await readReleases(session), folder, name), publication);
  return { replaced: replaced ? [replaced] : [], removed };
}

/** The settings of a template cannot be changed, so what is said of it comes before it is one. */
async function prepare(session: VsphereSession, candidate: VmFacts, publication: Publication): Promise<void> {
  const { moref } = candidate;
  const published = session.now().toISOString();
  if (!candidate.template) {
    await reconfigureVm(session, moref, {
      annotation: publication.notes,
      extraConfig: { [PUBLISHED_KEY]: published },
    });
  }
  if (!sameMoref(candidate.folder, publication.folder)) await moveIntoFolder(session, moref, publication.folder);
  session.signal.throwIfAborted();
  if (publication.template && !candidate.template) await markAsTemplate(session.uncancelled(), moref);
}

async function swap(
  session: VsphereSession,
  candidate: VmFacts,
  { current, previous }: Releases,
  { name, folder, run }: Publication,
  { hold }: Pick<Context, 'hold'>,
): Promise<{ vm: string; name: string } | undefined> {
  const successor = { vm: candidate.moref, workingName: candidate.name, name };
  if (!current) {
    await changePlaces(session, successor, undefined);
    return undefined;
  }
  const aside = freeName(nameOfPrevious(name, run), previous);
  const settled = hold(HELD_PUBLICATION, { ticket: session.ticket(), folder, name, aside });
  await changePlaces(session, successor, { vm: current, aside });
  settled();
  return { vm: current.moref.value, name: aside };
}

/** A run that publishes twice has set one aside already: letters tell them apart. */
function freeName(wanted: string, previous: readonly InventoryObject[]): string {
  const taken = new Set(previous.map(({ name }) => name.toLowerCase()));
  const letters = ['', ...'abcdefghijklmnopqrstuvwxyz'];
  return `${wanted}${letters.find((letter) => !taken.has(`${wanted}${letter}`.toLowerCase())) ?? ''}`;
}
