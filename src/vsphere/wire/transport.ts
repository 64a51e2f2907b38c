/**
 * Carries vim25 calls over SOAP. What only asks is asked again, ever later, when it gets lost; what changes something is sent once, on a
 * connection of its own, and its caller looks up what came of it (isOutcomeUnknown).
 */

import type { Agent } from 'node:https';
import type { Log } from '../../context.ts';
import { type RetryPolicy, Transient, withRetries } from '../../download/retry.ts';
import { FormatError, UserError } from '../../errors.ts';
import { parseXml, type XmlElement } from '../../xml/xml-element.ts';
import { readSoapFault } from './fault.ts';
import { isPassingStatus, sendRequest } from './http.ts';
import type { Moref } from './moref.ts';
import { PassingError } from './passing-error.ts';
import { bodyOf, renderEnvelope } from './soap.ts';

/** Both trust the same server. */
export interface Agents {
  /** Keeps connections, for what may be asked again. */
  readonly kept: Agent;
  /** A new connection for each request, for what is sent once. */
  readonly single: Agent;
}

export interface Transport {
  /** The oldest version that has what is called here, until the server has said its own. */
  version: string;
  /** Value of the header Cookie; empty before the login. */
  cookie: string;
  /** False while the server was never reached: a name that is wrong is not tried for a minute. */
  established: boolean;
  /** @throws VsphereFault, PassingError, UserError vsphere-unreachable, vsphere-certificate, the signal's reason */
  call(signal: AbortSignal, method: string, target: Moref, parameters: readonly XmlElement[]): Promise<XmlElement>;
}

/** Servers answer calls of older versions. */
export const FIRST_VERSION = '6.5';

/** A first call is asked four times within some seconds; later ones are, for about a minute, as a server may be restarting. */
const CONNECTING: RetryPolicy = { attempts: 4, baseMs: 500, maxMs: 4000 };
const ESTABLISHED: RetryPolicy = { attempts: 9, baseMs: 250, maxMs: 20_000 };

/** Calls that read, besides those whose name says so, and calls that leave nothing more when they are made twice. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'CurrentTime',
  'Login',
  'Logout',
  'CreateImportSpec',
  'HasPrivilegeOnEntities',
  'CreateContainerView',
  'DestroyView',
  'CancelTask',
  'HttpNfcLeaseProgress',
  'HttpNfcLeaseAbort',
  'HttpNfcLeaseGetManifest',
  'HttpNfcLeaseSetManifestChecksumType',
]);

/** `ContinueRetrievePropertiesEx` is not among them: its token is used up by the first. */
export function isRepeatable(method: string): boolean {
  return REPEATABLE.has(method) || /^(Retrieve|Query|Find|List)[A-Z]/.test(method);
}

export function createTransport(url: URL, agents: Agents, log: Log): Transport {
  const endpoint = new URL('/sdk', url);
  const once = async (
    signal: AbortSignal,
    method: string,
    target: Moref,
    parameters: readonly XmlElement[],
  ): Promise<XmlElement> => {
    const { status, headers, body } = await sendRequest(isRepeatable(method) ? agents.kept : agents.single, {
      method: 'POST',
      url: endpoint,
      headers: {
        'Content-Type': 'text/xml; charset="utf-8"',
        SOAPAction: `urn:vim25/${transport.version}`,
        ...(transport.cookie !== '' && { Cookie: transport.cookie }),
      },
      body: renderEnvelope(method, target, parameters),
      signal,
    });
    // Sent back verbatim: some servers put quotes around the value and want them again.
    const cookie = headers['set-cookie']?.find((line) => line.startsWith('vmware_soap_session='));
    if (cookie !== undefined) transport.cookie = cookie.split(';', 1)[0] ?? '';
    return readAnswer(method, status, body.toString('utf8'), endpoint);
  };
  const transport: Transport = {
    version: FIRST_VERSION,
    cookie: '',
    established: false,
    call: (signal, method, target, parameters) =>
      withRetries(
        () =>
          once(signal, method, target, parameters).catch((error: unknown) => {
            throw error instanceof PassingError && mayRepeat(error, method, transport.established)
              ? new Transient(error)
              : error;
          }),
        transport.established ? ESTABLISHED : CONNECTING,
        signal,
        ({ message }, wait) => log.debug(`${method}: ${message}; asking again in ${Math.round(wait)} ms`),
      ),
  };
  return transport;
}

/** A request that never left may always leave again, once it is known that there is such a server. */
export function mayRepeat({ taken }: PassingError, method: string, established: boolean): boolean {
  return taken ? isRepeatable(method) : established;
}

/**
 * @throws VsphereFault; PassingError when the server or a proxy is busy; UserError vsphere-unreachable when the answer is none of the
 * vSphere API
 */
export function readAnswer(method: string, status: number, text: string, endpoint: URL): XmlElement {
  let answer: XmlElement | undefined;
  let cause: unknown;
  try {
    answer = bodyOf(parseXml(text, `the answer of ${endpoint.host} to ${method}`));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    cause = error;
  }
  if (answer?.name === 'Fault') throw readSoapFault(method, answer);
  if (status === 200 && answer) return answer;
  const message = `${endpoint.href} answered ${method} with HTTP status ${status}, but not as the vSphere API does`;
  if (isPassingStatus(status)) {
    // A proxy may have passed the request on before it gave up.
    throw new PassingError(
      'vsphere-unreachable',
      message,
      'Its services are starting or overloaded: try again in a few minutes.',
      { taken: true, cause },
    );
  }
  throw new UserError(
    'vsphere-unreachable',
    message,
    'Check that the input server names a vCenter or an ESXi host, and its port.',
    { cause },
  );
}
