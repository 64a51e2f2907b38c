import { describe, expect, it } from 'vitest';
import { renderBar, renderDot } from '../../../src/report/bar.ts';
import { Html, html } from '../../../src/report/html.ts';

describe('html', () => {
  it('escapes text, in content and in attributes', () => {
    const evil = `<b>&"'`;
    expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
      '<p title="&lt;b&gt;&amp;&quot;&apos;">&lt;b&gt;&amp;&quot;&apos;</p>',
    );
  });

  it('takes markup of its own, lists of it, numbers, and nothing', () => {
    const rows = [1, 2].map((number) => html`<li>${number}</li>`);
    expect(html`<ul>${rows}</ul>${undefined}${false}${0}${new Html('<br>')}`.text).toBe(
      '<ul><li>1</li><li>2</li></ul>0<br>',
    );
  });
});

describe('renderBar', () => {
  const widths = (text: string) =>
    [...text.matchAll(/x="([\d.]+)" y="0" width="([\d.]+)" height="10" class="(\w+)"/g)].map(([, ...groups]) => groups);

  it('is a picture with a name, whose pieces stand side by side', () => {
    const { text } = renderBar(
      [
        { size: 1, fill: 'f1' },
        { size: 2, fill: 'f2' },
      ],
      { label: 'a & b', total: 4, className: 'scale' },
    );
    expect(text).toContain(
      '<svg class="scale" role="img" aria-label="a &amp; b" viewBox="0 0 1000 10" preserveAspectRatio="none">',
    );
    expect(widths(text)).toEqual([
      ['0.00', '250.00', 'f1'],
      ['250.00', '500.00', 'f2'],
    ]);
  });

  it('lets the smallest be seen, and is never wider than its frame', () => {
    const pieces = [1, 1, 998].map((size) => ({ size, fill: 'f1' }));
    const { text } = renderBar(pieces, { label: 'x', total: 1000, least: 8 });
    const drawn = widths(text).map(([x, width]) => [Number(x), Number(width)] as const);
    expect(drawn[0]?.[1]).toBeCloseTo((8 / 1014) * 1000, 1);
    const [last = [0, 0] as const] = drawn.slice(-1);
    expect(last[0] + last[1]).toBeCloseTo(1000, 1);
  });

  it('draws nothing of nothing', () => {
    expect(widths(renderBar([{ size: 0, fill: 'f1' }], { label: 'x', total: 0, least: 8 }).text)).toEqual([
      ['0.00', '0.00', 'f1'],
    ]);
  });
});

it('a dot is of a colour and hidden from readers', () => {
  expect(renderDot('f3').text).toBe(
    '<svg class="dot" aria-hidden="true" viewBox="0 0 10 10"><rect width="10" height="10" class="f3"/></svg>',
  );
});
