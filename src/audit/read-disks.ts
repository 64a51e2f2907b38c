/** Reads all disks of a VM that is off: from the datastore, and what that does not give from an export. */

import { FormatError, UserError } from '../errors.ts';
import { parseDatastorePath } from '../vsphere/transfer/datastore-file.ts';
import { whileExporting } from '../vsphere/transfer/export-lease.ts';
import type { DeviceUrl } from '../vsphere/transfer/nfc-lease.ts';
import type { Traffic } from '../vsphere/transfer/ranged-file.ts';
import type { VmDisk } from '../vsphere/vm/vm-devices.ts';
import type { VmFacts } from '../vsphere/vm/vm-facts.ts';
import { missingPrivileges, VsphereFault } from '../vsphere/wire/fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { DatastoreKind } from './choose-vms.ts';
import { readFromDatastore } from './datastore-reader.ts';
import type { DiskReading, ReadDisk } from './disk-reading.ts';
import { deviceOf, readFromExport } from './export-reader.ts';
import { Unreadable, type UnreadableReason, unreadableReason } from './unreadable.ts';

/** Most bytes to move of one disk, over all readers. */
const DISK_LIMIT = 4 * 2 ** 20;

export interface DiskPlace {
  /** Inventory path without the leading slash. */
  readonly datacenter: string;
  readonly stores: ReadonlyMap<string, DatastoreKind>;
  /** Told of each export, as whileExporting. */
  readonly exporting: (lease: Moref) => () => void;
  /** Looks for the state of Setup as well (default false). */
  readonly imageState?: boolean;
}

interface Attempt {
  readonly disk: VmDisk;
  readonly traffic: Traffic;
  reading?: DiskReading;
  readonly failures: { readonly reason: UnreadableReason; readonly text: string }[];
}

/** @throws what says nothing about a disk: a VM that is gone, a server that does not answer, the signal's reason */
export async function readDisks(session: VsphereSession, facts: VmFacts, place: DiskPlace): Promise<ReadDisk[]> {
  const attempts = facts.devices.disks.map(
    (disk): Attempt => ({ disk, traffic: { moved: 0, limit: DISK_LIMIT }, failures: [] }),
  );
  if (facts.poweredOn || facts.suspended) {
    // Of a suspended one the newest of its file systems lies in the memory of its guest.
    const text = facts.suspended ? 'its VM is suspended, in the middle of its work' : 'its VM is running, and holds it';
    for (const { failures } of attempts) failures.push({ reason: 'powered-on', text });
    return attempts.map(resultOf);
  }
  const { datacenter, imageState = false } = place;
  for (const attempt of attempts) {
    const { disk, traffic } = attempt;
    await trying(session, attempt, 'from the datastore', () =>
      readFromDatastore(session, { datacenter, imageState, storeType: storeTypeOf(facts, disk, place) }, disk, traffic),
    );
  }
  const left = attempts.filter(({ reading, disk }) => reading === undefined && !disk.encrypted);
  if (left.length > 0) await readExported(session, facts, place, left);
  return attempts.map(resultOf);
}

async function readExported(
  session: VsphereSession,
  facts: VmFacts,
  { exporting }: DiskPlace,
  left: readonly Attempt[],
): Promise<void> {
  const all = (text: string): void => {
    for (const { failures } of left) failures.push({ reason: 'other', text: `by an export: ${text}` });
  };
  const disabled = (await readProperties(session, facts.moref, ['disabledMethod'])).get('disabledMethod');
  if (disabled?.children.some(({ text }) => text === 'ExportVm')) return all('vSphere offers none of it');
  try {
    await whileExporting(session, facts.moref, exporting, async ({ devices }) => {
      for (const attempt of left) {
        await trying(session, attempt, 'by an export', () =>
          readFromExport(session, exportedDevice(devices, facts, attempt.disk), attempt.disk, attempt.traffic),
        );
      }
    });
  } catch (error) {
    if (!(error instanceof VsphereFault) || isGone(error)) throw error;
    const privileges = missingPrivileges(error).flatMap((one) => one.privileges);
    const lacking = privileges.length === 0 ? '' : `; the account lacks ${privileges.join(', ')}`;
    all(`vSphere refused ${error.operation} with ${error.type}: ${error.message}${lacking}`);
  }
}

/** @throws Unreadable when the lease gives no file that is surely this disk */
function exportedDevice(devices: readonly DeviceUrl[], { devices: hardware }: VmFacts, disk: VmDisk): DeviceUrl {
  const device = deviceOf(devices, hardware, disk);
  if (device) return device;
  throw new Unreadable('other', `none of its ${devices.length} files is said to be this disk`);
}

/** What a reader met with this disk is kept; what concerns the whole VM or the server is thrown. */
async function trying(
  { signal, log }: VsphereSession,
  attempt: Attempt,
  how: string,
  read: () => Promise<DiskReading>,
): Promise<void> {
  try {
    attempt.reading = await read();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error) || isGone(error) || !isAboutDisk(error)) throw error;
    log.debug(`${attempt.disk.file} ${how}: ${error.stack ?? error.message}`);
    attempt.failures.push({ reason: unreadableReason(error) ?? 'other', text: `${how}: ${error.message}` });
  }
}

function isAboutDisk(error: Error): boolean {
  if (error instanceof UserError) return error.code !== 'vsphere-login';
  return unreadableReason(error) !== undefined || error instanceof FormatError;
}

/** The VM was removed meanwhile. */
export function isGone(error: unknown): boolean {
  return error instanceof VsphereFault && error.type === 'ManagedObjectNotFound';
}

function storeTypeOf({ datastores }: VmFacts, { file }: VmDisk, { stores }: DiskPlace): string {
  const wanted = parseDatastorePath(file)?.datastore;
  const own = datastores.flatMap(({ value }) => stores.get(value) ?? []);
  return own.find(({ name }) => name === wanted)?.type ?? '';
}

function resultOf({ disk, traffic: { moved }, reading, failures }: Attempt): ReadDisk {
  if (reading) return { disk, reading, moved };
  return {
    disk,
    unread: { reason: failures[0]?.reason ?? 'other', tried: failures.map(({ text }) => text) },
    moved,
  };
}
