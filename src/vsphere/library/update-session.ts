/**
 * Sessions by which the files of a library item are replaced (content/library/item/update-session, API 6.5): nobody sees anything of it
 * before the session is complete. One at a time for an item.
 */

import { randomUUID } from 'node:crypto';
import { PassingError } from '../wire/passing-error.ts';
import { pollUntil } from '../wire/poll.ts';
import { type RestCaller, RestRefused } from '../wire/rest.ts';
import type { RestCall } from '../wire/rest-style.ts';

const SESSIONS = 'content/library/item/update-session';
/** Below a session; `/rest` has them as a resource of their own. */
const OLD_FILES = 'content/library/item/updatesession/file';
const PRIVILEGES = 'ContentLibrary.UpdateSession on the library, as a global permission,';

export interface UpdateState {
  readonly state: 'ACTIVE' | 'DONE' | 'ERROR' | 'CANCELED';
  /** Id of the item. */
  readonly item: string;
  /** Why it failed; empty where the server does not say. */
  readonly message: string;
}

export interface SessionFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The server holds what arrives against it. */
  readonly digest?: { readonly algorithm: 'sha1' | 'sha256' | 'sha512'; readonly digest: string } | undefined;
}

/** Where a file is sent to, by PUT. */
export interface UploadEndpoint {
  readonly url: string;
  /** What the server says of the certificate there, where it does. */
  readonly sslThumbprint: string | undefined;
  readonly sslCertificate: string | undefined;
}

export interface FileState {
  readonly name: string;
  readonly status: 'WAITING_FOR_TRANSFER' | 'TRANSFERRING' | 'VALIDATING' | 'READY' | 'ERROR' | '';
  /** Of what arrived; undefined until the server knows. */
  readonly size: number | undefined;
  readonly checksum:
    | { /** As Node names it, such as `sha256`. */ readonly algorithm: string; readonly checksum: string }
    | undefined;
  readonly message: string;
}

interface Said {
  readonly default_message?: string;
}

/** The token lets the server recognise the call when its answer was lost. @throws RestRefused resource_busy while another session is open */
export async function beginUpdate(rest: RestCaller, item: string): Promise<string> {
  const call = { resource: SESSIONS, body: { library_item_id: item }, parameter: 'create_spec' };
  return (await rest.call({
    method: 'POST',
    ...call,
    token: randomUUID(),
    repeatable: true,
    privileges: PRIVILEGES,
  })) as string;
}

