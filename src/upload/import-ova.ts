/** Imports an OVA as a VM: the descriptor becomes a spec, the spec a lease, and the files go from the archive to the host. */

import { createHash } from 'node:crypto';
import { type RetryPolicy, Transient, withRetries } from '../download/retry.ts';
import { UserError } from '../errors.ts';
import { hashRange } from '../files/hash-file.ts';
import { findReferenced } from '../ova/member-name.ts';
import type { OvaPackage } from '../ova/ova-package.ts';
import {
  chooseManifestDigest,
  completeLease,
  isLeaseLost,
  type ReadyLease,
  readLeaseManifest,
  waitForLease,
  whileKeptAlive,
} from '../vsphere/transfer/nfc-lease.ts';
import {
  createImportSpec,
  type FileItem,
  type ImportRequest,
  type ImportSpec,
  importVApp,
  withExtraConfig,
} from '../vsphere/transfer/ovf-import.ts';
import { ownedBy, whileOwned } from '../vsphere/vm/owned-vm.ts';
import type { OwnerProcess } from '../vsphere/vm/owner.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { isOutcomeUnknown, PassingError } from '../vsphere/wire/passing-error.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { type MemberUpload, sendMember } from './send-member.ts';
import { type StartedImport, undoImport, warnOfRemains } from './undo-import.ts';
import { newName } from './working-names.ts';

export interface ImportOptions {
  readonly me: OwnerProcess;
  /** Told before anything is made, and whenever more of it is known. */
  readonly onMade: (made: Readonly<StartedImport>) => void;
  /** Gives for each attempt what is told the share that was sent, 0 to 1. */
  readonly onProgress: () => (share: number) => void;
  /** Default: three tries. */
  readonly retries?: RetryPolicy;
}

export interface ImportedVm {
  /** Whole, but under the name for the time being. */
  readonly vm: Moref;
  readonly workingName: string;
  /** Bytes sent by the attempt that succeeded. */
  readonly uploadedBytes: number;
}

/** A disk takes long to send, so that a third try is the last. */
const ATTEMPTS: RetryPolicy = { attempts: 3, baseMs: 2000, maxMs: 30_000 };

/**
 * Imports under a name for the time being. When it fails or is cancelled, what was made is removed; what remains is told. When it fails
 * by something that may pass and nothing remains, it is begun anew.
 * @throws UserError ova-invalid, upload-failed and those of the session; VsphereFault; the signal's reason
 */
export async function importOva(
  session: VsphereSession,
  ova: OvaPackage,
  request: ImportRequest,
  options: ImportOptions,
): Promise<ImportedVm> {
  return withRetries(
    async (attempt) => {
      const name = newName(request.name, options.me.run, attempt);
      const made: StartedImport = {
        folder: request.folder,
        name,
        run: options.me.run,
        lease: undefined,
        entity: undefined,
      };
      const spec = await prepare(session, ova, { ...request, name });
      try {
        const uploadedBytes = await importOnce(session, ova, { request, spec, made, options });
        return { vm: made.entity as Moref, workingName: name, uploadedBytes };
      } catch (error) {
        const remains = await undoImport(session, made, isOutcomeUnknown(error));
        warnOfRemains(session, remains);
        throw remains.length === 0 && error instanceof Error && mayPass(error) ? new Transient(error) : error;
      }
    },
    options.retries ?? ATTEMPTS,
    session.signal,
    ({ message }) => session.log.warning(`The upload broke off (${message}). Nothing of it remains; beginning anew`),
  );
}

/** Everything that can go wrong before something is made. */
async function prepare(session: VsphereSession, ova: OvaPackage, request: ImportRequest): Promise<ImportSpec> {
  const spec = await createImportSpec(session, request);
  for (const warning of spec.warnings) session.log.warning(`OVF descriptor: ${warning}`);
  for (const { path } of spec.files) memberOf(ova, path);
  return spec;
}

