/** Tells a process from all others, also after it has ended: whose a folder, a record or a VM in the making is. */

import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hasErrnoCode } from '../errors.ts';
import { startTimeOf } from './process-table.ts';

export interface ProcessIdentity {
  readonly host: string;
  /**
   * One start of one kernel and one container of it (boot id and PID namespace of Linux): runners are copies of one image and share
   * their names, and numbers of processes mean something in one namespace alone. Empty where it cannot be told.
   */
  readonly kernel: string;
  readonly pid: number;
  /** Start time of that process in the system's own units; empty where it cannot be told. */
  readonly started: string;
}

export function thisProcess(): ProcessIdentity {
  return { host: hostname(), kernel: thisKernel(), pid: process.pid, started: startTime(process.pid) };
}

/** Reads what `thisProcess` gave, out of JSON; undefined when it is something else. */
export function parseProcess(value: unknown): ProcessIdentity | undefined {
  const { host, kernel, pid, started } = (value ?? {}) as Record<string, unknown>;
  if (typeof pid !== 'number' || pid <= 0) return undefined;
  if (typeof host !== 'string' || typeof kernel !== 'string' || typeof started !== 'string') return undefined;
  return { host, kernel, pid, started };
}

/**
 * True when that process has certainly ended, if what names it was noted on this machine, as what lies on its disk was: then another
 * kernel of this name is one that runs no more. A process of another name is never known to have ended.
 */
export function hasEnded({ host, kernel, pid, started }: ProcessIdentity): boolean {
  if (host !== hostname()) return false;
  const here = thisKernel();
  if (kernel !== '' && here !== '' && kernel !== here) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasErrnoCode(error, 'ESRCH');
  }
  const now = startTime(pid);
  return now !== '' && started !== '' && now !== started;
}

/** Whether this machine sees the process that is meant, wherever it was noted: only then its number may be asked for. */
export function isSeenFromHere({ host, kernel }: ProcessIdentity): boolean {
  return host === hostname() && kernel !== '' && kernel === thisKernel();
}

function thisKernel(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** Only Linux tells it exactly; elsewhere a number that is in use again keeps what it owns until that process ends. */
function startTime(pid: number): string {
  return process.platform === 'linux' ? startTimeOf(pid, 'linux') : '';
}
