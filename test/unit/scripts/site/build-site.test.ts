import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/root.ts';
import { buildSite } from '../../../../scripts/site/build-site.ts';

const work = mkdtempSync(join(tmpdir(), 'stillframe-site-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('the site of this repository', () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = await buildSite(ROOT, join(work, 'site'));
  });

  it('has every page, action, example and schema, and all its links lead somewhere', () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'index.html',
        'docs/index.html',
        'docs/troubleshooting.html',
        'docs/adr/0001-javascript-actions.html',
        'actions/build-vhd/index.html',
        'examples/workflows/build-templates.yml.html',
        'schema/template.schema.json.html',
        'docs/images/release-page-light.png',
      ]),
    );
    expect(readFileSync(join(work, 'site/docs/images/release-page-light.png'))).toEqual(
      readFileSync(join(ROOT, 'docs/images/release-page-light.png')),
    );
  });

  it('shows on each page where it is, and runs and fetches nothing', () => {
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue;
      const page = parse(text);
      expect(page.querySelectorAll('script, link, iframe, [style]'), path).toEqual([]);
      expect(page.querySelectorAll('h1').length, path).toBe(1);
      expect(readFileSync(join(work, 'site', path), 'utf8')).toBe(text);
    }
    const current = parse(files.get('docs/limits.html') ?? '').querySelectorAll('nav [aria-current=page]');
    expect(current.map(({ text }) => text)).toEqual(['limits']);
    const action = parse(files.get('actions/build-vhd/index.html') ?? '').querySelectorAll('nav [aria-current=page]');
    expect(action.map((link) => link.getAttribute('href'))).toEqual(['index.html']);
  });
});

describe('a site', () => {
  const build = (pages: Readonly<Record<string, string>>) => {
    const root = mkdtempSync(join(work, 'repository-'));
    mkdirSync(join(root, 'docs'));
    writeFileSync(join(root, 'docs/README.md'), '# Pages\n\n## Learn\n\n- [A](a.md)\n');
    writeFileSync(join(root, 'docs/a.md'), '# A <b>\n');
    for (const [path, text] of Object.entries(pages)) writeFileSync(join(root, path), text);
    return buildSite(root, join(root, '.cache/site'));
  };

  it('makes a page of a file and a list of a folder that a page leads to', async () => {
    const files = await build({
      'README.md': '# Stillframe\n\n[all](docs/) [code](code.yml)\n',
      'code.yml': 'a: <b>\n',
    });
    expect([...files.keys()]).toEqual(
      ['README.md', 'docs/README.md', 'docs/a.md', 'code.yml'].map(
        (name) =>
          ({
            'README.md': 'index.html',
            'docs/README.md': 'docs/index.html',
            'docs/a.md': 'docs/a.html',
            'code.yml': 'code.yml.html',
          })[name],
      ),
    );
    expect(files.get('index.html')).toContain('<title>Stillframe</title>');
    expect(files.get('index.html')).toContain('<a href="docs/index.html">all</a>');
    expect(files.get('docs/a.html')).toContain('<title>A &lt;b&gt; · Stillframe</title>');
    expect(files.get('code.yml.html')).toContain('<code>a: &lt;b&gt;');
  });

  it.each([
    ['[x](docs/none.md)', 'README.md: docs/none.md leads nowhere'],
    ['[x](../out.md)', 'README.md: ../out.md leads out of the repository'],
    ['[x](docs/a.md#none)', 'index.html: docs/a.html#none'],
  ])('is not built of a page with %s', async (text, message) => {
    await expect(build({ 'README.md': `# R\n\n${text}\n` })).rejects.toThrow(message);
  });
});
