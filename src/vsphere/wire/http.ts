/** One HTTPS request at a time: bounded answers, streamed bodies of known length, abortable; no redirects, which vSphere does not use. */

import type { IncomingMessage } from 'node:http';
import { type Agent, request as startRequest } from 'node:https';
import { UserError } from '../../errors.ts';

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
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | StreamedBody;
  readonly signal: AbortSignal;
  /** Most bytes to take as an answer (default 64 MiB). */
  readonly maxBytes?: number;
  /** Milliseconds without a byte in either direction after which the server counts as gone (default 5 min). */
  readonly idleTimeout?: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const MAX_ANSWER = 64 * 2 ** 20;
const IDLE_TIMEOUT = 300_000;

/**
 * Any status is an answer.
 * @throws UserError vsphere-unreachable when no answer comes, vsphere-certificate when the server is not trusted; the signal's reason
 */
export async function sendRequest(agent: Agent, request: HttpRequest): Promise<HttpResponse> {
  try {
    return await attempt(agent, request);
  } catch (error) {
    request.signal.throwIfAborted();
    if (!(error instanceof StaleConnectionError)) throw explain(error, request.url);
  }
  // The server had closed a kept connection before it saw the request, so that sending it again repeats nothing.
  return attempt(agent, request).catch((error: unknown) => {
    request.signal.throwIfAborted();
    throw explain(error, request.url);
  });
}

class StaleConnectionError extends Error {}

function attempt(agent: Agent, { method, url, headers, body, signal, ...limits }: HttpRequest): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const text = typeof body === 'string' ? body : undefined;
    const source = typeof body === 'object' ? body : undefined;
    const length = source?.length ?? (text === undefined ? undefined : Buffer.byteLength(text));
    const request = startRequest(url, {
      agent,
      method,
      signal,
      headers: { ...headers, ...(length !== undefined && { 'Content-Length': length }) },
    });
    // A request that still waits for its connection would end with the signal only once it has one.
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    request.once('close', () => signal.removeEventListener('abort', onAbort));
    request.setTimeout(limits.idleTimeout ?? IDLE_TIMEOUT, () => {
      request.destroy(Object.assign(new Error('the connection fell silent'), { code: 'ETIMEDOUT' }));
    });
    request.once('response', (response) => {
      collect(response, limits.maxBytes ?? MAX_ANSWER)
        .then(resolve, reject)
        // A server that answers before it has everything wants no more of it.
        .finally(() => request.writableFinished || request.destroy());
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const stale = request.reusedSocket && source === undefined && /^(ECONNRESET|EPIPE)$/.test(error.code ?? '');
      reject(stale ? new StaleConnectionError(error.message, { cause: error }) : error);
    });
    if (source === undefined) request.end(text);
    else {
      const write = (block: Uint8Array): Promise<void> =>
        new Promise((done, failed) => request.write(block, (error) => (error ? failed(error) : done())));
      source.send(write).then(
        () => request.end(),
        (error: Error) => request.destroy(error),
      );
    }
  });
}

async function collect(response: IncomingMessage, limit: number): Promise<HttpResponse> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      response.destroy();
      throw new UserError(
        'vsphere-refused',
        `The server's answer is larger than ${limit} bytes`,
        'Check that the input server names a vCenter or an ESXi host.',
      );
    }
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

function explain(error: unknown, url: URL): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  const said = error.message === '' ? String(code) : error.message;
  return new UserError(
    'vsphere-unreachable',
    `${url.host} could not be reached: ${said}`,
    code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      ? 'Check the name in the input server and the DNS of this runner.'
      : 'Check the input server (host or host:port), that the machine is up, and firewalls between it and this runner.',
    { cause: error },
  );
}
