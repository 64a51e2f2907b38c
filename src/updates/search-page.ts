/**
 * The catalog's search result page. Everything the catalog answers comes with status 200; the marks below tell the kinds apart.
 * Source: captured pages of 2023 and 2026 (ids of cells, header and paging); ids address cells because header order has changed before.
 */

import { type HTMLElement, parse } from 'node-html-parser';
import { UserError } from '../errors.ts';
import type { CatalogRow } from './update.ts';

export type SearchPage =
  | {
      readonly kind: 'results';
      readonly rows: readonly CatalogRow[];
      readonly hasNext: boolean;
      readonly tooMany: boolean;
    }
  /** The catalog says explicitly that nothing matches. */
  | { readonly kind: 'no-results' }
  /** "The website has encountered a problem", with the number it prints. */
  | { readonly kind: 'error'; readonly number: string }
  /** The update's page is no longer served. */
  | { readonly kind: 'expired' }
  /** The frame of the page without results and without "no results": throttled or not answered. */
  | { readonly kind: 'shell' };

/**
 * @param html the page
 * @param finalUrl where redirects led: Error.aspx and Thanks.aspx are told by it
 * @throws UserError catalog-changed that names what was missing, when the page is none of the five known kinds
 */
export function readSearchPage(html: string, finalUrl: URL): SearchPage {
  const root = parse(html);
  const special = readSpecialPage(root, finalUrl);
  if (special) return special;
  const table = root.getElementById('ctl00_catalogBody_updateMatches');
  if (table) {
    const rows = readRows(table);
    return {
      kind: 'results',
      rows,
      hasNext: root.getElementById('ctl00_catalogBody_nextPageLinkText') !== null,
      tooMany: root.getElementById('ctl00_catalogBody_moreResults') !== null,
    };
  }
  if (root.getElementById('ctl00_catalogBody_noResultText')) return { kind: 'no-results' };
  if (root.getElementById('tableContainer')) return { kind: 'shell' };
  throw pageChanged('search', '#tableContainer, the frame of the result table');
}

/** Error.aspx and Thanks.aspx, which any page of the catalog may redirect to. */
export function readSpecialPage(
  root: HTMLElement,
  finalUrl: URL,
): { kind: 'error'; number: string } | { kind: 'expired' } | undefined {
  const page = finalUrl.pathname.toLowerCase();
  const displayed = root.getElementById('errorPageDisplayedError');
  if (displayed || page.endsWith('/error.aspx')) {
    const printed = /\b([0-9A-F]{8})\b/.exec(displayed?.text ?? '')?.[1];
    return { kind: 'error', number: printed ?? numberFromId(finalUrl) };
  }
  return page.endsWith('/thanks.aspx') ? { kind: 'expired' } : undefined;
}

/** `Error.aspx?id=-1914896368` is the error number as a signed 32-bit decimal. */
function numberFromId(url: URL): string {
  const id = Number(url.searchParams.get('id'));
  return Number.isInteger(id) && id !== 0 ? (id >>> 0).toString(16).toUpperCase().padStart(8, '0') : 'unknown';
}

const ROW_ID = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_R(\d+)$/i;

function readRows(table: HTMLElement): CatalogRow[] {
  const rows: CatalogRow[] = [];
  for (const row of table.querySelectorAll('tr')) {
    const match = ROW_ID.exec(row.id);
    if (match?.[1] !== undefined) rows.push(readRow(row, match[1]));
  }
  if (rows.length === 0) throw pageChanged('search', 'rows with an id of the form <guid>_R<n> in the result table');
  return rows;
}

function readRow(row: HTMLElement, guid: string): CatalogRow {
  const cell = (column: number, what: string): string => {
    const found = row.querySelectorAll('td').find((candidate) => new RegExp(`_C${column}_R\\d+$`).test(candidate.id));
    if (!found) throw pageChanged('search', `the ${what} cell (id …_C${column}_R<n>) of update ${guid}`);
    return clean(found.text);
  };
  const title = row.querySelectorAll('a').find((link) => link.id === `${guid}_link`);
  if (!title) throw pageChanged('search', `the title link (id ${guid}_link)`);
  const bytes = row.querySelectorAll('span').find((span) => span.id === `${guid}_originalSize`);
  return {
    updateId: guid.toLowerCase(),
    title: clean(title.text),
    products: cell(2, 'products')
      .split(',')
      .map((product) => product.trim())
      .filter((product) => product !== ''),
    classification: cell(3, 'classification'),
    date: readDate(cell(4, 'last updated'), guid),
    size: readSize(bytes?.text, guid),
  };
}

/** Month first whatever the locale of this machine: English was asked for. */
function readDate(text: string, guid: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(iso)) return iso;
  throw pageChanged('search', `a date of the form month/day/year for update ${guid} (found "${text.slice(0, 40)}")`);
}

function readSize(text: string | undefined, guid: string): number {
  const size = Number(text?.trim());
  if (text !== undefined && text.trim() !== '' && Number.isSafeInteger(size) && size >= 0) return size;
  throw pageChanged('search', `the size in bytes (id ${guid}_originalSize)`);
}

function clean(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Never "no updates": a page that cannot be read is an error of its own that says what was looked for. */
export function pageChanged(page: string, missing: string): UserError {
  return new UserError(
    'catalog-changed',
    `The catalog's ${page} page has changed: it lacks ${missing}`,
    'Use a lock file or packages-file until Stillframe knows the new page, and report this message.',
  );
}
