/** What the lock of a template says, checked without the network. */

import { UserError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import type { LockFile } from '../updates/lock.ts';
import { lockPath, readLock, requireSameRequest } from '../updates/lock-file.ts';
import { requestOfTemplate } from '../updates/request-of-template.ts';
import { lockRequest } from '../updates/resolve-updates.ts';
import { near, type ReadTemplate } from './read-templates.ts';

export interface LockState {
  /** Relative to the workspace, with slashes; whether it is there or not. */
  readonly path: string;
  /** Undefined when there is none, or none that can be used. */
  readonly lock: LockFile | undefined;
  /** How it does not fit the template; undefined when it does. */
  readonly misfit?: string;
  readonly findings: readonly Finding[];
}

/**
 * @param tolerant a lock of another request is no fault: it is about to be made anew
 */
export async function readLockState(
  workspace: string,
  { path: templatePath, template }: ReadTemplate,
  tolerant: boolean,
): Promise<LockState> {
  const file = lockPath(template.file);
  const path = near(workspace, file);
  const fault = ({ code, message, hint }: UserError): Finding => ({
    code,
    severity: 'error',
    seen: message.replaceAll(file, path),
    remedy: hint,
    location: { file: path, line: 1, column: 1 },
  });
  let lock: LockFile | undefined;
  try {
    lock = await readLock(file);
    if (!lock) return { path, lock, findings: [] };
    requireSameRequest(lock, lockRequest(requestOfTemplate(template)), path);
    return { path, lock, findings: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (lock && tolerant) return { path, lock, misfit: error.message, findings: [] };
    const remedy = `${error.hint} Where nobody can do that now, delete the lock: the next build of ${templatePath} makes it anew.`;
    return { path, lock: undefined, findings: [lock ? { ...fault(error), remedy } : fault(error)] };
  }
}
