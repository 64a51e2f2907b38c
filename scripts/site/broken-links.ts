/** Links of the site that lead nowhere. */

import { posix } from 'node:path';
import { parse } from 'node-html-parser';

/**
 * @param files texts of pages by path in the site; what is no page has an empty text
 * @returns one line for each link, picture or anchor that is not there; addresses of others are not asked for
 */
export function brokenLinks(files: ReadonlyMap<string, string>): readonly string[] {
  const pages = new Map([...files].map(([path, text]) => [path, parse(text)] as const));
  const anchors = new Map(
    [...pages].map(([path, page]) => [path, new Set(page.querySelectorAll('[id]').map(({ id }) => id))] as const),
  );
  return [...pages].flatMap(([path, page]) => {
    const links = page.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
    const pictures = page.querySelectorAll('img').map((picture) => picture.getAttribute('src') ?? '');
    return [...links, ...pictures].flatMap((address) => {
      if (/^https:\/\//.test(address)) return [];
      const [file = '', anchor] = address.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      const known = anchors.get(target);
      if (known && (anchor === undefined || known.has(anchor))) return [];
      return [`${path}: ${address}`];
    });
  });
}
