/** One HTTPS request at a time: bounded answers, streamed bodies of known length, abortable; no redirects, which vSphere does not use. */

import type { IncomingMessage } from 'node:http';
import { type Agent, request as startRequest } from 'node:https';
import { UserError } from '../../errors.ts';
import { PassingError } from './passing-error.ts';
import type { Peer } from './trust.ts';

/** A body that is too large for memory. */
export interface StreamedBody {
  /** Bytes. */
  readonly length: number;
  /**
   * Writes all of it, and ends with what `write` throws. A block must stay as it is until its write has ended; a second one may be
   * under way meanwhile.
   */
  readonly send: (write: (block: Uint8Array) => Promise<void>) => Promise<void>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | StreamedBody;
  readonly signal: AbortSignal;
  /** Whom it goes to, for messages (default the server). */
  readonly peer?: Peer;
  /** Most bytes to take as an answer (default 64 MiB). */
  readonly maxBytes?: number;
  /**
   * Asked once the head of the answer is there: how many bytes of its body are wanted. What comes beyond is not read: the connection is
   * cut. Default: all, up to `maxBytes`.
   */
  readonly wanted?: (head: Pick<HttpResponse, 'status' | 'headers'>) => number;
  /** Milliseconds without a byte in either direction after which the server counts as gone (default 5 min). */
  readonly idleTimeout?: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const MAX_ANSWER = 64 * 2 ** 20;
/** Milliseconds that a connection may be silent, where nothing else is said. */
export const IDLE_TIMEOUT = 300_000;

/** Statuses by which a server, or a proxy before it, says "not now" (RFC 9110, sections 15.5.9, 15.6; RFC 6585). */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** True for a status that the same request may not meet again. */
export function isPassingStatus(status: number): boolean {
  return PASSING_STATUSES.has(status);
}

/**
 * Any status is an answer. The request is sent once: whether it may be sent again is known only to who knows what it does.
 * @throws PassingError vsphere-unreachable when no answer comes, UserError vsphere-certificate when the server is not trusted;
 * the signal's reason
 */
export async function sendRequest(agent: Agent, request: HttpRequest): Promise<HttpResponse> {
  const course: Course = { taken: false, own: undefined };
  try {
    return await attempt(agent, request, course);
  } catch (error) {
    request.signal.throwIfAborted();
    throw course.own ?? explain(error, request, course.taken);
  }
}

interface Course {
  /** The server may have seen the request. */
  taken: boolean;
  /** What went wrong on this side, with the body. */
  own: Error | undefined;
}

function attempt(agent: Agent, request: HttpRequest, course: Course): Promise<HttpResponse> {
  const { method, url, headers, body, signal, ...limits } = request;
  return new Promise((resolve, reject) => {
    const text = typeof body === 'string' ? body : undefined;
    const source = typeof body === 'object' ? body : undefined;
    const length = source?.length ?? (text === undefined ? undefined : Buffer.byteLength(text));
    const started = startRequest(url, {
      agent,
      method,
      signal,
      headers: { ...headers, ...(length !== undefined && { 'Content-Length': length }) },
    });
    // The agent hands a connection over only once it is trusted, and the request leaves with it.
    started.once('socket', () => {
      course.taken = true;
    });
    // A request that still waits for its connection would end with the signal only once it has one.
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    started.once('close', () => signal.removeEventListener('abort', onAbort));
    started.setTimeout(limits.idleTimeout ?? IDLE_TIMEOUT, () => {
      started.destroy(Object.assign(new Error('the connection fell silent'), { code: 'ETIMEDOUT' }));
    });
    started.once('response', (response) => {
      const head = { status: response.statusCode ?? 0, headers: response.headers };
      collect(response, limits.maxBytes ?? MAX_ANSWER, limits.wanted?.(head) ?? Number.POSITIVE_INFINITY, url)
        .then((body) => ({ ...head, body }))
        .then(resolve, reject)
        // A server that answers before it has everything wants no more of it.
        .finally(() => started.writableFinished || started.destroy());
    });
    started.on('error', reject);
    if (source === undefined) started.end(text);
    else {
      let lost: unknown;
      const write = (block: Uint8Array): Promise<void> =>
        new Promise((done, failed) => {
          started.write(block, (error) => {
            lost ??= error;
            if (error) failed(error);
            else done();
          });
        });
      source.send(write).then(
        () => started.end(),
        (error: Error) => {
          if (error !== lost) course.own = error;
          started.destroy(error);
        },
      );
    }
  });
}

async function collect(response: IncomingMessage, limit: number, wanted: number, url: URL): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (wanted === 0) {
    response.destroy();
    return Buffer.alloc(0);
  }
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      response.destroy();
      throw new UserError(
        'vsphere-refused',
        `The answer of ${url.host} is larger than ${limit} bytes`,
        'Check that the input server names a vCenter or an ESXi host.',
      );
    }
    chunks.push(chunk);
    // Leaving the loop cuts the connection.
    if (size > wanted) break;
  }
  return Buffer.concat(chunks, Math.min(size, wanted));
}

/** What people can do about a peer that does not answer, and how it is called. */
const UNREACHABLE: Readonly<Record<Peer, { readonly role: string; readonly name: string; readonly route: string }>> = {
  server: {
    role: '',
    name: 'Check the name in the input server and the DNS of this runner.',
    route:
      'Check the input server (host or host:port), that the machine is up, and firewalls between it and this runner.',
  },
  host: {
    role: ', the host that vCenter names for the files,',
    name: 'Files go straight to the host: this runner must resolve its name as vCenter knows it. The input server itself answers.',
    route:
      'Files go straight to the host: open its port (443) to this runner, and see that the host is up. The input server itself answers.',
  },
};

function explain(error: unknown, { url, peer }: HttpRequest, taken: boolean): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  const said = error.message === '' ? String(code) : error.message;
  const { role, name, route } = UNREACHABLE[peer ?? 'server'];
  return new PassingError(
    'vsphere-unreachable',
    `${url.host}${role} could not be reached: ${said}`,
    code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? name : route,
    { taken, cause: error },
  );
}