/** @returns undefined when it is gone: one that has expired is removed by the server */
async function readUpdate(rest: RestCaller, id: string): Promise<UpdateState | undefined> {
  try {
    const found = (await rest.call({ method: 'GET', resource: SESSIONS, id, repeatable: true })) as {
      readonly state?: UpdateState['state'];
      readonly library_item_id?: string;
      readonly error_message?: Said | null;
    };
    return {
      state: found.state ?? 'ACTIVE',
      item: found.library_item_id ?? '',
      message: found.error_message?.default_message ?? '',
    };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Ids of those that are open for that item. */
export async function openUpdatesOf(rest: RestCaller, item: string): Promise<readonly string[]> {
  const ids = (await rest.call({ method: 'GET', resource: SESSIONS, repeatable: true })) as
    | readonly string[]
    | null
    | undefined;
  const all = await Promise.all((ids ?? []).map(async (id) => ({ id, state: await readUpdate(rest, id) })));
  return all.flatMap(({ id, state }) => (state?.item === item && state.state === 'ACTIVE' ? [id] : []));
}

/** Puts off its end. @param percent of the work that is done */
export async function keepUpdate(rest: RestCaller, id: string, percent: number): Promise<void> {
  const body = { client_progress: Math.min(99, Math.floor(percent)) };
  await rest.call({ method: 'POST', resource: SESSIONS, id, action: 'keep-alive', body, repeatable: true });
}

/** Throws away what was sent. That it has ended or is gone already is as good. */
export async function cancelUpdate(rest: RestCaller, id: string): Promise<void> {
  for (const call of [{ method: 'POST', action: 'cancel' } as const, { method: 'DELETE' } as const]) {
    try {
      await rest.call({ ...call, resource: SESSIONS, id, repeatable: true });
    } catch (error) {
      if (!isGone(error) && !(error instanceof RestRefused && error.type === 'not_allowed_in_current_state'))
        throw error;
    }
  }
}

/**
 * Makes what was sent the content of the item, in one step, and waits until it is. A lost answer is made good by looking.
 * @returns how it ended; ERROR with the server's words
 * @throws PassingError when the session is gone or has not ended in time; RestRefused; the signal's reason
 */
export async function completeUpdate(
  rest: RestCaller,
  id: string,
  { signal, timeout }: { readonly signal: AbortSignal; readonly timeout: number },
): Promise<UpdateState> {
  const complete: RestCall = { method: 'POST', resource: SESSIONS, id, action: 'complete', repeatable: false };
  let [asked, lost] = [true, false];
  await rest.call(complete).catch((error: unknown) => {
    // The state says why it is not now, or that a call before has arrived.
    if (!(error instanceof PassingError) && !isNotNow(error)) throw error;
    asked = false;
    lost = error instanceof PassingError;
  });
  const ended = async (): Promise<UpdateState | undefined> => {
    const state = await readUpdate(rest, id);
    if (state === undefined) throw lostUpdate();
    if (state.state !== 'ACTIVE') return state;
    // Nothing of the first call has arrived, or the server wants none of it.
    if (!asked) {
      asked = true;
      await rest.call(complete).catch((error: unknown) => {
        // The lost one may have arrived after all, and be at work.
        if (!(error instanceof PassingError) && !(lost && isNotNow(error))) throw error;
      });
    }
    return undefined;
  };
  const found = await pollUntil(signal, ended, timeout);
  if (found) return found;
  throw new PassingError(
    'upload-failed',
    `The update session ${id} of the content library was still not done after ${timeout / 60_000} minutes`,
    'Look at the tasks of the vCenter and at the datastore of the library, and run the step again.',
    { taken: true },
  );
}

/** The server ends a session that it hears nothing of, and forgets it: the files are to be sent again. */
export function lostUpdate(cause?: unknown): PassingError {
  return new PassingError(
    'upload-failed',
    'The update session of the content library is gone',
    'vCenter ends one that it hears nothing of: is the way to it interrupted, or this runner asleep? Run the step again.',
    { taken: true, cause },
  );
}

export async function addFile(rest: RestCaller, session: string, file: SessionFile): Promise<UploadEndpoint> {
  const { name, size, digest } = file;
  const body = {
    name,
    source_type: 'PUSH',
    size,
    ...(digest && { checksum_info: { algorithm: digest.algorithm.toUpperCase(), checksum: digest.digest } }),
  };
  const call = { resource: SESSIONS, id: session, part: 'file', body, parameter: 'file_spec' };
  const old = { resource: OLD_FILES, action: 'add' };
  // A name that is added once more is the same file, begun anew.
  const info = (await rest.call({ method: 'POST', ...call, old, repeatable: true, privileges: PRIVILEGES })) as {
    readonly upload_endpoint?: {
      readonly uri?: string;
      readonly ssl_certificate_thumbprint?: string;
      readonly ssl_certificate?: string;
    };
  };
  const { uri = '', ssl_certificate_thumbprint, ssl_certificate } = info.upload_endpoint ?? {};
  return { url: uri, sslThumbprint: ssl_certificate_thumbprint, sslCertificate: ssl_certificate };
}

/** Takes effect with the rest of the session. */
export async function removeFile(rest: RestCaller, session: string, name: string): Promise<void> {
  const call = { resource: SESSIONS, id: session, part: 'file', action: 'remove' };
  const old = { resource: OLD_FILES };
  await rest.call({ method: 'POST', ...call, old, body: { file_name: name }, repeatable: true });
}

export async function readFiles(rest: RestCaller, session: string): Promise<readonly FileState[]> {
  const old = { resource: OLD_FILES, query: { update_session_id: session } };
  const call = { resource: SESSIONS, id: session, part: 'file', old };
  const files = (await rest.call({ method: 'GET', ...call, repeatable: true })) as
    | readonly {
        readonly name?: string;
        readonly status?: FileState['status'];
        readonly size?: number;
        readonly checksum_info?: { readonly algorithm?: string; readonly checksum?: string } | null;
        readonly error_message?: Said | null;
      }[]
    | null
    | undefined;
  return (files ?? []).map(({ name, status, size, checksum_info: sum, error_message: said }) => ({
    name: name ?? '',
    status: status ?? '',
    size,
    checksum:
      sum?.checksum === undefined
        ? undefined
        : { algorithm: plainAlgorithm(sum.algorithm), checksum: sum.checksum.toLowerCase() },
    message: said?.default_message ?? '',
  }));
}

/** `SHA256`, `SHA-256` and `sha256` are one; SHA1 is what the API means where it does not say. */
function plainAlgorithm(said = 'SHA1'): string {
  return said.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What the server has against the files as a whole, for people; empty when nothing. */
export async function validateFiles(rest: RestCaller, session: string): Promise<readonly string[]> {
  const call = { resource: SESSIONS, id: session, part: 'file', action: 'validate', old: { resource: OLD_FILES } };
  const answer = (await rest.call({ method: 'POST', ...call, repeatable: true })) as
    | {
        readonly has_errors?: boolean;
        readonly missing_files?: readonly string[];
        readonly invalid_files?: readonly { readonly name?: string; readonly error_message?: Said }[];
      }
    | undefined;
  if (!answer?.has_errors) return [];
  const said = [
    ...(answer.missing_files ?? []).map((name) => `${name} is missing`),
    ...(answer.invalid_files ?? []).map(
      ({ name, error_message: why }) => `${name}: ${why?.default_message ?? 'invalid'}`,
    ),
  ];
  return said.length === 0 ? ['the server does not say what'] : said;
}

function isGone(error: unknown): boolean {
  // An old simulator answers a plain 404.
  return error instanceof RestRefused && (error.type === 'not_found' || error.type === '');
}

function isNotNow(error: unknown): boolean {
  return error instanceof RestRefused && error.type === 'not_allowed_in_current_state';
}
