/** Files on a datastore, over the server's own HTTPS: /folder/<path>?dcPath=…&dsName=…. */

import { type RetryPolicy, Transient, withRetries } from '../../download/retry.ts';
import { UserError } from '../../errors.ts';
import { type HttpResponse, isPassingStatus, sendRequest } from '../wire/http.ts';
import { PassingError } from '../wire/passing-error.ts';
import type { VsphereSession } from '../wire/session.ts';

export interface DatastorePath {
  readonly datastore: string;
  /** Relative to the datastore's root. */
  readonly path: string;
}

/** Reads `[datastore1] folder/file`; undefined when it is not in that form. */
export function parseDatastorePath(text: string): DatastorePath | undefined {
  const match = /^\[([^\]]+)\]\s*(.*)$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { datastore: match[1], path: match[2] };
}

const RETRIES: RetryPolicy = { attempts: 6, baseMs: 250, maxMs: 10_000 };

/**
 * @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`
 * @param limit most bytes to take
 * @throws UserError vsphere-not-found, vsphere-refused
 */
export async function readDatastoreFile(
  session: VsphereSession,
  datacenter: string,
  { datastore, path }: DatastorePath,
  limit: number,
): Promise<Buffer> {
  const url = datastoreUrl(session, datacenter, { datastore, path });
  const answer = await withRetries(
    () => get(session, url, limit),
    RETRIES,
    session.signal,
    ({ message }) => session.log.debug(`${message}; asking again`),
  );
  if (answer.status === 200) return answer.body;
  throw new UserError(
    answer.status === 404 ? 'vsphere-not-found' : 'vsphere-refused',
    `${session.url.host} gave the HTTP status ${answer.status} for the file [${datastore}] ${path}`,
    'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.',
  );
}

/** @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`; on a host `ha-datacenter` */
export function datastoreUrl(
  { url: server }: VsphereSession,
  datacenter: string,
  { datastore, path }: DatastorePath,
): URL {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = new URL(`/folder/${encoded}`, server);
  url.searchParams.set('dcPath', datacenter);
  url.searchParams.set('dsName', datastore);
  return url;
}

/** Reading is asked again when it gets lost, and once more with a new session where the server has ended the old one. */
async function get(session: VsphereSession, url: URL, maxBytes: number): Promise<HttpResponse> {
  const once = async (): Promise<HttpResponse> => {
    const { agent, cookie, signal } = session;
    const answer = await sendRequest(agent, { method: 'GET', url, headers: { Cookie: cookie }, signal, maxBytes });
    if (isPassingStatus(answer.status)) {
      const said = `${url.host} answered with the HTTP status ${answer.status}`;
      const hint = 'Its services are starting or overloaded: try again in a few minutes.';
      throw new PassingError('vsphere-unreachable', said, hint, { taken: true });
    }
    return answer;
  };
  try {
    const answer = await once();
    if (answer.status !== 401) return answer;
    await session.renew();
    return await once();
  } catch (error) {
    throw error instanceof PassingError ? new Transient(error) : error;
  }
}
