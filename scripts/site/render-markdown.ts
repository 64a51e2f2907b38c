/** Markdown as HTML: headings with GitHub's anchors, links to where the pages stand, what is too wide in a box of its own that scrolls. */

import { Marked, Renderer } from 'marked';
import { html } from '../../src/report/html.ts';
import { anchorsOfPage } from './anchors.ts';

export interface RenderedMarkdown {
  /** Text of the first heading. */
  readonly title: string;
  readonly body: string;
}

/** @param resolve the address of a link or picture as it is written */
export function renderMarkdown(text: string, resolve: (href: string) => string): RenderedMarkdown {
  const anchor = anchorsOfPage();
  const plain = new Renderer();
  let title = '';
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text: written }) {
        const id = anchor(written);
        title ||= written.replaceAll(/[`*]/g, '');
        const inner = this.parser.parseInline(tokens);
        return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${html`${resolve(href)}`.text}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text: alternative }) {
        return html`<img src="${resolve(href)}" alt="${alternative}">`.text;
      },
      code({ text: code }) {
        return codeBlock(code);
      },
      table(token) {
        plain.parser = this.parser;
        // A heading without words names nothing: the corner of a table is a cell.
        const table = plain.table(token).replaceAll(/<th(?: align="\w+")?><\/th>/g, '<td></td>');
        return `<div class="wide" tabindex="0">${table}</div>\n`;
      },
    },
  });
  const body = marked.parse(text, { async: false });
  return { title, body };
}

/** A reader without a mouse scrolls in it. */
export function codeBlock(code: string): string {
  return html`<pre tabindex="0"><code>${code}</code></pre>\n`.text;
}
