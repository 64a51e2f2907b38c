import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { buildSite } from '../../../scripts/site/build-site.ts';
import { type Browser, judgeByAxe, listen, SCHEMES, startBrowser, WIDTHS, widthsOf } from '../../judges/browser.ts';

/** The site of the pages in a real browser. Leaves it in .cache/site, and pictures of one page in .cache/pages. */

const OUTPUT = join(ROOT, '.cache/site');
let browser: Browser;
let pages: readonly string[] = [];
beforeAll(async () => {
  pages = [...(await buildSite(ROOT, OUTPUT)).keys()].filter((path) => path.endsWith('.html'));
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const CASES = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [width, scheme] as const));

describe.each(CASES)('the site at %i px, %s', (width, scheme) => {
  it('asks nobody for anything, does not scroll sideways, and passes axe on every page', async () => {
    expect(pages.length).toBeGreaterThan(60);
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    const { asked, said } = listen(page);
    const found: string[] = [];
    for (const path of pages) {
      await page.goto(pathToFileURL(join(OUTPUT, path)).href);
      const [content, window] = await widthsOf(page);
      if (content > window) found.push(`${path} is ${content} pixels wide`);
      const { violations } = await judgeByAxe(page);
      found.push(...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`));
    }
    expect(found).toEqual([]);
    await page.goto(pathToFileURL(join(OUTPUT, 'docs/releases.html')).href);
    await page.screenshot({ path: join(ROOT, `.cache/pages/site-${width}-${scheme}.png`) });
    await page.close();
    // Pictures of its own are all that it takes.
    expect(asked.filter((url) => !url.startsWith(pathToFileURL(`${OUTPUT}/`).href))).toEqual([]);
    expect(said).toEqual([]);
  }, 900_000);
});
