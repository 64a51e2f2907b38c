/** One HTTP client for pages and packages: every hop checked against the host policy, proxy variables honoured, errors in words. */

import type { Agent, Dispatcher, request } from 'undici';
import { type ErrorCode, hasErrnoCode, UserError } from '../errors.ts';
import { type HostPolicy, isLoopback } from './host-policy.ts';
import { readProxySettings } from './proxy-settings.ts';
import { parseRetryAfter, Transient } from './retry.ts';

interface ClientRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What is being asked for, for messages: "The search for KB5005112". */
  readonly what: string;
  /** Code of the UserError when it fails. */
  readonly code: ErrorCode;
}

type HttpHeaders = Readonly<Record<string, string | undefined>>;

export interface HttpAnswer {
  readonly status: number;
  /** Header names in lower case; repeated headers joined with a comma. */
  readonly headers: HttpHeaders;
  /** Where the answer came from after redirects. */
  readonly url: URL;
  readonly body: Dispatcher.ResponseData['body'];
}

export interface HttpClient {
  /**
   * Sends the request and follows redirects. Answers of 2xx are returned, also 416.
   * @throws Transient for what may pass (connection lost, 408, 429, 5xx, timeouts) with a UserError as its cause,
   *   UserError for what will not (4xx, a certificate that is not trusted, a host that is refused)
   */
  send(url: string, init: ClientRequest, signal: AbortSignal): Promise<HttpAnswer>;
  close(): Promise<void>;
}

interface HttpClientOptions {
  readonly policy: HostPolicy;
  /** Milliseconds without a byte after which an answer counts as stalled (default 60 s). */
  readonly stallMs?: number;
  /** Where HTTP_PROXY, HTTPS_PROXY and NO_PROXY are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const USER_AGENT = 'Mozilla/5.0 (compatible; Stillframe; +https://github.com/stillframe)';
const MAX_REDIRECTS = 5;

interface Agents {
  readonly request: typeof request;
  readonly direct: Agent;
  readonly proxied: Dispatcher;
}

/**
 * Loaded with the first request: it is the largest part of the bundles, and most runs download nothing. Both agents speak one protocol to
 * every server and proxy: the resuming of downloads is tested with HTTP/1.1.
 */
async function loadAgents(
  { stallMs: stall = 60_000 }: HttpClientOptions,
  proxies: ReturnType<typeof readProxySettings>,
): Promise<Agents> {
  const library = await import('undici');
  const settings = {
    connect: { timeout: Math.min(stall, 30_000) },
    headersTimeout: stall,
    bodyTimeout: stall,
    allowH2: false,
  };
  const proxied = new library.EnvHttpProxyAgent({
    ...settings,
    httpProxy: proxies.http,
    httpsProxy: proxies.https,
    // Proxies that forward http often allow CONNECT to port 443 alone.
    proxyTunnel: false,
    noProxy: proxies.except,
  });
  return { request: library.request, direct: new library.Agent(settings), proxied };
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const proxies = readProxySettings(options.env);
  let agents: Promise<Agents> | undefined;
  const ask = async (url: URL, init: ClientRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData> => {
    agents ??= loadAgents(options, proxies);
    const { request, direct, proxied } = await agents;
    try {
      return await request(url, {
        method: init.method ?? 'GET',
        // Without a word any encoding would be fine (RFC 9110, section 12.5.3), and nothing here decodes one.
        headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...init.headers },
        ...(init.body !== undefined && { body: init.body }),
        signal,
        // A proxy never reaches this machine's own loopback.
        dispatcher: isLoopback(url.hostname) ? direct : proxied,
      });
    } catch (error) {
      signal.throwIfAborted();
      throw networkError(error, url, init);
    }
  };

  return {
    send: async (start, init, signal) => {
      let url = options.policy.check(start, init.what);
      let current = init;
      for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
        const answer = await ask(url, current, signal);
        const headers = flatten(answer.headers);
        if (isRedirect(answer.statusCode) && headers.location !== undefined) {
          await answer.body.dump();
          url = options.policy.check(new URL(headers.location, url).href, init.what);
          if (answer.statusCode !== 307 && answer.statusCode !== 308) current = asGet(init);
          continue;
        }
        if ((answer.statusCode >= 200 && answer.statusCode < 300) || answer.statusCode === 416) {
          await refuseEncoded(answer, headers, url, init);
          return { status: answer.statusCode, headers, url, body: answer.body };
        }
        await answer.body.dump();
        throw statusError(answer.statusCode, headers, url, init);
      }
      throw new UserError(
        init.code,
        `${init.what}: ${url.host} redirects more than ${MAX_REDIRECTS} times`,
        'Check the address and the proxy.',
      );
    },
    close: async () => {
      if (agents === undefined) return;
      const { direct, proxied } = await agents;
      await Promise.all([direct.destroy(), proxied.destroy()]);
    },
  };
}

