import { expect, it } from 'vitest';
import { codeBlock, renderMarkdown } from '../../../../scripts/site/render-markdown.ts';

const render = (text: string) => renderMarkdown(text, (href) => `<${href}>`);

it("has GitHub's anchors, and the first heading as its title", () => {
  expect(render('# `a` *b*\n\n## C\n\n## C\n')).toEqual({
    title: 'a b',
    body: '<h1 id="a-b"><code>a</code> <em>b</em></h1>\n<h2 id="c">C</h2>\n<h2 id="c-1">C</h2>\n',
  });
});

it('asks where links and pictures lead, and escapes what it is told', () => {
  expect(render('[**x** y](a.md#b) ![a "b"](c.png)').body).toBe(
    '<p><a href="&lt;a.md#b&gt;"><strong>x</strong> y</a> <img src="&lt;c.png&gt;" alt="a &quot;b&quot;"></p>\n',
  );
});

it('puts tables and code into boxes that a keyboard scrolls', () => {
  expect(render('| a | b |\n| --- | --- |\n| `1` | [x](y) |\n').body).toMatch(
    /^<div class="wide" tabindex="0"><table>[\s\S]*<td><code>1<\/code><\/td>\n<td><a href="&lt;y&gt;">x<\/a><\/td>[\s\S]*<\/table>\n<\/div>\n$/,
  );
  expect(render('|  | b |\n| --- | ---: |\n| 1 | 2 |\n').body).toContain(
    '<tr>\n<td></td>\n<th align="right">b</th>\n</tr>',
  );
  expect(render('```yaml\na: <b> {{ c }}\n```\n').body).toBe(codeBlock('a: <b> {{ c }}'));
  expect(codeBlock('<b>')).toBe('<pre tabindex="0"><code>&lt;b&gt;</code></pre>\n');
});
