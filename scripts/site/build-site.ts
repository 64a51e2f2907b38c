/**
 * The documentation as a site of plain HTML: the pages of the repository at the addresses they have there, with what they link to. A file or folder
 * that a page leads to becomes one too, whatever it is; a link that leads nowhere is an error.
 */

import { globSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { html } from '../../src/report/html.ts';
import { brokenLinks } from './broken-links.ts';
import { type NavigationSection, readNavigation } from './navigation.ts';
import { renderSitePage } from './page.ts';
import { codeBlock, renderMarkdown } from './render-markdown.ts';
import { addressFrom, type Kind, kindOf, targetOf } from './targets.ts';

const SOURCE = 'https://github.com/stillframe/stillframe/tree/main/';
const INDEX = 'docs/README.md';

/** @param output emptied first @returns texts by path in the site; pictures have none. @throws Error for links that lead nowhere */
export async function buildSite(root: string, output: string): Promise<ReadonlyMap<string, string>> {
  const sources = globSync(['*.md', 'docs/**/*.md', 'actions/*/README.md'], { cwd: root }).sort();
  const actions = sources.filter((source) => source.startsWith('actions/'));
  const pages = new SiteBuilder(root, [
    ...readNavigation(await readFile(join(root, INDEX), 'utf8')),
    { title: 'The actions', links: actions.map((path) => ({ text: path.split('/')[1] ?? '', href: `../${path}` })) },
  ]);
  const files = await pages.build(sources);
  const broken = brokenLinks(files);
  if (broken.length > 0) throw new Error(`links that lead nowhere:\n${broken.join('\n')}`);
  await rm(output, { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(join(output, dirname(path)), { recursive: true });
    if (path.endsWith('.html')) await writeFile(join(output, path), text);
    else await copyFile(join(root, path), join(output, path));
  }
  return files;
}

class SiteBuilder {
  readonly #root: string;
  readonly #navigation: readonly NavigationSection[];
  /** Sources that are to become pages, in the order in which they were found. */
  readonly #wanted = new Map<string, Kind>();

  constructor(root: string, navigation: readonly NavigationSection[]) {
    this.#root = root;
    this.#navigation = navigation;
  }

  async build(sources: readonly string[]): Promise<ReadonlyMap<string, string>> {
    for (const source of sources) this.#want(source, source);
    const files = new Map<string, string>();
    // Grows while pages are rendered.
    for (const [source, kind] of this.#wanted) {
      files.set(targetOf(source, kind), kind === 'picture' ? '' : await this.#render(source, kind));
    }
    return files;
  }

  async #render(source: string, kind: Kind): Promise<string> {
    const target = targetOf(source, kind);
    const { title, body } = await this.#content(source, kind);
    return renderSitePage({
      title,
      body,
      navigation: this.#navigation.map(({ title: group, links }) => ({
        title: group,
        links: links.map(({ text, href }) => {
          const address = this.#resolve(INDEX, target, href);
          return { text: text.replaceAll('`', ''), address, current: this.#resolve(INDEX, '', href) === target };
        }),
      })),
      home: addressFrom(target, 'index.html'),
      source: `${SOURCE}${source}`,
    });
  }

  async #content(source: string, kind: Kind): Promise<{ title: string; body: string }> {
    const target = targetOf(source, kind);
    if (kind === 'folder') {
      const names = (await readdir(join(this.#root, source))).sort();
      const items = names.map(
        (name) => html`<li><a href="${this.#resolve(posix.join(source, 'x'), target, name)}">${name}</a></li>`,
      );
      return { title: source, body: html`<h1>${source}</h1><ul>${items}</ul>`.text };
    }
    const text = await readFile(join(this.#root, source), 'utf8');
    if (kind === 'code') return { title: source, body: `${html`<h1>${source}</h1>`.text}${codeBlock(text)}` };
    return renderMarkdown(text, (href) => this.#resolve(source, target, href));
  }

  /** @param from the file in which the link is written @param target the page it is put into */
  #resolve(from: string, target: string, href: string): string {
    if (/^[a-z]+:/.test(href) || href.startsWith('#')) return href;
    const [path = '', anchor] = href.split('#');
    const page = this.#want(posix.join(posix.dirname(from), path), `${from}: ${href}`);
    return `${addressFrom(target, page)}${anchor === undefined ? '' : `#${anchor}`}`;
  }

  /** @returns where it stands in the site */
  #want(path: string, asked: string): string {
    const source = path.replace(/\/$/, '');
    if (source.startsWith('..')) throw new Error(`${asked} leads out of the repository`);
    const kind = kindOf(this.#root, source, asked);
    const readme = kind === 'folder' && this.#wanted.has(`${source}/README.md`) ? `${source}/README.md` : undefined;
    const [found, as]: [string, Kind] = readme === undefined ? [source, kind] : [readme, 'markdown'];
    if (!this.#wanted.has(found)) this.#wanted.set(found, as);
    return targetOf(found, as);
  }
}
