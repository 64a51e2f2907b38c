/** One VM on vSphere as the live check sees it. */

import { posix } from 'node:path';
import { factsForRules } from '../check/vsphere-settings.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { FIRST_BOOT_SETTING } from '../ova/first-boot-setting.ts';
import { formatDuration } from '../units.ts';
import type { GuestAccount } from '../vsphere/guest/guest-program.ts';
import { readGuestState } from '../vsphere/guest/guest-tools.ts';
import { parseDatastorePath, readDatastoreFile } from '../vsphere/transfer/datastore-file.ts';
import { consolidateDisks } from '../vsphere/vm/consolidate-disks.ts';
import { readEvents, readServerTime } from '../vsphere/vm/vm-events.ts';
import { readVmFacts } from '../vsphere/vm/vm-facts.ts';
import { powerOn } from '../vsphere/vm/vm-operations.ts';
import {
  readSnapshots,
  removeSnapshot,
  type SnapshotRequest,
  takeQuiescedSnapshot,
} from '../vsphere/vm/vm-snapshot.ts';
import { explainFault, isFault } from '../vsphere/wire/explain-fault.ts';
import { VsphereFault } from '../vsphere/wire/fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { evidenceOf } from './fault-evidence.ts';
import { askGuest } from './guest-evidence.ts';
import { prepareGuest } from './prepare-guest.ts';
import { type RestoreRequest, restoreSnapshot } from './restore-snapshot.ts';
import type { SnapshotAttempt, VerifyTarget } from './verify-target.ts';

/** Real manifests have some hundred kilobytes. */
const MAX_MANIFEST = 64 * 2 ** 20;
/** A host begins another file long before. */
const MAX_LOG = 32 * 2 ** 20;
const MINUTE = 60_000;
/** What a timer of Node can wait; a longer one would end at once. */
const LONGEST_WAIT = 2 ** 31 - 1;
/** vSphere takes no shorter limit for a guest than 5 minutes; what is added is for the host to say so. */
const LEAST_WAIT = 5 * MINUTE;
const ANSWER_MARGIN = 2 * MINUTE;

export interface TargetOptions {
  /** Whom programs in the guest are run as; undefined: none are. */
  readonly account?: GuestAccount | undefined;
  /** Whether the marker script is put into the guest; only with an account. */
  readonly markers?: boolean;
  /** It is removed with its disks in any case: nothing of them is put in order. */
  readonly disposable?: boolean;
  /** Undefined: no snapshot is started. */
  readonly restore?: { readonly request: RestoreRequest; readonly context: Context } | undefined;
}

/**
 * @param datacenter as LocatedVm has it
 * @throws (its methods) UserError of the vSphere codes, timeout when a snapshot is never answered
 */
export function vsphereTarget(
  session: VsphereSession,
  vm: Moref,
  datacenter: string,
  { account, markers = false, disposable = false, restore }: TargetOptions,
): VerifyTarget {
  const guest = account && prepareGuest(session, vm, account, { markers, services: restore !== undefined });
  return {
    ...(account && { askGuest: () => askGuest(session, vm, account) }),
    ...(guest && { prepare: guest.prepare }),
    ...(guest && markers && { readMarkers: guest.readMarkers }),
    hostLog: () => readHostLog(session, vm, datacenter),
    ...(restore && {
      restore: (id: string) => {
        const snapshot = { type: 'VirtualMachineSnapshot', value: id };
        return restoreSnapshot(session, { vm, snapshot, before: guest?.before() }, restore.request, restore.context);
      },
    }),
    facts: async () => factsForRules(await readVmFacts(session, vm)),
    powerOn: async () => {
      await powerOn(session, vm).catch((error: unknown) => {
        throw explainFault(error, 'Starting the VM');
      });
    },
    guest: async () => {
      const { toolsRunning, info } = await readGuestState(session, vm);
      return { toolsRunning, firstBoot: info(FIRST_BOOT_SETTING) };
    },
    now: () => readServerTime(session),
    snapshot: (request) => attempt(session, vm, request),
    removeSnapshot: async (id) => {
      const found = (await readSnapshots(session, vm)).find(({ moref }) => moref.value === id);
      if (found) await removeSnapshot(session, vm, found.moref);
      if (!disposable) await consolidateDisks(session, vm);
    },
    readManifest: async (path) => {
      const absolute = parseDatastorePath(path) ?? (await besideSnapshots(session, vm, path));
      return readDatastoreFile(session, datacenter, absolute, MAX_MANIFEST);
    },
    events: async (since) =>
      (await readEvents(session, vm, since)).filter(({ time }) => Date.parse(time) >= since.getTime()),
  };
}

async function attempt(session: VsphereSession, vm: Moref, request: SnapshotRequest): Promise<SnapshotAttempt> {
  const limit = Math.min(Math.max(request.timeout, LEAST_WAIT) + ANSWER_MARGIN, LONGEST_WAIT);
  const late = AbortSignal.timeout(limit);
  try {
    const { moref, quiesced, backupManifest } = await takeQuiescedSnapshot(session.bounded(late), vm, request);
    return { snapshot: { id: moref.value, quiesced, backupManifest } };
  } catch (error) {
    session.signal.throwIfAborted();
    if (late.aborted) {
      throw new UserError(
        'timeout',
        `vSphere did not end the snapshot task within ${formatDuration(limit)}`,
        'Look at the task in the vSphere client; raise timeout only if it is still at work there.',
        { cause: error },
      );
    }
    // About the account, not about the VM: no evidence of anything.
    if (isFault(error, 'NoPermission', 'NotAuthenticated')) throw explainFault(error, 'Taking the quiesced snapshot');
    if (!(error instanceof VsphereFault)) throw error;
    return { fault: evidenceOf(error), took: error.took };
  }
}

async function readHostLog(session: VsphereSession, vm: Moref, datacenter: string): Promise<string> {
  const { vmxPath } = await readVmFacts(session, vm);
  const vmx = parseDatastorePath(vmxPath);
  if (vmx === undefined) return '';
  const file = { ...vmx, path: posix.join(posix.dirname(vmx.path), 'vmware.log') };
  return (await readDatastoreFile(session, datacenter, file, MAX_LOG)).toString('utf8');
}

/** A manifest's path may be relative to the folder that the VM keeps its snapshots in (vim25 VirtualMachineSnapshotTree). */
async function besideSnapshots(
  session: VsphereSession,
  vm: Moref,
  path: string,
): Promise<{ datastore: string; path: string }> {
  const { snapshotDirectory, vmxPath } = await readVmFacts(session, vm);
  const directory = parseDatastorePath(snapshotDirectory);
  const vmx = parseDatastorePath(vmxPath);
  const base = directory ?? (vmx && { ...vmx, path: posix.dirname(vmx.path) });
  if (base) return { datastore: base.datastore, path: posix.join(base.path, path) };
  throw new UserError(
    'vsphere-not-found',
    `The VM does not say on which datastore its manifest ${path} lies`,
    'Give the account the Read-only role on the VM.',
  );
}
