/** An HTTP client that answers as told, without a socket, and remembers what it was asked. */

import { Readable } from 'node:stream';
import type { HttpAnswer, HttpClient } from '../../../src/download/http-client.ts';
import { Transient } from '../../../src/download/retry.ts';
import { UserError } from '../../../src/errors.ts';

export interface PlayedAnswer {
  /** Default: 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly chunks?: readonly (string | Buffer)[];
  /** Comes behind the chunks. */
  readonly breaks?: Error;
}

export interface PlayedHttp {
  readonly http: HttpClient;
  /** What was asked: `GET bytes=4- if-range "tag"`. */
  readonly asked: string[];
  /** Bodies that were taken and then dropped. */
  readonly dropped: () => number;
}

/** @param answers one for each request; an error is thrown by `send` itself */
export function playHttp(answers: readonly (PlayedAnswer | Error)[]): PlayedHttp {
  const asked: string[] = [];
  const bodies: Readable[] = [];
  const left = [...answers];
  const http: HttpClient = {
    send: async (url, { headers = {}, what, code }, signal) => {
      signal.throwIfAborted();
      const { range, 'if-range': ifRange, 'accept-encoding': encoding } = headers;
      const words = [what, code, encoding, range ?? 'whole', ...(ifRange === undefined ? [] : [`if-range ${ifRange}`])];
      asked.push(words.join(' | '));
      const answer = left.shift();
      if (!answer) throw new Error('asked for more than was expected');
      if (answer instanceof Error) throw answer;
      const body = Readable.from(bytesOf(answer), { objectMode: false });
      bodies.push(body);
      return {
        status: answer.status ?? 200,
        headers: answer.headers ?? {},
        url: new URL(url),
        body: Object.assign(body, {
          dump: async () => {
            body.destroy();
          },
        }) as unknown as HttpAnswer['body'],
      };
    },
    close: async () => {},
  };
  return { http, asked, dropped: () => bodies.filter((body) => body.destroyed && !body.readableEnded).length };
}

export function transient(message: string, retryAfterMs?: number): Transient {
  return new Transient(new UserError('download-failed', message, 'Check the network.'), retryAfterMs);
}

async function* bytesOf({ chunks = [], breaks }: PlayedAnswer): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
  if (breaks) throw breaks;
}
