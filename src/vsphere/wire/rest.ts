/** A session with the REST API of a vCenter, beside that of vim25: for what only it has (content libraries). */

import type { Agent } from 'node:https';
import type { HoldKind } from '../../context.ts';
import { type ErrorCode, UserError } from '../../errors.ts';
import { type HttpResponse, IDLE_TIMEOUT, isPassingStatus, sendRequest } from './http.ts';
import { lingering } from './lingering.ts';
import { PassingError } from './passing-error.ts';
import { pollUntil } from './poll.ts';
import { createRenewal } from './renewal.ts';
import {
  type RestCall,
  type RestStyle,
  restBody,
  restHead,
  restPath,
  restRefusal,
  restValue,
  SESSION,
} from './rest-style.ts';
import { serverUrl } from './server-url.ts';
import type { VsphereSession } from './session.ts';
import { createAgent, readTrust, type TlsOptions } from './trust.ts';

export interface RestCaller {
  /** @throws RestRefused, PassingError when no answer comes; the signal's reason */
  call(call: RestCall): Promise<unknown>;
}

export interface RestSession extends RestCaller {
  /** For undoing things and for calls that must not be torn: they go on through a cancel, for longer than a connection may be silent, or as many milliseconds as given. */
  uncancelled(limit?: number): RestCaller;
  /** Its token is that of the session as it is when it is read. */
  ticket(): RestTicket;
  /** Logs out. Never throws: what the session was for is done or failed already. */
  close(): Promise<void>;
}

/** What another process needs to end the session. The token is a secret. */
export interface RestTicket {
  readonly server: string;
  readonly tls: TlsOptions;
  readonly style: RestStyle;
  readonly token: string;
}

const OTHERWISE = ['vsphere-refused', 'See the tasks and events of the vCenter.'] as const;

/** By the types of vapi.std.errors. */
const REFUSALS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  unauthorized: ['vsphere-refused', 'Give the account the privileges for content libraries (docs/vsphere.md).'],
  resource_busy: ['vsphere-busy', 'Another run or person is at it: wait until that has ended, and run the step again.'],
  already_exists: ['vsphere-exists', 'Somebody has made it meanwhile: look at it, and run the step again.'],
};

/** The server says no, and would say it again. */
export class RestRefused extends UserError {
  /** Such as not_found or already_exists. */
  readonly type: string;

  /** @param privileges that the call needs, for the hint */
  constructor(
    what: string,
    { type, text }: { readonly type: string; readonly text: string },
    status: number,
    privileges?: string,
  ) {
    const said = `${what} was refused with ${type || status}${text === '' ? '' : `: ${text}`}`;
    const forbidden = type === 'unauthorized' || (REFUSALS[type] === undefined && status === 403);
    const [code, hint] = (forbidden ? REFUSALS.unauthorized : REFUSALS[type]) ?? OTHERWISE;
    super(
      code,
      said,
      forbidden && privileges !== undefined ? `Give the account ${privileges} (docs/vsphere.md).` : hint,
    );
    this.type = type;
  }
}

const PATIENCE = 120_000;
/** A connection that falls silent is told as one, so that its outcome is looked for, before this is over. */
const UNCANCELLED_TIMEOUT = IDLE_TIMEOUT + 30_000;
const LOGIN_TIMEOUT = 150_000;
const LOGOUT_TIMEOUT = 10_000;
/** Name of the field of the head that carries the token of a session. */
export const REST_TOKEN = 'vmware-api-session-id';

export interface RestAccount {
  readonly username: string;
  readonly password: string;
  /** Told when the server had ended the session and it was logged in anew: its ticket is another one. */
  readonly onRenewed?: () => void;
}

/**
 * Logs in with the account of the session, at the same address, trusted likewise.
 * @throws UserError vsphere-login, vsphere-refused for a server without the API; PassingError when it stays away; the signal's reason
 */
export async function connectRest(session: VsphereSession, account: RestAccount): Promise<RestSession> {
  let { style, token } = await logIn(session, account);
  const renewal = createRenewal({
    url: session.url,
    log: session.log,
    what: 'the REST session',
    // Not until the run is cancelled: what must not be torn needs the session still.
    logInAgain: async (running) => {
      ({ style, token } = await lingering(running, LOGIN_TIMEOUT, (within) => begin(session, account, within)));
    },
    onRenewed: account.onRenewed,
  });
  const callerWithin = (signal: AbortSignal): RestCaller['call'] => {
    const { agent, url, log } = session;
    const send = (call: RestCall): Promise<HttpResponse> =>
      patiently({ url, signal, log }, call, () => sendCall({ agent, url, signal }, style, token, call));
    return async (call) => {
      const used = token;
      const answer = await send(call);
      // Whoever is still at work once the session is closed would begin one that nobody ends.
      if (answer.status !== 401 || renewal.isStopped()) return readAnswer(style, call, answer);
      // The server ends sessions as it likes: one login more is tried, by one of the calls that meet the end side by side.
      if (token === used) await renewal.renew(signal);
      return readAnswer(style, call, await send(call));
    };
  };
  return {
    call: callerWithin(session.signal),
    uncancelled: (limit = UNCANCELLED_TIMEOUT) => ({ call: callerWithin(AbortSignal.timeout(limit)) }),
    ticket: () => ({
      server: session.url.host,
      tls: session.ticket().tls,
      style,
      get token() {
        return token;
      },
    }),
    close: async () => {
      await renewal.stop();
      await logOut(session.agent, session.url, { style, token });
    },
  };
}

