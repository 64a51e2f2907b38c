/** What changed between two locks, for the report and the summary of a pull request that updates one. */

import { compareText } from './compare-text.ts';
import type { LockedFile, LockFile } from './lock.ts';

export interface LockChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kb: string;
  readonly name: string;
  /** One sentence. */
  readonly detail: string;
}

/** Empty when both name the same files with the same content; titles, reasons and addresses alone are no change of inputs. */
export function diffLocks(before: LockFile | undefined, after: LockFile): LockChange[] {
  const old = filesOf(before);
  const now = filesOf(after);
  const changes: LockChange[] = [];
  for (const [name, file] of now) {
    const known = old.get(name);
    if (!known) changes.push(change('added', file, `${file.size} bytes, SHA-256 ${file.sha256}`));
    else if (known.sha256 !== file.sha256) {
      changes.push(change('changed', file, `SHA-256 was ${known.sha256}, is ${file.sha256}`));
    }
  }
  for (const [name, file] of old) if (!now.has(name)) changes.push(change('removed', file, `${file.size} bytes`));
  return changes.sort(
    (a, b) => compareText(a.kb, b.kb) || compareText(a.name, b.name) || compareText(a.change, b.change),
  );
}

function filesOf(lock: LockFile | undefined): Map<string, LockedFile> {
  return new Map((lock?.updates ?? []).flatMap((update) => update.files.map((file) => [file.name, file])));
}

function change(kind: LockChange['change'], file: LockedFile, detail: string): LockChange {
  return { change: kind, kb: file.kb, name: file.name, detail };
}
