/** A file that appears under its name only when it is whole. */

import { type FileHandle, rm } from 'node:fs/promises';
import { explainPathError } from './explain-path-error.ts';
import { followLinks } from './follow-links.ts';
import { moveIntoPlace, PARTIAL_SUFFIX, replaceable } from './move-into-place.ts';
import { openNamed } from './open-named.ts';

export interface PartialFile {
  readonly handle: FileHandle;
  readonly partialPath: string;
  /** Puts the file under its final name, once its bytes are on stable storage. @throws what `moveIntoPlace` throws */
  finish(): Promise<void>;
  /** Removes what was written so far; does nothing after `finish`. */
  discard(): Promise<void>;
}

/**
 * What a killed run left under the temporary name is overwritten. Whether the file can be put in its place is asked before the work.
 * @throws UserError file-missing, file-denied, path-invalid
 */
export async function createPartialFile(path: string): Promise<PartialFile> {
  try {
    return await create(path);
  } catch (error) {
    throw explainPathError(error, { what: 'the output', path, toWrite: true });
  }
}

async function create(path: string): Promise<PartialFile> {
  const target = await followLinks(path);
  await replaceable(target);
  const partialPath = target + PARTIAL_SUFFIX;
  await rm(partialPath, { force: true });
  const handle = await openNamed(partialPath, 'wx+');
  let state: 'open' | 'closed' | 'done' = 'open';
  const close = async (): Promise<void> => {
    if (state !== 'open') return;
    state = 'closed';
    await handle.close();
  };
  return {
    handle,
    partialPath,
    finish: async () => {
      await handle.sync();
      await close();
      await moveIntoPlace(partialPath, target);
      state = 'done';
    },
    discard: async () => {
      if (state === 'done') return;
      await close();
      state = 'done';
      await rm(partialPath, { force: true });
    },
  };
}
