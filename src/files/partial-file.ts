/** A file that appears under its name only when it is whole. */

import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/** Ends the temporary name, which stands in the same folder so that the rename is atomic. */
export const PARTIAL_SUFFIX = '.stillframe-partial';

export interface PartialFile {
  readonly handle: FileHandle;
  readonly partialPath: string;
  /** Puts the file under its final name, once its bytes are on stable storage. */
  finish(): Promise<void>;
  /** Removes what was written so far; does nothing after `finish`. */
  discard(): Promise<void>;
}

/** What a killed run left under the temporary name is overwritten. */
export async function createPartialFile(path: string): Promise<PartialFile> {
  const partialPath = path + PARTIAL_SUFFIX;
  await rm(partialPath, { force: true });
  const handle = await open(partialPath, 'wx+');
  let open_ = true;
  return {
    handle,
    partialPath,
    finish: async () => {
      await handle.sync();
      await handle.close();
      open_ = false;
      await rename(partialPath, path);
    },
    discard: async () => {
      if (!open_) return;
      open_ = false;
      await handle.close();
      await rm(partialPath, { force: true });
    },
  };
}
