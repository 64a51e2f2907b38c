/** Undoes an import that failed or was cancelled, wherever it was, and says what remains when something does. */

import { abortLease, settledEntity } from '../vsphere/transfer/nfc-lease.ts';
import { readOwner } from '../vsphere/vm/owned-vm.ts';
import type { Owner } from '../vsphere/vm/owner.ts';
import { BUSY_TIMEOUT, removeVm } from '../vsphere/vm/remove-vm.ts';
import { escapeName } from '../vsphere/wire/entity-name.ts';
import { type Moref, morefOf, sameMoref } from '../vsphere/wire/moref.ts';
import { pollUntil } from '../vsphere/wire/poll.ts';
import { readContained } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

/** What is known of an import; all of it may be missing, as an answer may be lost at any time. */
export interface StartedImport {
  readonly folder: Moref;
  /** Its name for the time being, which no other VM has. */
  readonly name: string;
  readonly run: string;
  lease: Moref | undefined;
  entity: Moref | undefined;
}

/** A VM that a lost call makes shows up within this time. */
export const APPEARANCE = 10_000;

/**
 * @param lost the answer to the import is, so that a VM may turn up late
 * @returns what remains, for people; empty when nothing does
 */
export async function undoImport(session: VsphereSession, made: StartedImport, lost: boolean): Promise<string[]> {
  const remains: string[] = [];
  const { lease, name } = made;
  if (lease) {
    remains.push(
      ...(await attemptUndo(`the lease ${lease.value}, which runs out by itself in some minutes`, async () => {
        // An aborted lease takes with it only what it has made, and may be making its VM just now.
        made.entity ??= await settledEntity(session.uncancelled(), lease);
        await abortLease(session.uncancelled(), lease);
      })),
    );
  }
  let { entity } = made;
  if (!entity && (lost || lease)) {
    remains.push(
      ...(await attemptUndo(`perhaps a VM called ${name}`, async () => {
        entity = await findByName(session.uncancelled(), made, lost ? APPEARANCE : 0);
      })),
    );
  }
  // vSphere removes the VM with its lease; where it does not, this does.
  return entity ? [...remains, ...(await undoVm(session, entity, name))] : remains;
}

/**
 * Removes a VM that this run has made.
 * @returns what remains, for people; empty when nothing does
 */
export function undoVm(session: VsphereSession, vm: Moref, name: string): Promise<string[]> {
  // Long enough for a lease to run out.
  const lasting = session.uncancelled(BUSY_TIMEOUT + 60_000);
  return attemptUndo(`the VM ${name} (${vm.value})`, () => removeVm(lasting, vm));
}

/** @returns what remains, for people; empty when nothing does */
export async function attemptUndo(what: string, undo: () => Promise<void>): Promise<string[]> {
  try {
    await undo();
    return [];
  } catch (error) {
    return [`${what} (${error instanceof Error ? error.message : String(error)})`];
  }
}

/** Says what of an import or a VM remains, if anything does. */
export function warnOfRemains(session: VsphereSession, remains: readonly string[]): void {
  if (remains.length === 0) return;
  session.log.warning(
    `Not everything could be removed. What remains: ${remains.join('; ')}. The next upload of this name removes it once it is ten minutes old.`,
  );
}

/** @returns the VM of that name in the folder, once there is one whose owner is this run */
export async function findByName(
  session: VsphereSession,
  made: Pick<StartedImport, 'folder' | 'name' | 'run'>,
  patience: number,
  isOurs = (owner: Owner | undefined): boolean => owner?.run === made.run,
): Promise<Moref | undefined> {
  return pollUntil(
    session.signal,
    async () => {
      const vms = await readContained(session, made.folder, { VirtualMachine: ['name', 'parent'] });
      const named = vms.find(
        ({ properties }) =>
          properties.get('name')?.text === escapeName(made.name) &&
          sameMoref(morefOf(properties.get('parent')), made.folder),
      );
      return named && isOurs(await readOwner(session, named.moref)) ? named.moref : undefined;
    },
    patience,
  );
}
