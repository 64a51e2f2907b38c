import { expect, it } from 'vitest';
import { csvTable } from '../../../src/report/csv.ts';

it('ends lines with CR LF and quotes what needs it, as RFC 4180 says', () => {
  expect(
    csvTable(
      ['a', 'b'],
      [
        ['x', 1],
        ['y, z', -2],
      ],
    ),
  ).toBe('a,b\r\nx,1\r\n"y, z",-2\r\n');
  expect(csvTable(['h'], [['say "no"'], ['two\nlines'], ['cr\rhere'], ['']])).toBe(
    'h\r\n"say ""no"""\r\n"two\nlines"\r\n"cr\rhere"\r\n\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('lets no spreadsheet run %j', (text) => {
  const field = csvTable(['h'], [[text]]).slice('h\r\n'.length, -2);
  expect(field).toBe(text.startsWith('\r') ? `"'${text}"` : `'${text}`);
});

it('leaves alone what only holds such a sign', () => {
  expect(csvTable(['h'], [['a=b'], ['a-b']])).toBe('h\r\na=b\r\na-b\r\n');
});
