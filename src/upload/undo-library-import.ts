/** Undoes an import through a content library, wherever it was: the VM that the server may be making, the open session, the item. */

import { deleteItem, type Library, listItems } from '../vsphere/library/library-items.ts';
import { cancelUpdate, openUpdatesOf } from '../vsphere/library/update-session.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { RestCaller } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { attemptUndo, findByName, undoVm } from './undo-import.ts';
import { ownerOfWorkingItem } from './working-item.ts';

/** What is known of it before anything is made; the item and the VM have the name for the time being that nobody else has. */
export interface LibraryImport {
  readonly library: Library;
  readonly folder: Moref;
  readonly name: string;
  readonly run: string;
}

/**
 * @param rest whose calls go on though the run is cancelled
 * @param patience milliseconds in which the VM of a lost call may turn up
 * @returns what remains, for people; empty when nothing does. The item stays as long as the VM does: it says whose the VM is.
 */
export async function undoLibraryImport(
  session: VsphereSession,
  rest: RestCaller,
  made: LibraryImport,
  patience: number,
): Promise<string[]> {
  const { library, name, run } = made;
  const remains: string[] = [];
  remains.push(
    ...(await attemptUndo(`perhaps a VM called ${name}`, async () => {
      // One that the server has just made bears no owner yet.
      const isOurs = (owner: { readonly run: string } | undefined): boolean => owner === undefined || owner.run === run;
      const vm = await findByName(session.uncancelled(), made, patience, isOurs);
      if (vm) remains.push(...(await undoVm(session, vm, name)));
    })),
  );
  if (remains.length > 0) return remains;
  return attemptUndo(`the item ${name} of the content library ${library.name}`, async () => {
    for (const { id, description } of await listItems(rest, library, name)) {
      if (ownerOfWorkingItem(description)?.run !== run) continue;
      for (const update of await openUpdatesOf(rest, id)) await cancelUpdate(rest, update);
      await deleteItem(rest, id);
    }
  });
}