interface Import {
  readonly request: ImportRequest;
  readonly spec: ImportSpec;
  readonly made: StartedImport;
  readonly options: ImportOptions;
}

/** @returns bytes sent */
async function importOnce(
  session: VsphereSession,
  ova: OvaPackage,
  { request, spec: { spec, files }, made, options }: Import,
): Promise<number> {
  session.signal.throwIfAborted();
  options.onMade(made);
  const [[key, mark]] = Object.entries(ownedBy(session, options.me)) as [[string, string]];
  // Not to be torn by a cancelled run: an answer that is lost would leave a lease that nobody can abort.
  const lease = await importVApp(session.uncancelled(), withExtraConfig(spec, key, mark), request);
  made.lease = lease;
  options.onMade(made);
  const ready = await waitForLease(session, lease);
  made.entity = ready.entity;
  const uploadedBytes = await whileOwned(session, ready.entity, options.me, () =>
    sendFiles(session, ova, files, ready, options),
  );
  session.signal.throwIfAborted();
  // Half of it helps nobody either: a torn call leaves a VM of which nobody knows whether it is whole.
  await completeLease(session.uncancelled(), lease);
  made.lease = undefined;
  options.onMade(made);
  return uploadedBytes;
}

/** The way, a busy host, or a lease that was lost on the way. */
function mayPass(error: Error): boolean {
  return error instanceof PassingError || isLeaseLost(error);
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
  const tell = onProgress();
  const uploads = matchDevices(ova, files, ready);
  const total = uploads.reduce((sum, { size }) => sum + size, 0);
  let sent = 0;
  const onBytes = (bytes: number): void => {
    sent += bytes;
    tell(sent / total);
  };
  const percent = (): number => (total === 0 ? 0 : (sent * 100) / total);
  await whileKeptAlive(session, lease, percent, async (signal) => {
    const digest = await chooseManifestDigest(session, ready, wantedDigest(ova, files));
    for (const upload of uploads) {
      const known = knownDigest(ova, upload.item, digest);
      const hash = known === undefined ? createHash(digest) : undefined;
      await sendMember(session, ova.source, upload, { hash, signal, onBytes });
      await checkArrived(session, ova, upload, { lease, digest, expected: known ?? hash?.digest('hex') ?? '' });
    }
  });
  return sent;
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

interface Sent {
  readonly lease: Moref;
  /** The kind that was asked for. */
  readonly digest: 'sha1' | 'sha256';
  readonly expected: string;
}

/**
 * Asks the host what it has received, right after each file: better to fail on the first than after the last. An older host behind a newer vCenter
 * may tell SHA-1 alone (vim25 HttpNfcLeaseManifestEntry.checksum is optional), for which the file is read once more.
 */
async function checkArrived(
  session: VsphereSession,
  ova: OvaPackage,
  { item, device, offset, size }: MemberUpload,
  { lease, digest, expected }: Sent,
): Promise<void> {
  const received = (await readLeaseManifest(session, lease))?.find(({ key }) => key === device.key);
  const kind = [digest, 'sha1' as const, 'sha256' as const].find((one) => received?.digests[one] !== undefined);
  if (kind === undefined) {
    session.log.warning(`The host does not say what it received of ${item.path}: nobody has compared it`);
    return;
  }
  const found = received?.digests[kind];
  const ours =
    kind === digest
      ? expected
      : (knownDigest(ova, item, kind) ?? (await hashRange(ova.source, { offset, size }, kind, session.signal)));
  if (found === ours) {
    session.log.debug(`${item.path}: ${kind} ${found} on both sides`);
    return;
  }
  throw new UserError(
    'upload-failed',
    `${item.path} arrived with the ${kind} ${found} (${received?.size} bytes), but was sent with ${ours} (${size} bytes)`,
    'The bytes changed on their way or the OVA did while it was sent: run the step again.',
  );
}
