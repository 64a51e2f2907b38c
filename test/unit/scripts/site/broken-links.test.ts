import { expect, it } from 'vitest';
import { brokenLinks } from '../../../../scripts/site/broken-links.ts';

const SITE = new Map([
  [
    'index.html',
    '<h1 id="top">x</h1><a href="docs/a.html#here">a</a><a href="https://example.org/none">e</a><a href="#top">t</a>',
  ],
  ['docs/a.html', '<h2 id="here">y</h2><a href="../index.html">i</a><img src="p.png"><a href="p.png">p</a>'],
  ['docs/p.png', ''],
]);

it('finds nothing where all leads somewhere', () => {
  expect(brokenLinks(SITE)).toEqual([]);
});

it.each([
  ['a page that is not there', '<a href="b.html">b</a>', 'b.html'],
  ['an anchor that is not there', '<a href="../index.html#hre">b</a>', '../index.html#hre'],
  ['an anchor of its own that is not there', '<a href="#top">b</a>', '#top'],
  ['a picture that is not there', '<img src="q.png">', 'q.png'],
  ['an address that is not secured', '<a href="http://example.org">b</a>', 'http://example.org'],
  ['no address', '<a>b</a>', undefined],
])('finds %s', (_what, text, address) => {
  const found = brokenLinks(new Map([...SITE, ['docs/a.html', `<h2 id="here">y</h2>${text}`]]));
  expect(found).toEqual(address === undefined ? [] : [`docs/a.html: ${address}`]);
});
