/** Writes a small file at once, so that a reader sees the old one or the new one and nothing in between. */

import { stat, writeFile } from 'node:fs/promises';
import { explainPathError } from './explain-path-error.ts';
import { createPartialFile } from './partial-file.ts';

/**
 * Follows symbolic links, and keeps mode and owner of what it replaces. A device or a pipe is written to as it is.
 * @throws UserError file-in-use, file-denied, file-missing for a folder that is not there, path-invalid
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  if (await isDevice(path)) {
    await writeFile(path, content).catch((error: unknown) => {
      throw explainPathError(error, { what: 'the output', path, toWrite: true });
    });
    return;
  }
  const file = await createPartialFile(path);
  try {
    await file.handle.writeFile(content);
    await file.finish();
  } finally {
    await file.discard();
  }
}

async function isDevice(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && !info.isFile() && !info.isDirectory();
}
