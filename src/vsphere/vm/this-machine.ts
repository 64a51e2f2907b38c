/** Names this machine so exactly that a process of it can be asked for by its number. */

import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * The host name, on Linux with what tells one start of one kernel and one container from another: runners are copies of one image and
 * share their names, and numbers of processes mean something in one namespace alone.
 */
export function thisMachine(): string {
  return [hostname(), ...kernelIdentity()].join('/');
}

/** Whether two runs that give the same name of their machine see the same processes. */
export function tellsProcesses(machine: string): boolean {
  return /\/[0-9a-f-]{36}\/pid:\[\d+\]$/.test(machine);
}

/** False only when there is no such process here. */
export function isProcessAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function kernelIdentity(): string[] {
  try {
    return [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), readlinkSync('/proc/self/ns/pid')];
  } catch {
    return [];
  }
}
