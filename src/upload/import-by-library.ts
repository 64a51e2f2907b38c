/**
 * Imports an OVA through a content library: its files go to vCenter alone, into an item for the time being, from which vCenter deploys the
 * VM. For runners that reach no ESXi host, which the direct way sends the disk to.
 */

import { type RetryPolicy, Transient, withRetries } from '../download/retry.ts';
import type { OvaPackage } from '../ova/ova-package.ts';
import { deployItem } from '../vsphere/library/deploy-item.ts';
import { createItem, deleteItem, type Library } from '../vsphere/library/library-items.ts';
import { createImportSpec, type ImportRequest } from '../vsphere/transfer/ovf-import.ts';
import { ownedBy } from '../vsphere/vm/owned-vm.ts';
import type { OwnerProcess } from '../vsphere/vm/owner.ts';
import { reconfigureVm } from '../vsphere/vm/vm-operations.ts';
import { isOutcomeUnknown, PassingError } from '../vsphere/wire/passing-error.ts';
import type { RestSession } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { ImportedVm } from './import-ova.ts';
import { pushOva } from './push-ova.ts';
import { APPEARANCE, warnOfRemains } from './undo-import.ts';
import { type LibraryImport, undoLibraryImport } from './undo-library-import.ts';
import { describeWorkingItem, whileItemOwned } from './working-item.ts';
import { newName } from './working-names.ts';

export interface LibraryWay {
  readonly rest: RestSession;
  readonly library: Library;
}

export interface LibraryImportOptions {
  readonly me: OwnerProcess;
  /** Told before anything is made, by each attempt. */
  readonly onMade: (made: LibraryImport) => void;
  /** Gives for each attempt what is told the share that was sent, 0 to 1. */
  readonly onProgress: () => (share: number) => void;
  /** Default: three tries. */
  readonly retries?: RetryPolicy;
}

/** A disk takes long to send, so that a third try is the last. */
export const ATTEMPTS: RetryPolicy = { attempts: 3, baseMs: 2000, maxMs: 30_000 };
const UNDO_TIMEOUT = 10 * 60_000;

/**
 * As importOva: under a name for the time being; when it fails or is cancelled, what was made is removed, and what remains is told.
 * @throws UserError ova-invalid, upload-failed, vsphere-refused and those of the session; VsphereFault; the signal's reason
 */
export async function importByLibrary(
  session: VsphereSession,
  way: LibraryWay,
  ova: OvaPackage,
  request: ImportRequest,
  options: LibraryImportOptions,
): Promise<ImportedVm> {
  return withRetries(
    async (attempt) => {
      const name = newName(request.name, options.me.run, attempt);
      const made = { library: way.library, folder: request.folder, name, run: options.me.run };
      // Nothing is made by it: what vCenter has against the descriptor, the hosts or the networks is said before the first byte.
      const { warnings } = await createImportSpec(session, { ...request, name });
      for (const warning of warnings) session.log.warning(`OVF descriptor: ${warning}`);
      session.signal.throwIfAborted();
      options.onMade(made);
      const course: Course = { deploying: false };
      try {
        return await importOnce(session, way, ova, { request: { ...request, name }, options, course });
      } catch (error) {
        // What the server has refused it is not making.
        const late = course.deploying && (session.signal.aborted || isOutcomeUnknown(error));
        const remains = await undoLibraryImport(
          session,
          way.rest.uncancelled(UNDO_TIMEOUT),
          made,
          late ? APPEARANCE : 0,
        );
        warnOfRemains(session, remains);
        throw remains.length === 0 && error instanceof PassingError ? new Transient(error) : error;
      }
    },
    options.retries ?? ATTEMPTS,
    session.signal,
    ({ message }) => session.log.warning(`The upload broke off (${message}). Nothing of it remains; beginning anew`),
  );
}

interface Course {
  /** The server was asked for the VM, and may be making it whatever becomes of the call. */
  deploying: boolean;
}

interface Import {
  /** Under the name for the time being. */
  readonly request: ImportRequest;
  readonly options: LibraryImportOptions;
  readonly course: Course;
}

async function importOnce(
  session: VsphereSession,
  { rest, library }: LibraryWay,
  ova: OvaPackage,
  { request, options, course }: Import,
): Promise<ImportedVm> {
  const { log } = session;
  const { me } = options;
  const { name } = request;
  // Not to be torn by a cancelled run: an item that is made once it was looked for would stay.
  const item = await createItem(rest.uncancelled(), {
    library,
    name,
    description: describeWorkingItem(me, session.now()),
  });
  const [vm, uploadedBytes] = await whileItemOwned(session, rest, { item, me }, async () => {
    const sent = await pushOva(session, rest, ova, item, { onProgress: options.onProgress() });
    session.signal.throwIfAborted();
    log.info(`${ova.path} lies in the content library ${library.name}; vCenter is deploying it`);
    course.deploying = true;
    return [await deployItem(session, rest, item, request), sent] as const;
  });
  // From here on the VM itself says whose it is.
  await reconfigureVm(session, vm, { extraConfig: ownedBy(session, me) });
  await removeItem(session, rest, item, name);
  return { vm, workingName: name, uploadedBytes };
}

/** The VM is whole: that the item stays is no reason to lose it. */
async function removeItem(session: VsphereSession, rest: RestSession, item: string, name: string): Promise<void> {
  try {
    await deleteItem(rest, item);
  } catch (error) {
    session.signal.throwIfAborted();
    session.log.warning(
      `The item ${name} could not be removed from the content library (${String(error)}): the next upload of this name does it.`,
    );
  }
}
