/** A logged-in session with a vCenter or an ESXi host (vim25 over SOAP), and the calls it carries. */

import type { Agent } from 'node:https';
import { performance } from 'node:perf_hooks';
import type { Log } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { child, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from './explain-fault.ts';
import { lingering } from './lingering.ts';
import { type Credentials, logIn, sessionManagerOf } from './log-in.ts';
import { type Moref, morefOf } from './moref.ts';
import { createRenewal } from './renewal.ts';
import { serverUrl } from './server-url.ts';
import { createTransport, FIRST_VERSION, type Transport } from './transport.ts';
import { createAgent, readTrust, type TlsOptions, type Trust } from './trust.ts';

export interface ConnectOptions extends Credentials {
  readonly tls: TlsOptions;
  /** Ends every call of the session when aborted. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Told when the server had ended the session and it was logged in anew: its ticket is another one. */
  readonly onRenewed?: () => void;
}

/** What another process needs to go on with a session while the server still keeps it. The cookie is a secret. */
export interface SessionTicket {
  /** host:port. */
  readonly server: string;
  readonly tls: TlsOptions;
  readonly cookie: string;
}

interface About {
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
  /** How the server proved who it is. */
  readonly trust: Trust;
  /** For requests beside the API (files, leases) with the same trust. */
  readonly agent: Agent;
  /** Value of the header Cookie for such requests. */
  readonly cookie: string;
  /** A manager of the service by its name in ServiceContent, such as `ovfManager`. @throws UserError vsphere-refused when there is none */
  manager(name: string): Moref;
  /**
   * Calls a method and returns its response element. What only reads is asked again when it gets lost; for anything else see
   * isOutcomeUnknown. A session that the server ended is renewed.
   * @throws VsphereFault, PassingError or UserError vsphere-unreachable, the signal's reason
   */
  call(method: string, target: Moref, parameters?: readonly XmlElement[]): Promise<XmlElement>;
  /** Logs in again, for who learns otherwise than by a fault of `call` that the server ended the session. @throws as connectVsphere */
  renew(): Promise<void>;
  /** The server's clock. */
  now(): Date;
  /** The same session whose calls end with that signal too. */
  bounded(limit: AbortSignal): VsphereSession;
  /**
   * The same session for undoing things and for steps that must not be torn: its calls go on though the run is cancelled, for two minutes
   * or as many milliseconds as are given.
   */
  uncancelled(limit?: number): VsphereSession;
  /** Its cookie is that of the session as it is when it is read. */
  ticket(): SessionTicket;
  /** Closes all connections and leaves the session to who holds its ticket. */
  leave(): void;
  /** Logs out and closes all connections. Never throws: what the session was for is done or failed already. */
  close(): Promise<void>;
}

const SERVICE_INSTANCE: Moref = { type: 'ServiceInstance', value: 'ServiceInstance' };
const UNCANCELLED_TIMEOUT = 120_000;
const LOGIN_TIMEOUT = 90_000;
const LOGOUT_TIMEOUT = 10_000;

/**
 * Connects and logs in; log out with `close()`.
 * @throws UserError vsphere-unreachable, vsphere-certificate (naming the thumbprint seen), vsphere-login, input-invalid
 */
export function connectVsphere(options: ConnectOptions): Promise<VsphereSession> {
  return open(options, '', (transport, content, within) => logIn(transport, content, { ...options, signal: within }));
}

/**
 * Goes on with the session of a process that has ended. It needs no password, and so cannot log in again.
 * @throws as connectVsphere; this, and every call, throws UserError vsphere-login once the server has ended the session
 */
export function resumeVsphere(
  { server, tls, cookie }: SessionTicket,
  { signal, log }: Pick<ConnectOptions, 'signal' | 'log'>,
): Promise<VsphereSession> {
  return open({ server, tls, signal, log }, cookie, async () => {
    throw new UserError(
      'vsphere-login',
      `${server} has ended the session of the run that is to be cleaned up`,
      'The next run of the same action on this server, which has the password, finds what it left and removes it.',
    );
  });
}

type LogIn = (transport: Transport, content: XmlElement | undefined, within: AbortSignal) => Promise<void>;

/** @param cookie of a session that is to be gone on with; empty: log in */
async function open(
  { server, tls, signal, log, onRenewed }: Omit<ConnectOptions, 'username' | 'password'>,
  cookie: string,
  logIn: LogIn,
): Promise<VsphereSession> {
  const url = serverUrl(server);
  const trust = await readTrust(tls);
  if (trust.kind === 'insecure') {
    log.warning(
      `The certificate of ${url.host} is not checked (insecure): anybody on the way can read the password. Pin its thumbprint instead.`,
    );
  }
  const agents = { kept: createAgent(trust), single: createAgent(trust, { keepAlive: false }) };
  const leave = (): void => {
    agents.kept.destroy();
    agents.single.destroy();
  };
  let logOut: (() => Promise<unknown>) | undefined;
  try {
    const transport = createTransport(url, agents, log);
    const instance = await transport.call(signal, 'RetrieveServiceContent', SERVICE_INSTANCE, []);
    const content = child(instance, 'returnval');
    const about = readAbout(content, url);
    transport.version = about.apiVersion;
    transport.cookie = cookie;
    const logInAgain = (running: AbortSignal): Promise<void> =>
      lingering(running, LOGIN_TIMEOUT, (within) => logIn(transport, content, within));
    const end = (): Promise<unknown> =>
      transport
        .call(AbortSignal.timeout(LOGOUT_TIMEOUT), 'Logout', sessionManagerOf(content), [])
        .catch((error: unknown) => log.debug(`Logging out of ${url.host} failed: ${String(error)}`));
    if (cookie === '') {
      await logInAgain(signal);
      logOut = end;
      signal.throwIfAborted();
    }
    transport.established = true;
    let clock = (): Date => new Date();
    const now = (): Date => clock();
    const close = async (): Promise<void> => {
      await end();
      leave();
    };
    const connection = { url, about, content, trust, log, transport, agent: agents.kept, now, logInAgain, close };
    const session = createSession({ ...connection, tls, leave, onRenewed }, signal);
    // The first call that has to be logged in: the session may have ended by then.
    clock = await readClock(session);
    return session;
  } catch (error) {
    await logOut?.();
    leave();
    throw error;
  }
}

/** Measured once; it goes on with this machine's steady clock, which nobody sets. */
async function readClock(session: VsphereSession): Promise<() => Date> {
  const answer = await session.call('CurrentTime', SERVICE_INSTANCE);
  const server = Date.parse(textAt(answer, 'returnval') ?? '');
  const start = Number.isNaN(server) ? Date.now() : server;
  const steady = performance.now();
  return () => new Date(start + performance.now() - steady);
}

interface Connection {
  readonly url: URL;
  readonly about: About;
  readonly content: XmlElement | undefined;
  readonly trust: Trust;
  readonly log: Log;
  readonly transport: Transport;
  readonly agent: Agent;
  readonly now: () => Date;
  readonly logInAgain: (running: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly leave: () => void;
  readonly tls: TlsOptions;
  readonly onRenewed: (() => void) | undefined;
}

function createSession(connection: Connection, signal: AbortSignal): VsphereSession {
  const { url, about, trust, log, transport, agent, now, leave, tls } = connection;
  const renewal = createRenewal({
    ...connection,
    what: 'the session',
    logInAgain: (running) => {
      // A session that the server has ended is not one to log in with.
      transport.cookie = '';
      return connection.logInAgain(running);
    },
  });
  const view = (viewSignal: AbortSignal): VsphereSession => ({
    about,
    url,
    log,
    trust,
    agent,
    signal: viewSignal,
    get cookie() {
      return transport.cookie;
    },
    manager: (name) => managerOf(connection, name),
    call: async (method, target, parameters = []) => {
      const { cookie } = transport;
      try {
        return await transport.call(viewSignal, method, target, parameters);
      } catch (error) {
        // The server says so before it does anything, so that this may be sent again whatever it is.
        if (renewal.isStopped() || !isFault(error, 'NotAuthenticated')) throw error;
      }
      // Another call may have renewed it meanwhile.
      if (transport.cookie === cookie || renewal.isUnderWay()) await renewal.renew(viewSignal);
      return transport.call(viewSignal, method, target, parameters);
    },
    renew: () => renewal.renew(viewSignal),
    now,
    bounded: (limit) => view(AbortSignal.any([viewSignal, limit])),
    ticket: () => ({
      server: url.host,
      tls,
      get cookie() {
        return transport.cookie;
      },
    }),
    leave,
    uncancelled: (limit = UNCANCELLED_TIMEOUT) => view(AbortSignal.timeout(limit)),
    close: async () => {
      await renewal.stop();
      await connection.close();
    },
  });
  return view(signal);
}

/** @throws UserError vsphere-refused when the service has no manager of that name */
function managerOf({ url, about, content }: Connection, name: string): Moref {
  const found = morefOf(child(content, name));
  if (found) return found;
  throw new UserError(
    'vsphere-refused',
    `${about.fullName} at ${url.host} has no ${name}`,
    'Connect to a vCenter, or choose something that an ESXi host can do by itself.',
  );
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
