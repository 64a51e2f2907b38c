/** Who a folder or record belongs to: a process, told from a later one of the same number. */

import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { hasErrnoCode } from '../errors.ts';

export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Start time of that process in the system's own units; empty where it cannot be told. */
  readonly started: string;
}

export async function thisProcess(): Promise<Owner> {
  return { host: hostname(), pid: process.pid, started: (await startTime(process.pid)) ?? '' };
}

/** Reads what `thisProcess` gave, out of JSON; undefined when it is something else. */
export function parseOwner(value: unknown): Owner | undefined {
  const { host, pid, started } = (value ?? {}) as Record<string, unknown>;
  if (typeof pid !== 'number' || pid <= 0 || typeof started !== 'string') return undefined;
  return { host: typeof host === 'string' ? host : hostname(), pid, started };
}

/** True when that process has certainly ended. One of another machine is never known to have. */
export async function hasEnded({ host, pid, started }: Owner): Promise<boolean> {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasErrnoCode(error, 'ESRCH');
  }
  const now = await startTime(pid);
  return now !== undefined && started !== '' && now !== started;
}

/** Field 22 of /proc/<pid>/stat; undefined where there is no /proc. */
async function startTime(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The program's name, in parentheses, may hold spaces.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
