/** What came in place of a page of Microsoft's: a proxy or a sign-in answers with status 200 too, and its title says who it was. */

import { parse } from 'node-html-parser';
import { UserError } from '../errors.ts';

/** Longer titles are cut. */
const MAX_TITLE = 80;

/**
 * @param error of a reader of pages @param html what it read
 * @returns the error as it is, but for catalog-changed: that says what the page calls itself, and that it may be another's
 */
export function tellPage(error: unknown, html: string): unknown {
  if (!(error instanceof UserError) || error.code !== 'catalog-changed') return error;
  const title = parse(html).querySelector('title')?.text.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_TITLE);
  const came = title === undefined || title === '' ? 'a page without a title' : `a page titled "${title}"`;
  return new UserError(
    error.code,
    `${error.message}. What came is ${came}`,
    `If that is the page of a proxy or a sign-in, let this machine through to the host (HTTPS_PROXY, NO_PROXY). Else: ${error.hint}`,
    { cause: error },
  );
}
