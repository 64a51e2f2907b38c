/** The frame of each page: what leads through the site, and the page itself. Nothing runs and nothing is fetched from elsewhere. */

import { createHash } from 'node:crypto';
import { Html, html } from '../../src/report/html.ts';
import { SITE_STYLE } from './style.ts';

export interface SitePage {
  readonly title: string;
  /** Markup. */
  readonly body: string;
  /** Sections with addresses as seen from this page. */
  readonly navigation: readonly NavigationGroup[];
  /** Address of the first page as seen from this one. */
  readonly home: string;
  /** Where the source stands. */
  readonly source: string;
}

export interface NavigationGroup {
  readonly title: string;
  readonly links: readonly { readonly text: string; readonly address: string; readonly current: boolean }[];
}

const STYLE_DIGEST = createHash('sha256').update(SITE_STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; img-src 'self' file:; base-uri 'none'; form-action 'none'`;

/** @returns the text of an HTML file */
export function renderSitePage({ title, body, navigation, home, source }: SitePage): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title === 'Stillframe' ? title : `${title} · Stillframe`}</title>
<style>${new Html(SITE_STYLE)}</style>
</head>
<body>
<header><a class="home" href="${home}">Stillframe</a> <a class="skip" href="#pages">All pages</a></header>
<div class="columns">
<main>${new Html(body)}
<p class="source"><a href="${source}">Source of this page</a></p></main>
<nav id="pages" aria-label="All pages">${navigation.map(renderGroup)}</nav>
</div>
</body>
</html>
`.text;
}

function renderGroup({ title, links }: NavigationGroup): Html {
  return html`<p class="group">${title}</p><ul>${links.map(
    ({ text, address, current }) =>
      html`<li>${current ? html`<a href="${address}" aria-current="page">${text}</a>` : html`<a href="${address}">${text}</a>`}</li>`,
  )}</ul>`;
}
