/**
 * Whose a VM in the making is. It carries its owner and a time, by the server's clock, among its .vmx settings; the owner renews the
 * time, and what nobody renews is a leftover.
 */

import { isProcessAlive, tellsProcesses, thisMachine } from './this-machine.ts';

/** Key of the setting. It stays in the finished VM, as nobody may change the settings of a template, and says who made it. */
export const OWNER_KEY = 'stillframe.owner';

export interface OwnerProcess {
  /** Names the run; no two have the same. */
  readonly run: string;
  readonly machine: string;
  /** Number of its process there. */
  readonly process: number;
}

export interface Owner extends OwnerProcess {
  /** By the server's clock. */
  readonly time: Date;
}

/** Owners renew this often … */
export const RENEWAL = 60_000;
/** … and are believed to be at work for this long: a server may be away for minutes, a lease dies after five. */
const FRESH = 10 * 60_000;

export function ownerProcess(run: string): OwnerProcess {
  return { run, machine: thisMachine(), process: process.pid };
}

/** One line without quotes, which .vmx files would escape. */
export function formatOwner({ run, machine, process: id }: OwnerProcess, time: Date): string {
  return `run=${encodeURIComponent(run)} machine=${encodeURIComponent(machine)} process=${id} time=${time.toISOString()}`;
}

/** Undefined for anything that formatOwner does not write. */
export function parseOwner(text: string): Owner | undefined {
  const match = /^run=(\S+) machine=(\S+) process=(\d+) time=(\S+)$/.exec(text);
  if (match === null) return undefined;
  const [, run = '', machine = '', id = '', written = ''] = match;
  const time = new Date(written);
  if (Number.isNaN(time.getTime())) return undefined;
  try {
    return { run: decodeURIComponent(run), machine: decodeURIComponent(machine), process: Number(id), time };
  } catch {
    return undefined;
  }
}

/** `own`: this run's. `working`: another's that is at it. `dead`: its process is gone for certain. `silent`: it was not renewed. */
export type Standing = 'own' | 'working' | 'dead' | 'silent';

/** @param now by the server's clock */
export function standingOf(owner: Owner, me: OwnerProcess, now: Date): Standing {
  if (owner.run === me.run) return 'own';
  if (owner.machine === me.machine && tellsProcesses(me.machine) && !isProcessAlive(owner.process)) return 'dead';
  return now.getTime() - owner.time.getTime() < FRESH ? 'working' : 'silent';
}

/** For messages. */
export function describeOwner({ run, machine, process: id, time }: Owner): string {
  return `run ${run} (process ${id} on ${machine.split('/')[0]}, last heard of at ${time.toISOString()})`;
}