/** Some proxies compress what they pass on, asked or not: neither a hash nor a page would be what it is. */
async function refuseEncoded(
  { body }: Dispatcher.ResponseData,
  headers: HttpHeaders,
  url: URL,
  init: ClientRequest,
): Promise<void> {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return;
  await body.dump();
  throw new UserError(
    init.code,
    `${init.what}: ${url.host} sent it compressed (${encoding}), which nobody asked for`,
    'A proxy in between may do that: have it pass on this host as it is, or name the host in NO_PROXY.',
  );
}

/** The error for a connection that failed or broke; Transient unless the certificate is what is wrong. */
export function networkError(error: unknown, url: URL, init: Pick<ClientRequest, 'what' | 'code'>): Error {
  const reason = error instanceof Error ? error.message : String(error);
  if (isCertificateError(error)) {
    return new UserError(
      init.code,
      `${init.what}: the certificate of ${url.host} is not trusted: ${reason}`,
      'If a proxy re-signs traffic here, set NODE_EXTRA_CA_CERTS to its CA certificate on the runner.',
      { cause: error },
    );
  }
  const refusal = proxyRefusal(error);
  if (refusal !== undefined) return proxyError(refusal, url, init, error);
  return new Transient(
    new UserError(
      init.code,
      `${init.what}: the connection to ${url.host} failed: ${reason}`,
      'Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and the address, then run this step again.',
      { cause: error },
    ),
  );
}

/** Status with which a proxy refused; undici gives it in words alone. Undefined for what may pass. */
function proxyRefusal(error: unknown): number | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const status = /Proxy response \((4\d\d)\)|Proxy Authentication Required \((407)\)/.exec(current.message);
    if (status) return Number(status[1] ?? status[2]);
  }
  return undefined;
}

function proxyError(status: number, url: URL, init: Pick<ClientRequest, 'what' | 'code'>, cause?: unknown): UserError {
  const options = cause === undefined ? {} : { cause };
  if (status === 407) {
    return new UserError(
      init.code,
      `${init.what}: the proxy in front of ${url.host} asks for a user name and password (status 407)`,
      'Write them into the variable, as in HTTPS_PROXY=http://user:password@proxy:3128, from a secret.',
      options,
    );
  }
  return new UserError(
    init.code,
    `${init.what}: the proxy in front of ${url.host} refuses the connection (status ${status})`,
    'Have the host allowed in the proxy, or name it in NO_PROXY if it can be reached directly.',
    options,
  );
}

const CERTIFICATE_CODES = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

function isCertificateError(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (CERTIFICATE_CODES.some((code) => hasErrnoCode(current, code))) return true;
  }
  return false;
}

function statusError(status: number, headers: HttpHeaders, url: URL, init: ClientRequest): Error {
  if (status === 407) return proxyError(status, url, init);
  const hint =
    status === 403
      ? 'A proxy or firewall refuses it: check HTTPS_PROXY and whether this runner may reach the host.'
      : 'Try again later; if it stays so, pin the packages with packages-file or a lock file.';
  const error = new UserError(init.code, `${init.what}: ${url.host} answered with status ${status}`, hint);
  const passing = status === 408 || status === 429 || status >= 500;
  return passing ? new Transient(error, parseRetryAfter(headers['retry-after'])) : error;
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function asGet(init: ClientRequest): ClientRequest {
  const { body: _, ...rest } = init;
  return { ...rest, method: 'GET' };
}

function flatten(headers: Dispatcher.ResponseData['headers']): HttpHeaders {
  const flat: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
