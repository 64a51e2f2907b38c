/** A session with the REST API of a vCenter, beside that of vim25: for what only it has (content libraries). */

import type { Agent } from 'node:https';
import type { HoldKind } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { type HttpResponse, isPassingStatus, sendRequest } from './http.ts';
import { PassingError } from './passing-error.ts';
import { pollUntil } from './poll.ts';
import { type RestCall, type RestStyle, restBody, restPath, restRefusal, restValue, SESSION } from './rest-style.ts';
import { serverUrl } from './server-url.ts';
import type { VsphereSession } from './session.ts';
import { createAgent, readTrust, type TlsOptions } from './trust.ts';

export interface RestSession {
  /** @throws RestRefused, PassingError when no answer comes; the signal's reason */
  call(call: RestCall): Promise<unknown>;
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

/** The server says no, and would say it again. */
export class RestRefused extends UserError {
  /** Such as not_found or already_exists. */
  readonly type: string;

  constructor(what: string, { type, text }: { readonly type: string; readonly text: string }, status: number) {
    super(
      'vsphere-refused',
      `${what} was refused with ${type || status}${text === '' ? '' : `: ${text}`}`,
      type === 'unauthorized' || status === 403
        ? 'Give the account the privileges for content libraries (docs/vsphere.md).'
        : 'See the tasks and events of the vCenter.',
    );
    this.type = type;
  }
}

const PATIENCE = 120_000;
const LOGOUT_TIMEOUT = 10_000;
const TOKEN = 'vmware-api-session-id';

/**
 * Logs in with the account of the session, at the same address, trusted likewise.
 * @throws UserError vsphere-login, vsphere-refused for a server without the API
 */
export async function connectRest(
  session: VsphereSession,
  account: { readonly username: string; readonly password: string },
): Promise<RestSession> {
  const { style, token: first } = await logIn(session, account);
  let token = first;
  const send = (call: RestCall): Promise<HttpResponse> => sendCall(session, style, token, call);
  return {
    call: async (call) => {
      const { answer, renewed } = await withRenewal(session, account, call, send);
      token = renewed ?? token;
      const again = renewed === undefined ? answer : await patiently(session, call, send);
      return readAnswer(style, call, again);
    },
    ticket: () => ({
      server: session.url.host,
      tls: session.ticket().tls,
      style,
      get token() {
        return token;
      },
    }),
    close: () => logOut(session.agent, session.url, { style, token }),
  };
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

async function logIn(
  { agent, url, signal }: VsphereSession,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<{ style: RestStyle; token: string }> {
  const Authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  for (const style of ['api', 'rest'] as const) {
    const answer = await sendRequest(agent, {
      method: 'POST',
      url: new URL(SESSION[style], url),
      headers: { Authorization },
      body: '',
      signal,
    });
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

/** The server ends sessions as it likes: one login more is tried. */
async function withRenewal(
  session: VsphereSession,
  account: { readonly username: string; readonly password: string },
  call: RestCall,
  send: (call: RestCall) => Promise<HttpResponse>,
): Promise<{ answer: HttpResponse; renewed: string | undefined }> {
  const answer = await patiently(session, call, send);
  if (answer.status !== 401) return { answer, renewed: undefined };
  session.log.info(`${session.url.host} has ended the REST session: logging in again`);
  return { answer, renewed: (await logIn(session, account)).token };
}

function sendCall(
  { agent, url, signal }: VsphereSession,
  style: RestStyle,
  token: string,
  call: RestCall,
): Promise<HttpResponse> {
  const body = restBody(style, call);
  return sendRequest(agent, {
    method: call.method,
    url: new URL(restPath(style, call), url),
    headers: { [TOKEN]: token, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body }),
    signal,
    ...(call.idleTimeout !== undefined && { idleTimeout: call.idleTimeout }),
  });
}

/** What may be asked twice is asked again while the server is away or busy. */
async function patiently(
  session: VsphereSession,
  call: RestCall,
  send: (call: RestCall) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  let last: unknown;
  const answer = await pollUntil(
    session.signal,
    async () => {
      try {
        const given = await send(call);
        if (!isPassingStatus(given.status)) return given;
        last = new PassingError(
          'vsphere-unreachable',
          `${session.url.host} is busy (HTTP ${given.status})`,
          'Run the step again when the server has time.',
          { taken: true },
        );
      } catch (error) {
        if (!(error instanceof PassingError)) throw error;
        last = error;
      }
      if (!call.repeatable) throw last;
      session.log.debug(`${call.method} ${call.resource}: ${String(last)}; asking again`);
      return undefined;
    },
    PATIENCE,
  );
  if (answer === undefined) throw last;
  return answer;
}

function readAnswer(style: RestStyle, call: RestCall, { status, body }: HttpResponse): unknown {
  const text = body.toString('utf8');
  const what = `${call.method} ${call.resource}${call.action === undefined ? '' : ` (${call.action})`}`;
  if (status >= 400) throw new RestRefused(what, restRefusal(text), status);
  return restValue(style, text);
}

async function logOut(agent: Agent, url: URL, { style, token }: Pick<RestTicket, 'style' | 'token'>): Promise<void> {
  await sendRequest(agent, {
    method: 'DELETE',
    url: new URL(SESSION[style], url),
    headers: { [TOKEN]: token },
    signal: AbortSignal.timeout(LOGOUT_TIMEOUT),
  }).catch(() => {
    // It ends by itself when nobody uses it.
  });
}
