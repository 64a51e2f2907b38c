/** What leads through the site: the sections of docs/README.md, and the actions. */

import { Marked, type Token, type Tokens } from 'marked';

export interface NavigationSection {
  readonly title: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** @param index Markdown with a section (`## `) for each kind of page, and lists of links in it. @throws Error when it has none */
export function readNavigation(index: string): readonly NavigationSection[] {
  const sections: { title: string; links: { text: string; href: string }[] }[] = [];
  for (const token of new Marked().lexer(index)) {
    if (token.type === 'heading' && token.depth === 2)
      sections.push({ title: (token as Tokens.Heading).text, links: [] });
    if (token.type === 'list') sections.at(-1)?.links.push(...linksIn([token]));
  }
  const found = sections.filter(({ links }) => links.length > 0);
  if (found.length === 0) throw new Error('the index has no section with links');
  return found;
}

function linksIn(tokens: readonly Token[]): { text: string; href: string }[] {
  return tokens.flatMap((token) => {
    if (token.type === 'link') return [{ text: (token as Tokens.Link).text, href: (token as Tokens.Link).href }];
    const inner = [...((token as { tokens?: Token[] }).tokens ?? []), ...((token as { items?: Token[] }).items ?? [])];
    return linksIn(inner);
  });
}
