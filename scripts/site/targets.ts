/** Where files of the repository stand in the site: addresses are those of the repository, so that links between pages stay as they are written. */

import { statSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';

/** `markdown` and `code` become pages, a `folder` without README becomes a list of what is in it, a `picture` is copied. */
export type Kind = 'markdown' | 'code' | 'folder' | 'picture';

const PICTURES = new Set(['.png', '.svg', '.jpg', '.webp']);

/** @param path from the root of the repository, with `/` @param asked who asks, for the error @throws Error when it is not there */
export function kindOf(root: string, path: string, asked: string): Kind {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) throw new Error(`${asked} leads nowhere`);
  if (found.isDirectory()) return 'folder';
  if (PICTURES.has(extname(path))) return 'picture';
  return path.endsWith('.md') ? 'markdown' : 'code';
}

/**
 * @returns path of the file in the site: `docs/a.md` -> `docs/a.html`, `docs/README.md` and the folder `docs` -> `docs/index.html`; without the dot of
 *   a hidden folder, which actions/upload-pages-artifact leaves out
 */
export function targetOf(source: string, kind: Kind): string {
  const path = source.replace(/^\./, '');
  if (kind === 'picture') return path;
  if (kind === 'folder') return posix.join(path, 'index.html');
  if (kind === 'code') return `${path}.html`;
  return path.replace(/(?:^|(?<=\/))README\.md$/, 'index.md').replace(/\.md$/, '.html');
}

/** @param from and to are paths in the site @returns the address of the one as seen from the other */
export function addressFrom(from: string, to: string): string {
  return posix.relative(dirname(from), to) || posix.basename(to);
}
