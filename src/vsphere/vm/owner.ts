/**
 * Whose a VM in the making is. It carries its owner and a time, by the server's clock, among its .vmx settings; the owner renews the
 * time, and what nobody renews is a leftover.
 */

import { hasEnded, isSeenFromHere, type ProcessIdentity, thisProcess } from '../../tools/process-identity.ts';

/** Key of the setting. It stays in the finished VM, as nobody may change the settings of a template, and says who made it. */
export const OWNER_KEY = 'stillframe.owner';

export interface OwnerProcess extends ProcessIdentity {
  /** Names the run; no two have the same. */
  readonly run: string;
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
  return { run, ...thisProcess() };
}

/** One line without quotes, which .vmx files would escape. */
export function formatOwner({ run, host, kernel, pid, started }: OwnerProcess, time: Date): string {
  const machine = encodeURIComponent(kernel === '' ? host : `${host}/${kernel}`);
  const id = started === '' ? pid : `${pid}@${started}`;
  return `run=${encodeURIComponent(run)} machine=${machine} process=${id} time=${time.toISOString()}`;
}

/** Undefined for anything that formatOwner does not write. */
export function parseOwner(text: string): Owner | undefined {
  const match = /^run=(\S+) machine=(\S+) process=(\d+)(?:@(\d+))? time=(\S+)$/.exec(text);
  if (match === null) return undefined;
  const [, run = '', machine = '', pid = '', started = '', written = ''] = match;
  const time = new Date(written);
  if (Number.isNaN(time.getTime())) return undefined;
  try {
    const [host = '', ...kernel] = decodeURIComponent(machine).split('/');
    return { run: decodeURIComponent(run), host, kernel: kernel.join('/'), pid: Number(pid), started, time };
  } catch {
    return undefined;
  }
}

/** `own`: this run's. `working`: another's that is at it. `dead`: its process is gone for certain. `silent`: it was not renewed. */
export type Standing = 'own' | 'working' | 'dead' | 'silent';

/** @param now by the server's clock */
export function standingOf(owner: Owner, me: OwnerProcess, now: Date): Standing {
  if (owner.run === me.run) return 'own';
  if (isSeenFromHere(owner) && hasEnded(owner)) return 'dead';
  return now.getTime() - owner.time.getTime() < FRESH ? 'working' : 'silent';
}

/** For messages. */
export function describeOwner({ run, host, pid, time }: Owner): string {
  return `run ${run} (process ${pid} on ${host}, last heard of at ${time.toISOString()})`;
}
