/** Whether a file of an update session arrived as it was sent, by the account of the server: better to fail on the first than after the last. */

import { UserError } from '../errors.ts';
import type { ByteSource } from '../files/byte-source.ts';
import { hashRange } from '../files/hash-file.ts';
import { type FileState, lostUpdate, readFiles, type SessionFile } from '../vsphere/library/update-session.ts';
import { pollUntil } from '../vsphere/wire/poll.ts';
import type { RestCaller } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { MemberPlace } from './member-body.ts';

export interface Arrival {
  /** The update session. */
  readonly update: string;
  /** The archive, and where the file lies in it. */
  readonly source: Pick<ByteSource, 'readInto'>;
  readonly file: MemberPlace;
  readonly declared: SessionFile;
}

/** The server reads a disk of some tens of gigabytes once more for its digest, or copies it. */
export const SETTLE_TIMEOUT = 2 * 3_600_000;
/** Enumeration `checksum algorithm` of content libraries (vSphere Automation API), all of which Node computes. */
const ALGORITHMS: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512']);

/**
 * A digest of another kind than the one that was declared is computed here too, at the price of reading the file once more; where the
 * server says less, a warning says what nobody has compared.
 * @throws UserError upload-failed for what arrived otherwise than it was sent; PassingError when the session is gone; the signal's reason
 */
export async function checkArrived(
  session: Pick<VsphereSession, 'signal' | 'log'>,
  rest: RestCaller,
  { update, source, file, declared }: Arrival,
): Promise<void> {
  const { signal, log } = session;
  const { name, size, digest } = declared;
  const settled = async (): Promise<FileState | undefined> => {
    const state = (await readFiles(rest, update)).find((found) => found.name === name);
    if (state === undefined) throw lostUpdate();
    return state.status === 'TRANSFERRING' || state.status === 'VALIDATING' ? undefined : state;
  };
  const state = await pollUntil(signal, settled, SETTLE_TIMEOUT);
  if (state?.status === 'ERROR')
    throw libraryRefused(`vCenter does not take ${name}: ${state.message || 'it does not say why'}`);
  const unheard = (what: string): void =>
    log.warning(`${what}: what arrived of ${name} is held against the ${digest?.algorithm} by vCenter alone`);
  if (state?.status !== 'READY')
    return unheard(`vCenter does not say what it received (${state?.status || 'still at it'})`);
  const { checksum } = state;
  if (state.size !== undefined && state.size !== size)
    throw libraryRefused(`${name} arrived with ${state.size} bytes, but was sent with ${size}`);
  if (checksum === undefined) return unheard('vCenter tells no digest');
  const { algorithm } = checksum;
  if (algorithm !== digest?.algorithm && !ALGORITHMS.has(algorithm))
    return unheard(`vCenter tells a digest of a kind that is not known here (${algorithm})`);
  const ours =
    algorithm === digest?.algorithm ? digest.digest.toLowerCase() : await hashRange(source, file, algorithm, signal);
  if (ours !== checksum.checksum) {
    throw libraryRefused(`${name} arrived with the ${algorithm} ${checksum.checksum}, but was sent with ${ours}`);
  }
  log.debug(`${name}: ${size} bytes, ${algorithm} ${ours} on both sides`);
}

/** For what a library does not take, or has otherwise than it was sent. */
export function libraryRefused(message: string): UserError {
  return new UserError(
    'upload-failed',
    message,
    'See the tasks of the vCenter and the room on the datastore of the library, and run the step again.',
  );
}
