import { expect, it } from 'vitest';
import { escapeMarkdown, markdownTable } from '../../../src/report/markdown-table.ts';

it('is a head, a rule and a line for each row', () => {
  expect(
    markdownTable(
      ['', 'Size'],
      [
        ['a|b', '1'],
        ['<Recovery>', '2'],
      ],
    ),
  ).toBe('|  | Size |\n| --- | --- |\n| a\\|b | 1 |\n| &lt;Recovery> | 2 |');
  expect(markdownTable(['A'], [])).toBe('| A |\n| --- |');
});

it.each([
  ['&amp; <b>', '&amp;amp; &lt;b>'],
  ['a\\b `c` *d* _e_ [f] g|h', 'a\\\\b \\`c\\` \\*d\\* \\_e\\_ \\[f\\] g\\|h'],
  ['one\ntwo\r\nthree', 'one<br>two<br>three'],
  ['plain (text) #1', 'plain (text) #1'],
])('shows %j as itself', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
