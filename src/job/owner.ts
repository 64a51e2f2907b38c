/** Who a folder or record belongs to: a process, told from a later one of the same number. */

import { hostname } from 'node:os';
import { hasErrnoCode } from '../errors.ts';
import { startTimeOf } from '../tools/process-table.ts';

export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Start time of that process in the system's own units; empty where it cannot be told. */
  readonly started: string;
}

export function thisProcess(): Owner {
  return { host: hostname(), pid: process.pid, started: startTime(process.pid) };
}

/** Reads what `thisProcess` gave, out of JSON; undefined when it is something else. */
export function parseOwner(value: unknown): Owner | undefined {
  const { host, pid, started } = (value ?? {}) as Record<string, unknown>;
  if (typeof pid !== 'number' || pid <= 0 || typeof started !== 'string') return undefined;
  return { host: typeof host === 'string' ? host : hostname(), pid, started };
}

/** True when that process has certainly ended. One of another machine is never known to have. */
export function hasEnded({ host, pid, started }: Owner): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasErrnoCode(error, 'ESRCH');
  }
  const now = startTime(pid);
  return now !== '' && started !== '' && now !== started;
}

/** Only Linux tells it exactly; elsewhere a number that is in use again keeps what it owns until that process ends. */
function startTime(pid: number): string {
  return process.platform === 'linux' ? startTimeOf(pid, 'linux') : '';
}
