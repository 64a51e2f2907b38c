/** The catalog's details page of one update: the only place that links superseding updates. It is also its flakiest page. */

import type { HTMLElement } from 'node-html-parser';
import { pageChanged, readSpecialPage } from './search-page.ts';

export interface DetailsPage {
  readonly title: string;
  readonly updateId: string;
  readonly description: string;
  /** Newer updates that replace this one. */
  readonly supersededBy: readonly { readonly updateId: string; readonly title: string }[];
}

type DetailsAnswer =
  | { readonly kind: 'details'; readonly details: DetailsPage }
  | { readonly kind: 'error'; readonly number: string }
  | { readonly kind: 'expired' };

/** @throws UserError catalog-changed that names what was missing */
export function readDetailsPage(root: HTMLElement, finalUrl: URL): DetailsAnswer {
  const special = readSpecialPage(root, finalUrl);
  if (special) return special;
  const text = (id: string): string => {
    const found = root.getElementById(`ScopedViewHandler_${id}`);
    if (!found) throw pageChanged('details', `#ScopedViewHandler_${id}`);
    return found.text.replaceAll(/\s+/g, ' ').trim();
  };
  const superseding = root.getElementById('supersededbyInfo');
  if (!superseding) throw pageChanged('details', '#supersededbyInfo');
  const supersededBy = superseding.querySelectorAll('a').flatMap((link) => {
    const updateId = /[?&]updateid=([0-9a-f-]{36})/i.exec(link.getAttribute('href') ?? '')?.[1];
    return updateId === undefined
      ? []
      : [{ updateId: updateId.toLowerCase(), title: link.text.replaceAll(/\s+/g, ' ').trim() }];
  });
  return {
    kind: 'details',
    details: {
      title: text('titleText'),
      updateId: text('UpdateID').toLowerCase(),
      description: text('desc'),
      supersededBy,
    },
  };
}
