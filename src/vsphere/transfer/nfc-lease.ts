/** The lease under which files of an import are sent (vim25 HttpNfcLease): lives by progress, ends by complete or abort. */

import { UserError } from '../../errors.ts';
import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from '../wire/explain-fault.ts';
import { readLocalizedFault, VsphereFault } from '../wire/fault.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { isOutcomeUnknown, PassingError } from '../wire/passing-error.ts';
import { pollUntil } from '../wire/poll.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { node, value } from '../wire/soap.ts';

export interface DeviceUrl {
  /** Names the device in the lease's manifest. */
  readonly key: string;
  /** Equals the deviceId of a file item. */
  readonly importKey: string;
  readonly url: URL;
  /** SHA-1 of the certificate of the host that takes the file; undefined when the server does not say. */
  readonly sslThumbprint: string | undefined;
  /** That certificate in PEM form, which API 9.0 gives. */
  readonly sslCertificate: string | undefined;
}

export interface ReadyLease {
  readonly lease: Moref;
  /** The VM that is being made, or read. */
  readonly entity: Moref;
  readonly devices: readonly DeviceUrl[];
}

/** What the host says it has received. */
export interface ReceivedFile {
  readonly key: string;
  readonly size: number;
  readonly digests: Readonly<Partial<Record<'sha1' | 'sha256', string>>>;
}

/** A lease dies after about five minutes of silence; a tenth of that forgives some lost messages. */
const KEEP_ALIVE = 5000;
/** How long a lease may be getting ready before it is given up as it is. */
const SETTLE_TIMEOUT = 60_000;
/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;

/**
 * @param operation the method that gave the lease, for messages
 * @throws VsphereFault why the server could not make or give the VM
 */
export async function waitForLease(
  session: VsphereSession,
  lease: Moref,
  operation = 'ImportVApp',
): Promise<ReadyLease> {
  const ready = await pollUntil(session.signal, async () => {
    const properties = await readProperties(session, lease, ['state', 'info', 'error']);
    const state = properties.get('state')?.text;
    if (state === 'ready') return readInfo(session, lease, properties.get('info'));
    if (state === 'initializing') return undefined;
    const error = properties.get('error');
    throw error
      ? readLocalizedFault(operation, error)
      : new VsphereFault(operation, 'InvalidState', `the lease is ${state}`);
  });
  if (ready) return ready;
  throw new VsphereFault(operation, 'InvalidState', 'the lease did not become ready');
}

/**
 * Runs `body` while the lease is kept alive. When the lease is lost, `signal` is aborted with the fault.
 * @param percent asked each time
 * @throws PassingError upload-failed when the lease has run out, whatever `body` then met; else what `body` throws
 */
export async function whileKeptAlive<T>(
  session: VsphereSession,
  lease: Moref,
  percent: () => number,
  body: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const signal = AbortSignal.any([session.signal, lost.signal]);
  const report = async (): Promise<void> => {
    try {
      await session.call('HttpNfcLeaseProgress', lease, [value('percent', Math.min(99, Math.floor(percent())))]);
    } catch (error) {
      // A message that is lost on the way is made good by the next one; a fault says that there is no lease any more.
      if (error instanceof VsphereFault) lost.abort(error);
      else session.log.debug(`Progress of the lease: ${String(error)}`);
    }
  };
  let running: Promise<void> = report();
  const timer = setInterval(() => {
    running = running.then(report);
  }, KEEP_ALIVE);
  try {
    return await body(signal);
  } catch (error) {
    throw (await hasRunOut(session, lease, error)) ? runOut(error) : error;
  } finally {
    clearInterval(timer);
    await running;
  }
}

/** Whether a call fails because there is no lease any more: then nothing is wrong with the way to the host, or with the host. */
async function hasRunOut(session: VsphereSession, lease: Moref, error: unknown): Promise<boolean> {
  if (session.signal.aborted) return false;
  if (error instanceof VsphereFault) return isLeaseLost(error);
  if (!(error instanceof UserError && (error instanceof PassingError || error.code === 'upload-failed'))) return false;
  // The host closes the connection, or refuses the file with this or that status; only the lease itself tells why.
  const state = await readState(session, lease).catch(() => 'unknown');
  return state === undefined || state === 'error';
}

function runOut(cause: unknown): PassingError {
  return new PassingError(
    'upload-failed',
    `The lease has run out while files were on their way: ${cause instanceof Error ? cause.message : String(cause)}`,
    'vSphere ends an import that it hears nothing of for about five minutes, or whose session ends: is the way to it interrupted, or this runner asleep? Run the step again.',
    { taken: true, cause },
  );
}

