/** Imports an OVA as a VM: the descriptor becomes a spec, the spec a lease, and the files go from the archive to the host. */

import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { findReferenced } from '../ova/member-name.ts';
import type { OvaPackage } from '../ova/ova-package.ts';
import {
  abortLease,
  chooseManifestDigest,
  completeLease,
  type ReadyLease,
  readLeaseEntity,
  readLeaseManifest,
  waitForLease,
  whileKeptAlive,
} from '../vsphere/transfer/nfc-lease.ts';
import {
  createImportSpec,
  type FileItem,
  type ImportRequest,
  importVApp,
  withExtraConfig,
} from '../vsphere/transfer/ovf-import.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { IMPORT_MARKER, removeVm } from './leftovers.ts';
import { type MemberUpload, sendMember } from './send-member.ts';

export interface ImportOptions {
  /** Names this run in the marker of the VM. */
  readonly run: string;
  /** Told the share that was sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

export interface ImportedVm {
  /** Whole, but for the marker that it still carries. */
  readonly vm: Moref;
  /** Bytes sent. */
  readonly uploadedBytes: number;
}

/**
 * When it fails or is cancelled the lease is aborted, upon which the server removes the VM.
 * @throws UserError ova-invalid, upload-failed and those of the session; VsphereFault; the signal's reason
 */
export async function importOva(
  session: VsphereSession,
  ova: OvaPackage,
  request: ImportRequest,
  options: ImportOptions,
): Promise<ImportedVm> {
  const { spec, files, warnings } = await createImportSpec(session, request);
  for (const warning of warnings) session.log.warning(`OVF descriptor: ${warning}`);
  for (const { path } of files) memberOf(ova, path);
  session.signal.throwIfAborted();
  // Not to be torn by a cancelled run: an answer that is lost would leave a lease that nobody can abort.
  const lease = await importVApp(session.uncancelled(), withExtraConfig(spec, IMPORT_MARKER, options.run), request);
  try {
    const ready = await waitForLease(session, lease);
    const uploadedBytes = await sendFiles(session, ova, files, ready, options);
    session.signal.throwIfAborted();
    await completeLease(session, lease);
    return { vm: ready.entity, uploadedBytes };
  } catch (error) {
    await giveUp(session.uncancelled(), lease).catch((failed: unknown) => {
      session.log.warning(
        `The lease ${lease.value} could not be aborted (${String(failed)}): it runs out in some minutes, and the next run removes what is left.`,
      );
    });
    throw error;
  }
}

/** @returns bytes sent */
async function sendFiles(
  session: VsphereSession,
  ova: OvaPackage,
  files: readonly FileItem[],
  ready: ReadyLease,
  { onProgress }: ImportOptions,
): Promise<number> {
  const { lease } = ready;
  const uploads = matchDevices(ova, files, ready);
  const total = uploads.reduce((sum, { size }) => sum + size, 0);
  let sent = 0;
  const onBytes = (bytes: number): void => {
    sent += bytes;
    onProgress(sent / total);
  };
  const percent = (): number => (total === 0 ? 0 : (sent * 100) / total);
  await whileKeptAlive(session, lease, percent, async (signal) => {
    const digest = await chooseManifestDigest(session, ready, wantedDigest(ova, files));
    for (const upload of uploads) {
      const known = knownDigest(ova, upload.item, digest);
      const hash = known === undefined ? createHash(digest) : undefined;
      await sendMember(session, ova.source, upload, { hash, signal, onBytes });
      await checkArrived(session, lease, upload, { digest, expected: known ?? hash?.digest('hex') });
    }
  });
  return sent;
}

/** vSphere removes the VM with the lease; where it does not, we do. */
async function giveUp(session: VsphereSession, lease: Moref): Promise<void> {
  const entity = await readLeaseEntity(session, lease);
  await abortLease(session, lease);
  if (entity) await removeVm(session, entity);
}

function memberOf(ova: OvaPackage, path: string): { offset: number; size: number } {
  const member = findReferenced(ova.members, path, ova.descriptor.name);
  if (member) return member;
  throw new UserError(
    'ova-invalid',
    `${ova.path}: the descriptor names ${path}, which is not in the archive`,
    'Make the OVA again with convert-ova.',
  );
}

/** In the order of the file items, which is the one in which the host wants them. */
function matchDevices(ova: OvaPackage, files: readonly FileItem[], { devices }: ReadyLease): MemberUpload[] {
  return files.map((item) => {
    const device = devices.find(({ importKey }) => importKey === item.deviceId);
    if (device) return { item, device, ...memberOf(ova, item.path) };
    throw new UserError(
      'upload-failed',
      `The lease has no place for ${item.path} (${item.deviceId})`,
      'Run the step again; if it repeats, look at the events of the host.',
    );
  });
}

/** The kind of digest that the manifest has for all files, so that nothing needs to be hashed again; leases know only these two. */
function wantedDigest(ova: OvaPackage, files: readonly FileItem[]): 'sha1' | 'sha256' {
  return files.every((item) => knownDigest(ova, item, 'sha1') !== undefined) ? 'sha1' : 'sha256';
}

function knownDigest(ova: OvaPackage, { path }: FileItem, algorithm: 'sha1' | 'sha256'): string | undefined {
  const listed = ova.manifest && findReferenced(ova.manifest.digests, path, ova.manifest.name);
  return listed?.algorithm === algorithm ? listed.digest : undefined;
}

/** Asks the host what it has received, right after each file: better to fail on the first than after the last. */
async function checkArrived(
  session: VsphereSession,
  lease: Moref,
  { item, device, size }: MemberUpload,
  { digest, expected }: { digest: 'sha1' | 'sha256'; expected: string | undefined },
): Promise<void> {
  const received = (await readLeaseManifest(session, lease))?.find(({ key }) => key === device.key);
  const found = received?.digests[digest];
  if (found === undefined) {
    session.log.debug(`The host does not say what it received of ${item.path}`);
    return;
  }
  if (found === expected) {
    session.log.debug(`${item.path}: ${digest} ${found} on both sides`);
    return;
  }
  throw new UserError(
    'upload-failed',
    `${item.path} arrived with the ${digest} ${found} (${received?.size} bytes), but was sent with ${expected} (${size} bytes)`,
    'The bytes changed on their way or the OVA did while it was sent: run the step again.',
  );
}
