/** Makes an OVA the item of its name in a content library, or the new content of the one that is there; nobody has proven it. */

import type { Context } from '../context.ts';
import { Transient, withRetries } from '../download/retry.ts';
import { UserError } from '../errors.ts';
import type { OvaPackage } from '../ova/ova-package.ts';
import { describeItemRelease, type ItemRelease } from '../vsphere/library/item-release.ts';
import { createItem, type Library, type LibraryItem, listItems } from '../vsphere/library/library-items.ts';
import { findReleasedItem, replaceContent } from '../vsphere/library/replace-content.ts';
import { describeOwner, type OwnerProcess, standingOf } from '../vsphere/vm/owner.ts';
import { PassingError } from '../vsphere/wire/passing-error.ts';
import type { RestSession } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { HELD_ITEM_UPLOAD, removeUnfinished } from './held-item-upload.ts';
import { ATTEMPTS } from './import-by-library.ts';
import { pushOva } from './push-ova.ts';
import { describeWorkingItem, ownerOfWorkingItem, whileItemOwned } from './working-item.ts';

export interface ItemUpload {
  readonly library: Library;
  readonly name: string;
  readonly me: OwnerProcess;
  readonly release: ItemRelease;
  /** Gives for each attempt what is told the share that was sent, 0 to 1. */
  readonly onProgress: () => (share: number) => void;
}

export interface UploadedItem {
  readonly item: string;
  readonly uploadedBytes: number;
}

/**
 * Removes what a killed run left under that name.
 * @returns the item that has the name; undefined when none does
 * @throws UserError vsphere-busy while another run is at it; vsphere-exists for an item that no release made
 */
export async function lookForItem(
  session: VsphereSession,
  rest: RestSession,
  { library, name, me }: Pick<ItemUpload, 'library' | 'name' | 'me'>,
): Promise<LibraryItem | undefined> {
  const [found] = await listItems(rest, library, name);
  const owner = ownerOfWorkingItem(found?.description ?? '');
  if (owner === undefined) return findReleasedItem(rest, library, name);
  if (standingOf(owner, me, session.now()) === 'working') {
    throw new UserError(
      'vsphere-busy',
      `Another run is at it: the item ${name} of ${library.name} belongs to ${describeOwner(owner)}`,
      'Wait until that run has ended. If it was killed, the first run that starts ten minutes after it was last heard of removes it.',
    );
  }
  session.log.info(`Removing the item ${name} of ${library.name}, which an earlier run did not finish`);
  await removeUnfinished(rest, library, name, (run) => run === owner.run);
  return undefined;
}

/**
 * Interrupted anywhere, an item that was there has its old content or the new one, whole, and says which; a new one is removed.
 * @param current whose content is replaced, its id kept
 * @throws UserError ova-invalid, upload-failed, vsphere-refused; PassingError after the last try; the signal's reason
 */
export async function uploadItem(
  session: VsphereSession,
  rest: RestSession,
  ova: OvaPackage,
  { current, ...upload }: ItemUpload & { readonly current: LibraryItem | undefined },
  { hold }: Pick<Context, 'hold'>,
): Promise<UploadedItem> {
  const { library, name, me, release, onProgress } = upload;
  const description = describeItemRelease(`Uploaded by Stillframe in run ${release.run}: proven by nothing`, release);
  let uploadedBytes = 0;
  const item = await withRetries(
    async () => {
      const settled = current
        ? () => {}
        : hold(HELD_ITEM_UPLOAD, { ticket: rest.ticket(), library, name, run: me.run });
      const fill = async (there: string | undefined): Promise<string> => {
        if (there !== undefined) {
          uploadedBytes = await pushOva(session, rest, ova, there, { onProgress: onProgress() });
          return there;
        }
        const working = describeWorkingItem(me, session.now());
        // Not to be torn by a cancelled run: an item that is made once it was looked for would stay.
        const made = await createItem(rest.uncancelled(), { library, name, description: working });
        uploadedBytes = await whileItemOwned(session, rest, { item: made, me }, () =>
          pushOva(session, rest, ova, made, { onProgress: onProgress() }),
        );
        return made;
      };
      try {
        const whole = await replaceContent(session, rest, { current, name, description, release }, fill);
        settled();
        return whole;
      } catch (error) {
        if (current === undefined && !session.signal.aborted) {
          await removeUnfinished(rest, library, name, (run) => run === me.run);
          settled();
        }
        throw error instanceof PassingError ? new Transient(error) : error;
      }
    },
    ATTEMPTS,
    session.signal,
    ({ message }) => session.log.warning(`The upload broke off (${message}); beginning anew`),
  );
  return { item, uploadedBytes };
}
