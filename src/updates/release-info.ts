/**
 * Microsoft's release information page of Windows Server: per product a table of build, KB, date and letter.
 * Source: https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info as captured in 2026: a label such as
 * "Windows Server 2025 (OS build 26100)" in front of each table; hotpatch calendars have other columns and are not read.
 */

import { type HTMLElement, parse } from 'node-html-parser';
import { UserError } from '../errors.ts';
import { type Product, productOfBuild } from '../products/product.ts';
import { parseBuild } from './build-number.ts';
import type { Build } from './update.ts';
import { kbOf } from './update-title.ts';

export interface ReleaseEntry {
  readonly product: Product;
  /** Servicing month `2026-11`. */
  readonly month: string;
  /** B regular, C and D previews, OOB out-of-band. */
  readonly letter: string;
  /** ISO date. */
  readonly date: string;
  readonly build: Build;
  readonly kb: string;
}

const HEADERS = ['servicing option', 'update type', 'availability date', 'build', 'kb article'] as const;

/** @throws UserError catalog-changed that names what was missing; an unreadable page is never an empty list */
export function readReleaseInfo(html: string): ReleaseEntry[] {
  const root = parse(html);
  const entries: ReleaseEntry[] = [];
  const tables = new Set<number>();
  let build: number | undefined;
  for (const element of root.querySelectorAll('strong, b, h2, h3, h4, summary, table')) {
    if (element.tagName !== 'TABLE') {
      const label = /windows server.*\(os build (\d{5})\)/i.exec(element.text)?.[1];
      if (label !== undefined) build = Number(label);
      continue;
    }
    const columns = readHeader(element);
    if (!columns || build === undefined) continue;
    const product = productOfBuild(build);
    if (product === undefined || tables.has(build)) continue;
    tables.add(build);
    entries.push(...readTable(element, columns, product));
  }
  if (entries.length === 0) {
    throw changed(`a table with the columns ${HEADERS.join(', ')} behind a label "Windows Server … (OS build …)"`);
  }
  return entries;
}

/** Column index by header text; undefined for tables of another kind, such as the hotpatch calendar. */
function readHeader(table: HTMLElement): Map<string, number> | undefined {
  const header = table
    .querySelectorAll('tr')[0]
    ?.querySelectorAll('th, td')
    .map((cell) => cleanText(cell).toLowerCase());
  if (!header || !HEADERS.every((name) => header.includes(name)) || header.length !== HEADERS.length) return undefined;
  return new Map(header.map((name, index) => [name, index]));
}

function readTable(table: HTMLElement, columns: ReadonlyMap<string, number>, product: Product): ReleaseEntry[] {
  const entries: ReleaseEntry[] = [];
  for (const row of table.querySelectorAll('tr').slice(1)) {
    const cells = row.querySelectorAll('td');
    const text = (name: (typeof HEADERS)[number]): string => {
      const cell = cells[columns.get(name) ?? -1];
      if (!cell) throw changed(`the cell "${name}" in a row of ${product}`);
      return cleanText(cell);
    };
    const kb = kbOf(text('kb article'));
    if (kb === undefined) continue; // the row of the first release has no article
    const type = /^(\d{4}-\d{2}) ([A-Z]{1,3})$/.exec(text('update type'));
    const date = readIsoDate(text('availability date'));
    const parsed = parseBuild(text('build'));
    if (!type?.[1] || !type[2]) throw changed(`an update type such as "2026-11 B" for ${kb}`);
    if (date === undefined) throw changed(`a date of the form year-month-day for ${kb}`);
    if (!parsed) throw changed(`a build such as 17763.8027 for ${kb}`);
    // One of 23H2 has stood among those of 2022 (WindowsOSBuild issue 33).
    if (productOfBuild(parsed.number) !== product) continue;
    // The page has had a row twice (KB5091572 of 2026-04).
    if (entries.some((entry) => entry.kb === kb && entry.date === date && entry.build.ubr === parsed.ubr)) continue;
    entries.push({ product, month: type[1], letter: type[2], date, build: parsed, kb });
  }
  return entries;
}

function readIsoDate(text: string): string | undefined {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text) ? text : undefined;
}

function cleanText(element: HTMLElement): string {
  return element.text.replaceAll(/\s+/g, ' ').trim();
}

function changed(missing: string): UserError {
  return new UserError(
    'catalog-changed',
    `The release information page has changed: it lacks ${missing}`,
    'The catalog is searched by title instead; report this message.',
  );
}
