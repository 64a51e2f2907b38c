/** HTML in which text can only be text: what is put into a template is escaped, unless it was made by one itself. */

import { escapeXml } from '../xml/escape-xml.ts';

/** Markup that is safe to put into markup. */
export class Html {
  readonly text: string;

  /** @param text markup that holds nothing of anybody else's unescaped */
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | false | readonly Html[];

/** `html\`<p>${text}</p>\``; lists are joined, undefined and false are nothing. Attributes have to be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, index) => text + render(parts[index])).join(''));
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeXml(String(part));
}
