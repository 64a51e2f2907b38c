/**
 * The Microsoft Update Catalog over plain HTTP: search with sorting and paging as query parameters (no postbacks), the download
 * dialog, the details page. Few requests, one at a time, spaced, and each address asked once a run.
 */

import { parse } from 'node-html-parser';
import type { Transient } from '../download/retry.ts';
import { UserError } from '../errors.ts';
import { type Asker, type AskerOptions, createAsker } from './catalog-asker.ts';
import { catalogTrouble } from './catalog-trouble.ts';
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

interface CatalogOptions extends AskerOptions {
  /** Base address (default: Microsoft's). */
  readonly url?: string;
}

/** More pages than any sane query needs; the catalog itself ends at 40. */
const MAX_PAGES = 12;
/** "The update is unknown or was removed": will not pass. */
const UNKNOWN_UPDATE = '8DDD0024';

export function createCatalogClient(options: CatalogOptions): CatalogClient {
  const base = options.url ?? CATALOG_URL;
  const asker = createAsker(base, options);
  const address: Address = (page, parameters = {}) => {
    const url = new URL(page, base.endsWith('/') ? base : `${base}/`);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  };
  return {
    get requests() {
      return asker.requests();
    },
    search: async (query, enough = () => false) => {
      const rows: CatalogRow[] = [];
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const answer = await searchPage(asker, address, query, page);
        if (answer.kind !== 'results') break;
        rows.push(...answer.rows);
        if (!answer.hasNext || enough(rows)) break;
      }
      return rows;
    },
    files: (updateIds) => filesOf(asker, address, updateIds),
    details: async (updateId) => {
      try {
        return await detailsOf(asker, address, updateId);
      } catch (error) {
        options.signal.throwIfAborted();
        if (error instanceof UserError) return undefined;
        throw error;
      }
    },
  };
}

/** Address of a page of the catalog. */
type Address = (page: string, parameters?: Readonly<Record<string, string>>) => string;

function searchPage(asker: Asker, address: Address, query: string, page: number): Promise<SearchPage> {
  const url = address('Search.aspx', {
    q: query,
    scol: 'DateComputed',
    sdir: 'desc',
    ...(page > 0 && { p: String(page) }),
  });
  const what = `The catalog search for "${query}"`;
  return asker.ask(what, { url }, (html, finalUrl) => {
    const answer = readSearchPage(html, finalUrl);
    if (answer.kind === 'error') throw errorPage(what, answer.number);
    if (answer.kind === 'shell')
      throw catalogTrouble(what, 'the catalog sent its page without an answer, as it does when throttled');
    if (answer.kind === 'expired')
      throw catalogTrouble(what, 'the catalog sent its "thank you" page instead of an answer');
    if (answer.kind === 'results' && answer.rows.every(isDriver)) {
      const why = 'the catalog answered with drivers alone, as it does now and then for a search of updates';
      throw catalogTrouble(what, why);
    }
    return answer;
  });
}

function filesOf(
  asker: Asker,
  address: Address,
  updateIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CatalogFile[]>> {
  const what = `The catalog's download dialog for ${updateIds.length} updates`;
  const wanted = updateIds.map((id) => ({ size: 0, languages: '', uidInfo: id, updateID: id }));
  const body = `updateIDs=${encodeURIComponent(JSON.stringify(wanted))}`;
  return asker.ask(what, { url: address('DownloadDialog.aspx'), body }, (html, finalUrl) => {
    const answer = readDownloadDialog(html, finalUrl);
    if (answer.kind === 'error' && answer.number === UNKNOWN_UPDATE) throw removed(updateIds);
    if (answer.kind === 'error') throw errorPage(what, answer.number);
    if (answer.kind === 'expired') throw removed(updateIds);
    if (answer.kind === 'empty') throw catalogTrouble(what, 'it names no file');
    const missing = updateIds.filter((id) => !answer.files.has(id));
    if (missing.length > 0) throw catalogTrouble(what, `it names no file for update ${missing.join(', ')}`);
    return answer.files;
  });
}

function detailsOf(asker: Asker, address: Address, updateId: string): Promise<DetailsPage | undefined> {
  const what = `The catalog's details of update ${updateId}`;
  return asker.ask(what, { url: address('ScopedViewInline.aspx', { updateid: updateId }) }, (html, finalUrl) => {
    const answer = readDetailsPage(parse(html), finalUrl);
    if (answer.kind === 'error') throw errorPage(what, answer.number);
    return answer.kind === 'details' ? answer.details : undefined;
  });
}

function errorPage(what: string, number: string): Transient {
  return catalogTrouble(what, `the catalog showed its error page (number ${number})`);
}

/** Classification of drivers: `Drivers`, `Drivers (Storage)`. Nothing here asks for one. */
function isDriver({ classification }: CatalogRow): boolean {
  return /^drivers?\b/i.test(classification);
}

function removed(updateIds: readonly string[]): UserError {
  return new UserError(
    'update-not-found',
    `The catalog no longer offers the files of update ${updateIds.join(' or ')}`,
    'Microsoft has withdrawn it: choose another release.',
  );
}
