/** Between lock files and updates: what a lock says is to be fetched, and the lock of what was fetched. */

import { compareBuilds, formatBuild, parseBuild } from './build-number.ts';
import { compareText } from './compare-text.ts';
import type { LockedUpdate, LockFile, LockRequest } from './lock.ts';
import type { PreparedFile } from './prepare-packages.ts';
import type { ResolvedUpdate } from './update.ts';

/** With a lock nothing is searched. */
export function updatesOfLock(lock: LockFile): ResolvedUpdate[] {
  return lock.updates.map(({ 'update-id': updateId, ...update }) => ({ ...update, updateId }));
}

/** @param files in any order */
export function lockOf(files: readonly PreparedFile[], request: LockRequest): LockFile {
  const byUpdate = new Map<string, PreparedFile[]>();
  for (const file of files) byUpdate.set(file.update.updateId, [...(byUpdate.get(file.update.updateId) ?? []), file]);
  const updates = [...byUpdate.values()].map(lockUpdate).sort((a, b) => compareText(a.kb, b.kb));
  const newest = updates
    .map((update) => update.date ?? '')
    .sort(compareText)
    .at(-1);
  const build = files
    .filter((file) => file.file.kind === 'cumulative')
    .flatMap((file) => (file.build === undefined ? [] : (parseBuild(file.build) ?? [])))
    .sort(compareBuilds)
    .at(-1);
  return {
    schema: 1,
    date: newest || '1970-01-01',
    ...(build && { build: formatBuild(build) }),
    request,
    updates,
  };
}

function lockUpdate(files: readonly PreparedFile[]): LockedUpdate {
  const [first] = files;
  if (!first) throw new Error('an update without files');
  const { kb, kind, title, updateId, month, date, letter, reason, optional } = first.update;
  const build = files.find((file) => file.file.kind !== 'checkpoint')?.build;
  return {
    kb,
    kind,
    title,
    'update-id': updateId,
    ...(month !== undefined && { month }),
    ...(date !== undefined && { date }),
    ...(build !== undefined && { build }),
    ...(letter !== undefined && { letter }),
    reason,
    ...(optional && { optional }),
    files: files
      .map(({ file, fetched }) => ({
        name: file.name,
        kb: file.kb,
        kind: file.kind,
        url: file.url,
        size: fetched.size,
        sha1: fetched.sha1,
        sha256: fetched.sha256,
      }))
      .sort((a, b) => compareText(a.name, b.name)),
  };
}
