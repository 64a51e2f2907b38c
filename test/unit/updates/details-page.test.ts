import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { readDetailsPage } from '../../../src/updates/details-page.ts';

const HERE = new URL('https://www.catalog.update.microsoft.com/ScopedViewInline.aspx');
const GUID = '0b5cf3a1-6d0e-4a41-9d50-aa1b4a6d1c55';

describe('the parts of the details page', () => {
  const part = (id: string, text: string): string => `<span id="ScopedViewHandler_${id}">${text}</span>`;
  const WHOLE = [
    part('titleText', ' A\n title '),
    part('UpdateID', GUID.toUpperCase()),
    part('desc', 'D'),
    `<div id="supersededbyInfo"><a href="x.aspx?a=1&UpdateID=${GUID.toUpperCase()}"> Newer\n one </a><a>x</a><a href="x.aspx?updateid=1">y</a></div>`,
  ];

  test('are cleaned; links without an id are none', () => {
    expect(readDetailsPage(parse(WHOLE.join('')), HERE)).toEqual({
      kind: 'details',
      details: {
        title: 'A title',
        updateId: GUID,
        description: 'D',
        supersededBy: [{ updateId: GUID, title: 'Newer one' }],
      },
    });
  });

  test.each([
    [0, '#ScopedViewHandler_titleText'],
    [1, '#ScopedViewHandler_UpdateID'],
    [2, '#ScopedViewHandler_desc'],
    [3, '#supersededbyInfo'],
  ])('part %s is missed as %s', (index, id) => {
    const html = WHOLE.filter((_, at) => at !== index).join('');
    expect(() => readDetailsPage(parse(html), HERE)).toThrow(`The catalog's details page has changed: it lacks ${id}`);
  });
});
