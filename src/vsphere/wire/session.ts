/** A logged-in session with a vCenter or an ESXi host (vim25 over SOAP), and the calls it carries. */

import type { Agent } from 'node:https';
import type { Log } from '../../context.ts';
import { FormatError, UserError } from '../../errors.ts';
import { child, parseXml, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { readSoapFault, VsphereFault } from './fault.ts';
import { sendRequest } from './http.ts';
import { type Moref, morefOf } from './moref.ts';
import { bodyOf, renderEnvelope, value } from './soap.ts';
import { createAgent, readTrust, type TlsOptions } from './trust.ts';

export interface ConnectOptions {
  /** Host or host:port; an https URL is taken too. */
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  /** Ends every call of the session when aborted. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

export interface About {
  /** Such as "VMware vCenter Server 8.0.3 build-24322831". */
  readonly fullName: string;
  /** Such as 8.0.3.0. */
  readonly apiVersion: string;
  /** An ESXi host on its own knows no templates, clusters or clones. */
  readonly kind: 'vcenter' | 'esxi';
}

export interface VsphereSession {
  readonly about: About;
  /** Where it is connected: `https://host:port`. */
  readonly url: URL;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** For requests beside the API (files, leases) with the same trust. */
  readonly agent: Agent;
  /** Value of the header Cookie for such requests. */
  readonly cookie: string;
  /** A manager of the service by its name in ServiceContent, such as `ovfManager`. @throws UserError vsphere-refused when there is none */
  manager(name: string): Moref;
  /**
   * Calls a method and returns its response element.
   * @throws VsphereFault, UserError vsphere-unreachable, the signal's reason
   */
  call(method: string, target: Moref, parameters?: readonly XmlElement[]): Promise<XmlElement>;
  /** The same session for calls that must also end when that signal does; waits and calls alike. */
  bounded(limit: AbortSignal): VsphereSession;
  /** The same session for undoing things and for steps that must not be torn: its calls go on though the run is cancelled, at most two minutes. */
  uncancelled(): VsphereSession;
  /** Logs out and closes all connections. Never throws: what the session was for is done or failed already. */
  close(): Promise<void>;
}

/** The oldest version that has what is called here; servers answer calls of older versions. */
const FIRST_VERSION = '6.5';
const SERVICE_INSTANCE: Moref = { type: 'ServiceInstance', value: 'ServiceInstance' };
const UNCANCELLED_TIMEOUT = 120_000;
const LOGOUT_TIMEOUT = 10_000;

/**
 * Connects and logs in; log out with `close()`.
 * @throws UserError vsphere-unreachable, vsphere-certificate (naming the thumbprint seen), vsphere-login, input-invalid
 */
export async function connectVsphere(options: ConnectOptions): Promise<VsphereSession> {
  const url = serverUrl(options.server);
  const trust = await readTrust(options.tls);
  if (trust.kind === 'insecure') {
    options.log.warning(
      `The certificate of ${url.host} is not checked (insecure): anybody on the way can read the password. Pin its thumbprint instead.`,
    );
  }
  const agent = createAgent(trust);
  try {
    const transport = createTransport(url, agent);
    const instance = await transport.call(options.signal, 'RetrieveServiceContent', SERVICE_INSTANCE, []);
    const content = child(instance, 'returnval');
    const about = readAbout(content, url);
    transport.version = about.apiVersion;
    await logIn(transport, content, options);
    return createSession(transport, content, about, options);
  } catch (error) {
    agent.destroy();
    throw error;
  }
}

interface Transport {
  readonly url: URL;
  readonly agent: Agent;
  version: string;
  cookie: string;
  call(signal: AbortSignal, method: string, target: Moref, parameters: readonly XmlElement[]): Promise<XmlElement>;
}

function createTransport(url: URL, agent: Agent): Transport {
  const endpoint = new URL('/sdk', url);
  const transport: Transport = {
    url,
    agent,
    version: FIRST_VERSION,
    cookie: '',
    call: async (signal, method, target, parameters) => {
      const { status, headers, body } = await sendRequest(agent, {
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
    },
  };
  return transport;
}

/** @throws VsphereFault; UserError vsphere-unreachable when the answer is none of the vSphere API */
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
  throw new UserError(
    'vsphere-unreachable',
    `${endpoint.href} answered ${method} with HTTP status ${status}, but not as the vSphere API does`,
    status === 503
      ? 'Its services are starting or overloaded: try again in a few minutes.'
      : 'Check that the input server names a vCenter or an ESXi host, and its port.',
    { cause },
  );
}

async function logIn(transport: Transport, content: XmlElement | undefined, options: ConnectOptions): Promise<void> {
  const { username, password, signal } = options;
  const sessionManager = morefOf(child(content, 'sessionManager')) ?? {
    type: 'SessionManager',
    value: 'SessionManager',
  };
  try {
    await transport.call(signal, 'Login', sessionManager, [value('userName', username), value('password', password)]);
  } catch (error) {
    const type = error instanceof VsphereFault ? error.type : '';
    if (!(error instanceof VsphereFault) || !['InvalidLogin', 'NoPermission', 'PasswordExpired'].includes(type))
      throw error;
    throw new UserError(
      'vsphere-login',
      `${transport.url.host} refused the login of ${username}: ${error.message}`,
      type === 'NoPermission'
        ? 'The account is known but has no role on this server: give it one.'
        : 'Check username (on vCenter with its domain, as in svc-images@vsphere.local) and password; several wrong tries lock the account for a while.',
      { cause: error },
    );
  }
}

function createSession(
  transport: Transport,
  content: XmlElement | undefined,
  about: About,
  { signal, log }: ConnectOptions,
): VsphereSession {
  const { url, agent } = transport;
  const manager = (name: string): Moref => {
    const found = morefOf(child(content, name));
    if (found) return found;
    throw new UserError(
      'vsphere-refused',
      `${about.fullName} at ${url.host} has no ${name}`,
      'Connect to a vCenter, or choose something that an ESXi host can do by itself.',
    );
  };
  const view = (viewSignal: AbortSignal): VsphereSession => ({
    about,
    url,
    log,
    agent,
    signal: viewSignal,
    get cookie() {
      return transport.cookie;
    },
    manager,
    call: (method, target, parameters = []) => transport.call(viewSignal, method, target, parameters),
    bounded: (limit) => view(AbortSignal.any([viewSignal, limit])),
    uncancelled: () => view(AbortSignal.timeout(UNCANCELLED_TIMEOUT)),
    close: async () => {
      try {
        await transport.call(AbortSignal.timeout(LOGOUT_TIMEOUT), 'Logout', manager('sessionManager'), []);
      } catch (error) {
        log.debug(`Logging out of ${url.host} failed: ${String(error)}`);
      }
      agent.destroy();
    },
  });
  return view(signal);
}

function readAbout(content: XmlElement | undefined, url: URL): About {
  const about = child(content, 'about');
  const apiType = textAt(about, 'apiType');
  if (apiType === undefined) {
    throw new UserError(
      'vsphere-unreachable',
      `${url.host} does not say which product it is`,
      'Check that the input server names a vCenter or an ESXi host.',
    );
  }
  return {
    fullName: textAt(about, 'fullName') ?? apiType,
    apiVersion: textAt(about, 'apiVersion') ?? FIRST_VERSION,
    kind: apiType === 'HostAgent' ? 'esxi' : 'vcenter',
  };
}

/** @throws UserError input-invalid */
export function serverUrl(server: string): URL {
  const host = server
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/(sdk\/?|ui\/?)?$/, '');
  const url = URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : undefined;
  if (url && url.pathname === '/' && url.username === '' && url.search === '' && url.hash === '') return url;
  throw new UserError(
    'input-invalid',
    `"${server}" is not the name of a server`,
    'Write the host name or address, with a port where it is not 443: vcenter.example.com or 10.0.0.5:8443.',
  );
}