/** Asks for digests of that kind; servers before 7.0 know only SHA-1. @returns the kind that the manifest will have */
export async function chooseManifestDigest(
  session: VsphereSession,
  { lease, devices }: ReadyLease,
  wanted: 'sha1' | 'sha256',
): Promise<'sha1' | 'sha256'> {
  if (wanted === 'sha1' || devices.length === 0) return 'sha1';
  const choices = devices.map(({ key }) =>
    node('deviceUrlsToChecksumTypes', [value('key', key), value('value', wanted)]),
  );
  try {
    await session.call('HttpNfcLeaseSetManifestChecksumType', lease, choices);
    return wanted;
  } catch (error) {
    if (!(error instanceof VsphereFault)) throw error;
    session.log.debug(`HttpNfcLeaseSetManifestChecksumType: ${error.message}`);
    return 'sha1';
  }
}

/** What has arrived so far; undefined when the server does not offer it. */
export async function readLeaseManifest(session: VsphereSession, lease: Moref): Promise<ReceivedFile[] | undefined> {
  try {
    const answer = await session.call('HttpNfcLeaseGetManifest', lease);
    return childrenNamed(answer, 'returnval').map(receivedFileOf);
  } catch (error) {
    if (!isFault(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest')) throw error;
    return undefined;
  }
}

/** Ends the import: the VM is whole. When the answer is lost, the lease is asked whether it has ended. */
export async function completeLease(session: VsphereSession, lease: Moref): Promise<void> {
  try {
    await session.call('HttpNfcLeaseComplete', lease);
  } catch (error) {
    if (!isOutcomeUnknown(error) || !(await becomesDone(session, lease))) throw error;
  }
}

/** A lease is `done` for a while and then gone; who asks for this one has not aborted it. One that has run out meanwhile takes its VM with it. */
async function becomesDone(session: VsphereSession, lease: Moref): Promise<boolean> {
  const done = await pollUntil(
    session.signal,
    async () => {
      const state = await readState(session, lease);
      return state === 'ready' ? undefined : state !== 'error';
    },
    LOOKUP_TIMEOUT,
  );
  return done === true;
}

/** @returns undefined when it is gone */
async function readState(session: VsphereSession, lease: Moref): Promise<string | undefined> {
  try {
    return (await readProperties(session, lease, ['state'])).get('state')?.text;
  } catch (error) {
    if (!isFault(error, 'ManagedObjectNotFound')) throw error;
    return undefined;
  }
}

/**
 * The VM of a lease that is to be given up, waited for while the lease is still getting ready.
 * @returns undefined when there is none, or the lease is gone
 */
export async function settledEntity(session: VsphereSession, lease: Moref): Promise<Moref | undefined> {
  await pollUntil(
    session.signal,
    async () => ((await readState(session, lease)) === 'initializing' ? undefined : true),
    SETTLE_TIMEOUT,
  );
  try {
    return morefOf(child((await readProperties(session, lease, ['info'])).get('info'), 'entity'));
  } catch (error) {
    if (!isFault(error, 'ManagedObjectNotFound')) throw error;
    return undefined;
  }
}

/** Ends the lease, upon which the server removes the half VM. A lease that is gone already is as good. */
export async function abortLease(session: VsphereSession, lease: Moref): Promise<void> {
  try {
    await session.call('HttpNfcLeaseAbort', lease);
  } catch (error) {
    if (!isFault(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout')) throw error;
  }
}

function readInfo(session: VsphereSession, lease: Moref, info: XmlElement | undefined): ReadyLease {
  const entity = morefOf(child(info, 'entity'));
  if (!entity) throw new VsphereFault('ImportVApp', 'InvalidState', 'the lease names no VM');
  return { lease, entity, devices: childrenNamed(info, 'deviceUrl').map((device) => deviceUrlOf(device, session.url)) };
}

/** A host that was connected to directly writes `*` for the name it was called by. */
function deviceUrlOf(device: XmlElement, server: URL): DeviceUrl {
  const url = textAt(device, 'url') ?? '';
  const absolute = url.replace(/^(https?:\/\/)\*(?::\d+)?/i, `$1${server.host}`);
  if (!URL.canParse(absolute))
    throw new VsphereFault('ImportVApp', 'InvalidState', `the lease has the device URL "${url}"`);
  return {
    key: textAt(device, 'key') ?? '',
    importKey: textAt(device, 'importKey') ?? '',
    url: new URL(absolute),
    sslThumbprint: textAt(device, 'sslThumbprint') || undefined,
    sslCertificate: textAt(device, 'sslCertificate') || undefined,
  };
}

function receivedFileOf(entry: XmlElement): ReceivedFile {
  const sha1 = textAt(entry, 'sha1')?.toLowerCase();
  const kind = textAt(entry, 'checksumType')?.toLowerCase().replace('-', '');
  const checksum = textAt(entry, 'checksum')?.toLowerCase();
  return {
    key: textAt(entry, 'key') ?? '',
    size: Number(textAt(entry, 'size') ?? 0),
    digests: { ...(sha1 && { sha1 }), ...(checksum && (kind === 'sha1' || kind === 'sha256') && { [kind]: checksum }) },
  };
}

/** True for a fault by which the server says that the lease is lost: the import may be begun anew. */
export function isLeaseLost(error: unknown): boolean {
  return (
    isFault(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout', 'NotAuthenticated') &&
    error.operation.startsWith('HttpNfcLease')
  );
}
