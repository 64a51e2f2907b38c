/** Which KBs a lock names in place of which since the base of a pull request. */

import { UserError } from '../errors.ts';
import type { Template } from '../template/template.ts';
import type { LockFile } from '../updates/lock.ts';
import { lockPath, parseLock } from '../updates/lock-file.ts';
import type { Changes } from './changed-files.ts';
import { type KbChange, kbChanges } from './kb-changes.ts';

/** @param lock as it is now. @returns empty when the lock was not changed */
export async function lockedSince(
  template: Template,
  lock: LockFile | undefined,
  changes: Changes,
): Promise<readonly KbChange[]> {
  const path = lockPath(template.file);
  if (!changes.files.has(path)) return [];
  const before = await changes.before(path);
  return kbChanges((before === undefined ? undefined : readOld(before, path))?.updates ?? [], lock?.updates ?? []);
}

/** A lock of old that can no longer be read says nothing. */
function readOld(text: string, path: string): LockFile | undefined {
  try {
    return parseLock(text, path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
