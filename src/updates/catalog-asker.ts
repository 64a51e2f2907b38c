/** Asks the catalog's pages: one request at a time, spaced, retried, each question once a run. */

import { isLoopback } from '../download/host-policy.ts';
import type { HttpClient } from '../download/http-client.ts';
import { DEFAULT_RETRIES, pause, type RetryPolicy, withRetries } from '../download/retry.ts';
import { tellPage } from './page-words.ts';
import { readPage } from './read-page.ts';

export interface AskerOptions {
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  readonly retries?: RetryPolicy;
  /** Least time between two requests in milliseconds (default 600, on loopback 0). */
  readonly spacingMs?: number;
  readonly onRetry?: (message: string) => void;
}

interface Question {
  readonly url: string;
  /** Form body: makes it a POST. */
  readonly body?: string;
}

export interface Asker {
  /**
   * @param read gives the answer, or throws Transient when the page has none
   * @throws UserError catalog-unavailable when no try gave an answer, and what `read` throws
   */
  ask<T>(what: string, question: Question, read: (html: string, finalUrl: URL) => T): Promise<T>;
  /** How many requests were sent. */
  requests(): number;
}

/** @param base address of the catalog */
export function createAsker(base: string, options: AskerOptions): Asker {
  const spacing = options.spacingMs ?? (isLoopback(new URL(base).hostname) ? 0 : 600);
  const answers = new Map<string, Promise<unknown>>();
  let queue: Promise<unknown> = Promise.resolve();
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;

  const once = async (what: string, question: Question): Promise<{ html: string; url: URL }> => {
    const wait = last + spacing - performance.now();
    if (wait > 0) await pause(wait, options.signal);
    last = performance.now();
    count += 1;
    const answer = await options.http.send(
      question.url,
      {
        what,
        code: 'catalog-unavailable',
        headers: {
          'accept-language': 'en-US,en;q=0.5',
          accept: 'text/html',
          ...(question.body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(question.body !== undefined && { method: 'POST', body: question.body }),
      },
      options.signal,
    );
    return { html: await readPage(answer.body, what), url: answer.url };
  };

  const retrying = <T>(what: string, question: Question, read: (html: string, finalUrl: URL) => T): Promise<T> =>
    withRetries(
      async () => {
        const { html, url } = await once(what, question);
        try {
          return read(html, url);
        } catch (error) {
          throw tellPage(error, html);
        }
      },
      options.retries ?? DEFAULT_RETRIES,
      options.signal,
      (error, waitMs) => options.onRetry?.(`${error.message}; trying again in ${Math.round(waitMs)} ms`),
    );

  return {
    requests: () => count,
    ask: <T>(what: string, question: Question, read: (html: string, finalUrl: URL) => T): Promise<T> => {
      const key = `${question.url} ${question.body ?? ''}`;
      const known = answers.get(key);
      if (known !== undefined) return known as Promise<T>;
      const answer = queue.then(() => retrying(what, question, read));
      queue = answer.catch(() => {});
      answers.set(key, answer);
      return answer;
    },
  };
}
