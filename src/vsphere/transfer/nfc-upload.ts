/** Sends one file of an import to the host that takes it. */

import { UserError } from '../../errors.ts';
import { type StreamedBody, sendRequest } from '../wire/http.ts';
import type { VsphereSession } from '../wire/session.ts';
import { parseThumbprint } from '../wire/thumbprint.ts';
import { createAgent } from '../wire/trust.ts';
import type { DeviceUrl } from './nfc-lease.ts';

export interface NfcFile {
  /** Its name in the package, for messages. */
  readonly name: string;
  readonly body: StreamedBody;
  /** By PUT (nvram, ISO); disks are POSTed. */
  readonly create: boolean;
}

/** A host flushes a large disk before it answers. */
const ANSWER_TIMEOUT = 900_000;
const MAX_ANSWER = 2 ** 20;

/**
 * @param signal of the run and of the lease
 * @throws UserError upload-failed, vsphere-unreachable, vsphere-certificate; the signal's reason
 */
export async function uploadFile(
  session: VsphereSession,
  device: DeviceUrl,
  file: NfcFile,
  signal: AbortSignal,
): Promise<void> {
  const { url, sslThumbprint } = device;
  const sameServer = url.host === session.url.host;
  // vCenter, which is trusted, vouches for the certificate of the host it sends us to.
  const pinned =
    sameServer || sslThumbprint === undefined
      ? undefined
      : createAgent({ kind: 'pinned', thumbprint: parseThumbprint(sslThumbprint) });
  try {
    const answer = await sendRequest(pinned ?? session.agent, {
      method: file.create ? 'PUT' : 'POST',
      url,
      headers: {
        'Content-Type': file.create ? 'application/octet-stream' : 'application/x-vnd.vmware-streamVmdk',
        ...(file.create && { Overwrite: 't' }),
        ...(sameServer && { Cookie: session.cookie }),
      },
      body: file.body,
      signal,
      maxBytes: MAX_ANSWER,
      idleTimeout: ANSWER_TIMEOUT,
    });
    if (answer.status === 200 || answer.status === 201) return;
    const said = answer.body
      .toString('utf8', 0, 500)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    throw new UserError(
      'upload-failed',
      `${url.host} refused ${file.name} with the HTTP status ${answer.status}${said === '' ? '' : `: ${said}`}`,
      answer.status === 503
        ? 'The host is overloaded or has too many transfers: run the step again.'
        : 'Look at the events of the host; the datastore may be full, or the file not what the descriptor says.',
    );
  } finally {
    pinned?.destroy();
  }
}
