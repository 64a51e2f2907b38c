/** Checks what an archive tool has written: nothing but folders and plain files may come out of foreign media. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FormatError } from '../errors.ts';

/**
 * Links could lead a later copy out of the folder, devices and pipes could block it. What was unpacked *outside* of the
 * folder cannot be seen from here: member names are checked before, and both 7-Zip and msiextract refuse such names.
 * @throws FormatError that names the first entry which is neither folder nor file
 */
export async function assertPlainTree(root: string): Promise<void> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) continue;
    const kind = entry.isSymbolicLink() ? 'a symbolic link' : 'a special file';
    throw new FormatError(join(entry.parentPath, entry.name), 0, 'a plain file or folder', kind);
  }
}
