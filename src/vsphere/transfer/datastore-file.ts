/** Files on a datastore, over the server's own HTTPS: /folder/<path>?dcPath=…&dsName=…. */

import { UserError } from '../../errors.ts';
import { sendRequest } from '../wire/http.ts';
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
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = new URL(`/folder/${encoded}`, session.url);
  url.searchParams.set('dcPath', datacenter);
  url.searchParams.set('dsName', datastore);
  const { agent, cookie, signal } = session;
  const answer = await sendRequest(agent, { method: 'GET', url, headers: { Cookie: cookie }, signal, maxBytes: limit });
  if (answer.status === 200) return answer.body;
  throw new UserError(
    answer.status === 404 ? 'vsphere-not-found' : 'vsphere-refused',
    `${session.url.host} gave the HTTP status ${answer.status} for the file [${datastore}] ${path}`,
    'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.',
  );
}
