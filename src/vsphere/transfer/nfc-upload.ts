/** Sends one file of an import to the host that takes it. */

import { UserError } from '../../errors.ts';
import { isPassingStatus, type StreamedBody, sendRequest } from '../wire/http.ts';
import { PassingError } from '../wire/passing-error.ts';
import type { VsphereSession } from '../wire/session.ts';
import { connectDevice } from './device-agent.ts';
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
  const { url } = device;
  const { agent, peer, cookie } = connectDevice(session, device);
  try {
    const answer = await sendRequest(agent, {
      method: file.create ? 'PUT' : 'POST',
      url,
      headers: {
        'Content-Type': file.create ? 'application/octet-stream' : 'application/x-vnd.vmware-streamVmdk',
        ...(file.create && { Overwrite: 't' }),
        ...cookie,
      },
      body: file.body,
      signal,
      peer,
      maxBytes: MAX_ANSWER,
      idleTimeout: ANSWER_TIMEOUT,
    });
    if (answer.status === 200 || answer.status === 201) return;
    const said = answer.body
      .toString('utf8', 0, 500)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const message = `${url.host} refused ${file.name} with the HTTP status ${answer.status}${said === '' ? '' : `: ${said}`}`;
    // 404 is the answer for a lease that has run out.
    if (isPassingStatus(answer.status) || answer.status === 404) {
      throw new PassingError(
        'upload-failed',
        message,
        'The host is overloaded or has too many transfers, or the lease was lost: run the step again.',
        { taken: true },
      );
    }
    throw new UserError(
      'upload-failed',
      message,
      'Look at the events of the host; the datastore may be full, or the file not what the descriptor says.',
    );
  } finally {
    agent.destroy();
  }
}
