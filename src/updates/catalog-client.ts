/**
 * The Microsoft Update Catalog over plain HTTP: search with sorting and paging as query parameters (no postbacks), the download
 * dialog, the details page. Few requests, one at a time, spaced, and each address asked once a run.
 */

import { parse } from 'node-html-parser';
import { isLoopback } from '../download/host-policy.ts';
import type { HttpClient } from '../download/http-client.ts';
import { DEFAULT_RETRIES, pause, type RetryPolicy, Transient, withRetries } from '../download/retry.ts';
import { UserError } from '../errors.ts';
import { type DetailsPage, readDetailsPage } from './details-page.ts';
import { readDownloadDialog } from './download-dialog.ts';
import { readSearchPage, type SearchPage } from './search-page.ts';
import type { CatalogFile, CatalogRow } from './update.ts';

const CATALOG_URL = 'https://www.catalog.update.microsoft.com/';

export interface CatalogClient {
  /**
   * All rows for a query, newest first, page by page.
   * @param enough asked after each page whether to stop
   * @returns an empty list only when the catalog says explicitly that there is nothing
   */
  search(query: string, enough?: (rows: readonly CatalogRow[]) => boolean): Promise<readonly CatalogRow[]>;
  /** The files of each update; the order within an update means nothing. */
  files(updateIds: readonly string[]): Promise<ReadonlyMap<string, readonly CatalogFile[]>>;
  /** The details page; undefined when it is expired or flaky today: never a reason to fail. */
  details(updateId: string): Promise<DetailsPage | undefined>;
  /** How many requests were sent. */
  readonly requests: number;
}

interface CatalogOptions {
  readonly http: HttpClient;
  /** Base address (default: Microsoft's). */
  readonly url?: string;
  readonly signal: AbortSignal;
  readonly retries?: RetryPolicy;
  /** Least time between two requests in milliseconds (default 600, on loopback 0). */
  readonly spacingMs?: number;
  readonly onRetry?: (message: string) => void;
}

/** More pages than any sane query needs; the catalog itself ends at 40. */
const MAX_PAGES = 12;
const MAX_PAGE_BYTES = 16 * 2 ** 20;
/** "The update is unknown or was removed": will not pass. */
const UNKNOWN_UPDATE = '8DDD0024';

export function createCatalogClient(options: CatalogOptions): CatalogClient {
  const base = options.url ?? CATALOG_URL;
  const address = (page: string, parameters: Readonly<Record<string, string>>): string => {
    const url = new URL(page, base.endsWith('/') ? base : `${base}/`);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  };
  const asker = createAsker(base, options);

  const searchPage = (query: string, page: number): Promise<SearchPage> => {
    const url = address('Search.aspx', {
      q: query,
      scol: 'DateComputed',
      sdir: 'desc',
      ...(page > 0 && { p: String(page) }),
    });
    const what = `The catalog search for "${query}"`;
    return asker.ask(what, { url }, (html, finalUrl) => {
      const answer = readSearchPage(html, finalUrl);
      if (answer.kind === 'error') throw passing(what, `the catalog showed its error page (number ${answer.number})`);
      if (answer.kind === 'shell')
        throw passing(what, 'the catalog sent its page without an answer, as it does when throttled');
      if (answer.kind === 'expired') throw passing(what, 'the catalog sent its "thank you" page instead of an answer');
      if (answer.kind === 'results' && answer.rows.every(isDriver)) {
        throw passing(what, 'the catalog answered with drivers alone, as it does now and then for a search of updates');
      }
      return answer;
    });
  };

  return {
    get requests() {
      return asker.requests();
    },
    search: async (query, enough = () => false) => {
      const rows: CatalogRow[] = [];
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const answer = await searchPage(query, page);
        if (answer.kind !== 'results') break;
        rows.push(...answer.rows);
        if (!answer.hasNext || enough(rows)) break;
      }
      return rows;
    },
    files: (updateIds) => {
      const what = `The catalog's download dialog for ${updateIds.length} updates`;
      const wanted = updateIds.map((id) => ({ size: 0, languages: '', uidInfo: id, updateID: id }));
      const body = `updateIDs=${encodeURIComponent(JSON.stringify(wanted))}`;
      return asker.ask(what, { url: address('DownloadDialog.aspx', {}), body }, (html, finalUrl) => {
        const answer = readDownloadDialog(html, finalUrl);
        if (answer.kind === 'error' && answer.number === UNKNOWN_UPDATE) throw removed(updateIds);
        if (answer.kind === 'error') throw passing(what, `the catalog showed its error page (number ${answer.number})`);
        if (answer.kind === 'expired') throw removed(updateIds);
        if (answer.kind === 'empty') throw passing(what, 'it names no file');
        const missing = updateIds.filter((id) => !answer.files.has(id));
        if (missing.length > 0) throw passing(what, `it names no file for update ${missing.join(', ')}`);
        return answer.files;
      });
    },
    details: async (updateId) => {
      const what = `The catalog's details of update ${updateId}`;
      try {
        return await asker.ask(
          what,
          { url: address('ScopedViewInline.aspx', { updateid: updateId }) },
          (html, finalUrl) => {
            const answer = readDetailsPage(parse(html), finalUrl);
            if (answer.kind === 'error')
              throw passing(what, `the catalog showed its error page (number ${answer.number})`);
            return answer.kind === 'details' ? answer.details : undefined;
          },
        );
      } catch (error) {
        options.signal.throwIfAborted();
        if (error instanceof UserError) return undefined;
        throw error;
      }
    },
  };
}

/** Classification of drivers: `Drivers`, `Drivers (Storage)`. Nothing here asks for one. */
function isDriver({ classification }: CatalogRow): boolean {
  return /^drivers?\b/i.test(classification);
}

interface Question {
  readonly url: string;
  /** Form body: makes it a POST. */
  readonly body?: string;
}

interface Asker {
  ask<T>(what: string, question: Question, read: (html: string, finalUrl: URL) => T): Promise<T>;
  requests(): number;
}

/** One request at a time, spaced, retried, remembered for the run. */
function createAsker(base: string, options: CatalogOptions): Asker {
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
        return read(html, url);
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

/** The text of a page, bounded. @throws Transient when the connection breaks, UserError when the page has no end */
export async function readPage(body: AsyncIterable<Buffer>, what: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > MAX_PAGE_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw passing(what, `the connection broke: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  if (size > MAX_PAGE_BYTES) throw passing(what, `the page is larger than ${MAX_PAGE_BYTES} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

function passing(what: string, why: string, cause?: unknown): Transient {
  return new Transient(
    new UserError(
      'catalog-unavailable',
      `${what}: ${why}`,
      'The catalog has such hours. Run this step again later, or use a lock file: with one nothing is searched.',
      { cause },
    ),
  );
}

function removed(updateIds: readonly string[]): UserError {
  return new UserError(
    'update-not-found',
    `The catalog no longer offers the files of update ${updateIds.join(' or ')}`,
    'Microsoft has withdrawn it: choose another release.',
  );
}
