/** A page that is one file: it asks nobody for anything, and a policy of its own keeps it so. */

import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

export interface Page {
  readonly title: string;
  readonly header: Html;
  readonly main: readonly Html[];
  readonly footer: Html;
}

/** Nothing runs, nothing is fetched; the one style is known by its digest (W3C CSP 3), so that no attribute can bring another. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** @returns the text of the file */
export function renderDocument({ title, header, main, footer }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Stillframe">
<title>${title}</title>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
<header>${header}</header>
<main>${main}</main>
<footer>${footer}</footer>
</body>
</html>
`.text;
}