/**
 * Goes on with the session of a process that has ended, or whose run was cancelled.
 * @param body its calls are refused as unauthenticated once the server has ended the session
 */
export async function resumeRest<T>(
  { server, tls, style, token }: RestTicket,
  { signal, log }: Pick<VsphereSession, 'signal' | 'log'>,
  body: (rest: RestCaller) => Promise<T>,
): Promise<T> {
  const agent = createAgent(await readTrust(tls));
  const session = { agent, url: serverUrl(server), signal, log };
  try {
    return await body({
      call: async (call) =>
        readAnswer(style, call, await patiently(session, call, () => sendCall(session, style, token, call))),
    });
  } finally {
    agent.destroy();
  }
}

/** A session that is to be undone by another process. */
export const HELD_REST_SESSION: HoldKind<RestTicket> = {
  kind: 'vsphere-rest-session',
  what: ({ server }) => `the REST session with ${server}`,
  undo: async (ticket) => {
    const agent = createAgent(await readTrust(ticket.tls));
    try {
      await logOut(agent, serverUrl(ticket.server), ticket);
    } finally {
      agent.destroy();
    }
  },
};

interface RestLogin {
  readonly style: RestStyle;
  readonly token: string;
}

async function logIn(session: VsphereSession, account: RestAccount): Promise<RestLogin> {
  const made = await lingering(session.signal, LOGIN_TIMEOUT, (within) => begin(session, account, within));
  if (!session.signal.aborted) return made;
  await logOut(session.agent, session.url, made);
  throw session.signal.reason;
}

/** @param within ends it */
async function begin(
  session: VsphereSession,
  { username, password }: RestAccount,
  within: AbortSignal,
): Promise<RestLogin> {
  const { agent, url, log } = session;
  const Authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  for (const style of ['api', 'rest'] as const) {
    const call = { method: 'POST', resource: SESSION[style], repeatable: true } as const;
    const answer = await patiently({ url, signal: within, log }, call, () =>
      sendRequest(agent, {
        method: 'POST',
        url: new URL(SESSION[style], url),
        headers: { Authorization },
        body: '',
        signal: within,
      }),
    );
    if (answer.status === 401) {
      throw new UserError(
        'vsphere-login',
        `${url.host} refused the login of ${username} to its REST API`,
        'Content libraries need an account of the single sign-on domain, such as svc-images@vsphere.local.',
      );
    }
    const token = answer.status < 300 ? restValue(style, answer.body.toString('utf8')) : undefined;
    if (typeof token === 'string') return { style, token };
  }
  throw new UserError(
    'vsphere-refused',
    `${url.host} has no REST API`,
    'Content libraries need a vCenter of 6.5 or newer: publish as template or vm.',
  );
}

function sendCall(
  { agent, url, signal }: Pick<VsphereSession, 'agent' | 'url' | 'signal'>,
  style: RestStyle,
  token: string,
  call: RestCall,
): Promise<HttpResponse> {
  const body = restBody(style, call);
  return sendRequest(agent, {
    method: call.method,
    url: new URL(restPath(style, call), url),
    headers: {
      [REST_TOKEN]: token,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...restHead(style, call),
    },
    ...(body !== undefined && { body }),
    signal,
    ...(call.idleTimeout !== undefined && { idleTimeout: call.idleTimeout }),
  });
}

/** What may be asked twice is asked again while the server is away or busy. */
async function patiently(
  { url, signal, log }: Pick<VsphereSession, 'url' | 'signal' | 'log'>,
  { method, resource, repeatable }: Pick<RestCall, 'method' | 'resource' | 'repeatable'>,
  send: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  let last: unknown;
  const answer = await pollUntil(
    signal,
    async () => {
      try {
        const given = await send();
        if (!isPassingStatus(given.status)) return given;
        last = new PassingError(
          'vsphere-unreachable',
          `${url.host} is busy (HTTP ${given.status})`,
          'Run the step again when the server has time.',
          { taken: true },
        );
      } catch (error) {
        if (!(error instanceof PassingError)) throw error;
        last = error;
      }
      if (!repeatable) throw last;
      log.debug(`${method} ${resource}: ${String(last)}; asking again`);
      return undefined;
    },
    PATIENCE,
  );
  if (answer === undefined) throw last;
  return answer;
}

function readAnswer(style: RestStyle, call: RestCall, { status, body }: HttpResponse): unknown {
  const text = body.toString('utf8');
  const below = [call.part, call.action].filter((one) => one !== undefined).join(' ');
  const what = `${call.method} ${call.resource}${below === '' ? '' : ` (${below})`}`;
  if (status >= 400) throw new RestRefused(what, restRefusal(text), status, call.privileges);
  return restValue(style, text);
}

async function logOut(agent: Agent, url: URL, { style, token }: Pick<RestTicket, 'style' | 'token'>): Promise<void> {
  await sendRequest(agent, {
    method: 'DELETE',
    url: new URL(SESSION[style], url),
    headers: { [REST_TOKEN]: token },
    signal: AbortSignal.timeout(LOGOUT_TIMEOUT),
  }).catch(() => {
    // It ends by itself when nobody uses it.
  });
}
