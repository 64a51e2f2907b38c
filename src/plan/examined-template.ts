/** A template with all that can be said of it without the network. */

import type { Finding } from '../report/report.ts';
import type { LockFile } from '../updates/lock.ts';
import type { Changes } from './changed-files.ts';
import type { KbChange } from './kb-changes.ts';
import { readLockState } from './lock-state.ts';
import { lockedSince } from './locked-since.ts';
import { isAffected, missingFiles } from './named-files.ts';
import type { ReadTemplate } from './read-templates.ts';

export interface ExaminedTemplate extends ReadTemplate {
  /** Relative to the workspace, with slashes; whether it is there or not. */
  readonly lockPath: string;
  /** Undefined when there is none, or none that can be used. */
  readonly lock: LockFile | undefined;
  /** How the lock does not fit the template; undefined when it does. */
  readonly misfit: string | undefined;
  /** Undefined when nothing is compared. */
  readonly affected: boolean | undefined;
  /** What the lock names in place of what since the base. */
  readonly since: readonly KbChange[];
  readonly findings: readonly Finding[];
}

interface CheckOptions {
  /** Absolute path. */
  readonly workspace: string;
  /** Undefined when nothing is compared. */
  readonly changes: Changes | undefined;
  /** Locks are about to be made anew: one of another request is no fault. */
  readonly isMadeAnew: boolean;
}

export async function examineTemplate(
  read: ReadTemplate,
  { workspace, changes, isMadeAnew }: CheckOptions,
): Promise<ExaminedTemplate> {
  const { path: lockPath, lock, misfit, findings } = await readLockState(workspace, read, isMadeAnew);
  return {
    ...read,
    lockPath,
    lock,
    misfit,
    affected: changes && (await isAffected(workspace, read, changes.files)),
    since: changes ? await lockedSince(read.template, lock, changes) : [],
    findings: [...findings, ...(await missingFiles(workspace, read))],
  };
}
