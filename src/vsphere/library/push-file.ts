/** Sends one file of an update session to the address that the server has given for it. */

import { UserError } from '../../errors.ts';
import { connectDevice } from '../transfer/device-agent.ts';
import { isPassingStatus, type StreamedBody, sendRequest } from '../wire/http.ts';
import { PassingError } from '../wire/passing-error.ts';
import { REST_TOKEN, type RestSession } from '../wire/rest.ts';
import type { VsphereSession } from '../wire/session.ts';
import { lostUpdate, type UploadEndpoint } from './update-session.ts';

export interface PushedFile {
  /** For messages. */
  readonly name: string;
  readonly body: StreamedBody;
}

/** The server writes a large file to the datastore of the library before it answers. */
const ANSWER_TIMEOUT = 900_000;
const MAX_ANSWER = 2 ** 20;

/**
 * @param signal of the run and of the update session
 * @throws UserError upload-failed, vsphere-unreachable, vsphere-certificate; PassingError when it may pass; the signal's reason
 */
export async function pushFile(
  session: VsphereSession,
  rest: Pick<RestSession, 'ticket'>,
  endpoint: UploadEndpoint,
  { name, body, signal }: PushedFile & { readonly signal: AbortSignal },
): Promise<void> {
  if (!URL.canParse(endpoint.url)) {
    throw new UserError(
      'upload-failed',
      `vCenter gives no address for ${name}, but "${endpoint.url}"`,
      'Run the step again; if it repeats, look at the service Content Library of the vCenter.',
    );
  }
  const { sslThumbprint, sslCertificate } = endpoint;
  const url = new URL(endpoint.url);
  const { agent, peer } = connectDevice(session, { key: '', importKey: '', url, sslThumbprint, sslCertificate });
  try {
    const answer = await sendRequest(agent, {
      method: 'PUT',
      url,
      // Another server knows the session by the address alone.
      headers: {
        'Content-Type': 'application/octet-stream',
        ...(peer === 'server' && { [REST_TOKEN]: rest.ticket().token }),
      },
      body,
      signal,
      peer,
      maxBytes: MAX_ANSWER,
      idleTimeout: ANSWER_TIMEOUT,
    });
    if (answer.status < 300) return;
    const said = answer.body
      .toString('utf8', 0, 500)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const message = `${url.host} refused ${name} with the HTTP status ${answer.status}${said === '' ? '' : `: ${said}`}`;
    if (answer.status === 404) throw lostUpdate(new Error(message));
    if (isPassingStatus(answer.status) || answer.status === 401) {
      throw new PassingError(
        'upload-failed',
        message,
        'The vCenter is busy or has ended the session: run the step again.',
        {
          taken: true,
        },
      );
    }
    throw new UserError(
      'upload-failed',
      message,
      'Look at the tasks of the vCenter; the datastore of the library may be full.',
    );
  } finally {
    agent.destroy();
  }
}
