/** An HTTP client without a network: answers with the text it is told and remembers what it was asked. */

import type { HttpAnswer, HttpClient } from '../../../src/download/http-client.ts';

interface Asked {
  readonly url: string;
  readonly init: Parameters<HttpClient['send']>[1];
}

export interface PlayedHttp extends HttpClient {
  readonly asked: Asked[];
}

/** @param answer the page, or where a redirect led and the page there; what it throws, sending throws */
export function playedHttp(answer: (asked: Asked, index: number) => string | readonly [string, string]): PlayedHttp {
  const asked: Asked[] = [];
  return {
    asked,
    close: () => Promise.resolve(),
    send: async (url, init, signal) => {
      signal.throwIfAborted();
      asked.push({ url, init });
      const given = answer({ url, init }, asked.length - 1);
      const [html, finalUrl] = typeof given === 'string' ? [given, url] : given;
      const body = (async function* (): AsyncGenerator<Buffer> {
        yield Buffer.from(html);
      })();
      return { status: 200, headers: {}, url: new URL(finalUrl), body: body as unknown as HttpAnswer['body'] };
    },
  };
}
