/** Snapshots of a VM: taken with VSS in the guest, looked up with their evidence, removed. */

import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from '../wire/explain-fault.ts';
import { VsphereFault } from '../wire/fault.ts';
import { type Moref, morefOf, sameMoref } from '../wire/moref.ts';
import { isOutcomeUnknown } from '../wire/passing-error.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { node, value } from '../wire/soap.ts';
import { runTask } from '../wire/tasks.ts';

export interface SnapshotRequest {
  readonly name: string;
  readonly description: string;
  /** Milliseconds the guest may take; vSphere takes 5 to 240 minutes. */
  readonly timeout: number;
}

export interface Snapshot {
  readonly moref: Moref;
  readonly name: string;
  readonly description: string;
  readonly quiesced: boolean;
  /** Datastore path of the manifest, absolute or relative to the snapshot directory; empty when there is none. */
  readonly backupManifest: string;
}

const MINUTE = 60_000;
/** VSS_BT_COPY of the Windows SDK: backup history in the guest stays as it is. */
const VSS_BT_COPY = 5;

/**
 * Asks for an application-consistent snapshot. `ctx_backup` insists on it, where `ctx_auto` would let Tools fall back. A task
 * that succeeds proves nothing: vSphere ignores the request when Tools do not run; see `quiesced` and the manifest.
 * @throws VsphereFault of the task
 */
export async function takeQuiescedSnapshot(
  session: VsphereSession,
  vm: Moref,
  request: SnapshotRequest,
): Promise<Snapshot> {
  const head = [value('name', request.name), value('description', request.description), value('memory', false)];
  const minutes = Math.min(240, Math.max(5, Math.ceil(request.timeout / MINUTE)));
  const spec = node(
    'quiesceSpec',
    [
      value('timeout', minutes),
      value('vssBackupType', VSS_BT_COPY),
      value('vssBootableSystemState', true),
      value('vssPartialFileSupport', false),
      value('vssBackupContext', 'ctx_backup'),
    ],
    'VirtualMachineWindowsQuiesceSpec',
  );
  let result: XmlElement | undefined;
  try {
    result = await runTask(session, 'CreateSnapshotEx_Task', vm, [...head, spec]);
  } catch (error) {
    // The method is there since API 6.5 on paper; some servers and hosts know only the older one.
    if (!isFault(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest')) throw error;
    session.log.debug(`CreateSnapshotEx_Task: ${error.message}; asking with CreateSnapshot_Task`);
    result = await runTask(session, 'CreateSnapshot_Task', vm, [...head, value('quiesce', true)]);
  }
  const moref = morefOf(result);
  const found = (await readSnapshots(session, vm)).find((snapshot) => sameMoref(snapshot.moref, moref));
  if (found) return found;
  throw new VsphereFault(
    'CreateSnapshotEx_Task',
    'RuntimeFault',
    'the snapshot that was created is not in the tree of the VM',
  );
}

/** All snapshots of the VM, parents before their children. */
export async function readSnapshots(session: VsphereSession, vm: Moref): Promise<Snapshot[]> {
  const properties = await readProperties(session, vm, ['snapshot']);
  return snapshotsOf(properties.get('snapshot'));
}

/** From the property `snapshot` of a VM. */
export function snapshotsOf(info: XmlElement | undefined): Snapshot[] {
  return childrenNamed(info, 'rootSnapshotList').flatMap(flatten);
}

/** Removes the snapshot and merges its disks; its children stay. That it is gone already is as good. */
export async function removeSnapshot(session: VsphereSession, vm: Moref, snapshot: Moref): Promise<void> {
  const parameters = [value('removeChildren', false), value('consolidate', true)];
  await runTask(session, 'RemoveSnapshot_Task', snapshot, parameters, { entity: vm }).catch(async (error: unknown) => {
    if (isFault(error, 'ManagedObjectNotFound')) return;
    // A task that the server has forgotten may have ended all the same.
    if (isOutcomeUnknown(error) && !(await isThere(session, vm, snapshot))) return;
    throw error;
  });
}

async function isThere(session: VsphereSession, vm: Moref, snapshot: Moref): Promise<boolean> {
  return (await readSnapshots(session, vm)).some(({ moref }) => sameMoref(moref, snapshot));
}

function flatten(tree: XmlElement): Snapshot[] {
  const moref = morefOf(child(tree, 'snapshot'));
  const below = childrenNamed(tree, 'childSnapshotList').flatMap(flatten);
  if (!moref) return below;
  const own: Snapshot = {
    moref,
    name: textAt(tree, 'name') ?? '',
    description: textAt(tree, 'description') ?? '',
    quiesced: textAt(tree, 'quiesced') === 'true',
    backupManifest: textAt(tree, 'backupManifest') ?? '',
  };
  return [own, ...below];
}
