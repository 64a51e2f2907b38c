/** Looks at one VM or template from outside: nothing is started, written or converted. */

import { type DeclaredFinding, found } from '../check/rule.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { UserError } from '../errors.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { readVmFacts, type VmFacts } from '../vsphere/vm/vm-facts.ts';
import { explainFault } from '../vsphere/wire/explain-fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { ReadDisk, ReaderName } from './disk-reading.ts';
import { judgeVm } from './judge-vm.ts';
import { type DiskPlace, isGone, readDisks } from './read-disks.ts';
import { unreadableFinding } from './unreadable.ts';

/**
 * `defective`: an error was found, by which quiesced snapshots of its VMs fail or its VMs do not start. `unreadable`: none was found, but
 * not every disk could be looked at. `sound`: all of it was looked at, and no error found. `gone`: it was removed meanwhile.
 */
export type AuditOutcome = 'defective' | 'unreadable' | 'sound' | 'gone';

export interface AuditedDisk {
  /** As vSphere calls it: Hard disk 1. */
  readonly disk: string;
  /** Datastore path. */
  readonly file: string;
  /** Bytes. */
  readonly capacity: number;
  /** Which way it was read; `none` when it was not. */
  readonly reader: ReaderName | 'none';
  /** Bytes that were moved for it. */
  readonly moved: number;
  readonly layout?: DiskLayout;
}

export interface AuditedVm {
  /** Inventory path. */
  readonly vm: string;
  /** Managed object id. */
  readonly moref: string;
  readonly outcome: AuditOutcome;
  readonly template: boolean;
  readonly guestId: string;
  readonly firmware: string;
  readonly snapshots: number;
  readonly disks: readonly AuditedDisk[];
  /** Worst first. */
  readonly findings: readonly QuiesceFinding[];
}

/**
 * One that cannot be read is a result.
 * @param onLost told when the server itself did not answer
 * @throws what every other VM would meet as well: the signal's reason, UserError vsphere-login or vsphere-certificate
 */
export async function auditVm(
  session: VsphereSession,
  vm: LocatedVm,
  place: DiskPlace,
  onLost: (error: UserError) => void = () => {},
): Promise<AuditedVm> {
  let facts: VmFacts | undefined;
  try {
    facts = await readVmFacts(session, vm.moref);
    return audited(vm, facts, await readDisks(session, facts, place));
  } catch (error) {
    session.signal.throwIfAborted();
    if (isGone(error) && (await wasRemoved(session, vm.moref))) return gone(vm);
    const explained = explainFault(error, `Looking at ${vm.path}`);
    if (explained instanceof UserError && OF_ALL.includes(explained.code)) throw explained;
    if (explained instanceof UserError && explained.code === 'vsphere-unreachable') onLost(explained);
    if (!(explained instanceof UserError)) session.log.warning(stackOf(vm, explained));
    return failed(vm, facts, explained);
  }
}

/** A lease or a task that is gone, as after a restart of vCenter, has the same fault: only the VM itself tells. */
async function wasRemoved(session: VsphereSession, vm: Moref): Promise<boolean> {
  try {
    await readProperties(session, vm, ['name']);
    return false;
  } catch (error) {
    return isGone(error);
  }
}

/** Errors that the next VM would meet as well. */
const OF_ALL: readonly string[] = ['vsphere-login', 'vsphere-certificate'];

/** A bug of ours must not cost the results of all others, nor go unseen. */
function stackOf({ path }: LocatedVm, error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${path} could not be judged, which is a bug in Stillframe; please report it with this stack: ${stack}`;
}

function audited(vm: LocatedVm, facts: VmFacts, disks: readonly ReadDisk[]): AuditedVm {
  if (facts.lost !== undefined) {
    // No setting of it is known, so that none is wrong.
    return { ...described(vm, facts), outcome: 'unreadable', disks: [], findings: [lostFinding(facts.lost)] };
  }
  const judged = judgeVm(facts, disks);
  const findings = disks.length > 0 ? judged : [...judged, unreadableFinding('The VM', 'other', ['it has no disk'])];
  const isDefective = findings.some(({ severity }) => severity === 'error');
  const isWhole = disks.length > 0 && disks.every(({ unread }) => unread === undefined);
  return {
    ...described(vm, facts),
    outcome: isDefective ? 'defective' : isWhole ? 'sound' : 'unreadable',
    disks: disks.map(auditedDisk),
    findings,
  };
}

function lostFinding(state: string): QuiesceFinding {
  const remedy = 'Look at its host and its datastore, or take it out of the inventory when its files are gone.';
  return { ...unreadableFinding('The VM', 'other', [`vSphere calls it ${state}`]), remedy };
}

function auditedDisk({ disk, reading, moved }: ReadDisk): AuditedDisk {
  const { label, file, capacity } = disk;
  const layout = reading && { layout: reading.evidence.layout };
  return { disk: label, file, capacity, reader: reading?.by ?? 'none', moved, ...layout };
}

function described(
  { path, moref }: LocatedVm,
  facts: VmFacts | undefined,
): Omit<AuditedVm, 'outcome' | 'disks' | 'findings'> {
  return {
    vm: path,
    moref: moref.value,
    template: facts?.template ?? false,
    guestId: facts?.guestId ?? '',
    firmware: facts?.firmware ?? '',
    snapshots: facts?.snapshots.length ?? 0,
  };
}

export const VM_GONE: DeclaredFinding = {
  code: 'vm-gone',
  severity: 'warning',
  remedy: 'Nothing needs to be done, unless it is to be there: run the audit again.',
  source: 'vim25 ManagedObjectNotFound',
};

function gone(vm: LocatedVm): AuditedVm {
  return {
    ...described(vm, undefined),
    outcome: 'gone',
    disks: [],
    findings: [found(VM_GONE, `${vm.path} was removed while the audit ran`)],
  };
}

function failed(vm: LocatedVm, facts: VmFacts | undefined, error: unknown): AuditedVm {
  const said = error instanceof Error ? error.message : String(error);
  return {
    ...described(vm, facts),
    outcome: 'unreadable',
    disks: [],
    findings: [unreadableFinding('The VM', 'other', [said])],
  };
}
