import { describe, expect, test } from 'vitest';
import { readReleaseInfo } from '../../../src/updates/release-info.ts';

describe('tables of the release information', () => {
  const HEAD =
    '<tr><th>Servicing option</th><th>Update type</th><th>Availability date</th><th>Build</th><th>KB article</th></tr>';
  const line = (type: string, date: string, build: string, kb: string): string =>
    `<tr><td>LTSC</td><td>${type}</td><td>${date}</td><td>${build}</td><td>${kb}</td></tr>`;
  const GOOD = line('2026-11 B', '2026-11-10', '17763.8027', 'KB5098818');
  const label = (build: number): string => `<strong>Windows Server 2019 (OS build ${build})</strong>`;
  const table = (...rows: string[]): string => `<table>${rows.join('')}</table>`;
  const ENTRY = {
    product: 'windows-server-2019',
    month: '2026-11',
    letter: 'B',
    date: '2026-11-10',
    build: { number: 17763, ubr: 8027 },
    kb: 'KB5098818',
  };

  test('the first table behind a label is read, rows without an article are not', () => {
    const first = line('RTM', '2018-10-02', '17763.1', '');
    expect(
      readReleaseInfo(label(17763) + table(HEAD, first, GOOD) + table(HEAD, GOOD.replace('KB5098818', 'KB5000001'))),
    ).toEqual([ENTRY]);
    const columns =
      '<tr><td> KB  article</td><td>BUILD</td><td>Availability date</td><td>Update type</td><td>Servicing option</td></tr>';
    const turned = '<tr><td>KB5098818</td><td>17763.8027</td><td>2026-11-10</td><td>2026-11 B</td><td>LTSC</td></tr>';
    expect(readReleaseInfo(label(17763) + table(columns, turned))).toEqual([ENTRY]);
  });

  // As the page had KB5091572 of 2026-04 in May 2026.
  test('a row that is there twice is one', () => {
    expect(readReleaseInfo(label(17763) + table(HEAD, GOOD, GOOD))).toEqual([ENTRY]);
    const again = line('2026-11 B', '2026-11-12', '17763.8027', 'KB5098818');
    const built = line('2026-11 B', '2026-11-10', '17763.8028', 'KB5098818');
    expect(readReleaseInfo(label(17763) + table(HEAD, again, built, GOOD))).toHaveLength(3);
  });

  test.each([
    ['without a label', table(HEAD, GOOD)],
    ['behind one of another Windows', label(19045) + table(HEAD, GOOD)],
    ['behind a label of a client', label(17763).replace('Server', '') + table(HEAD, GOOD)],
    ['with a column more', label(17763) + table(HEAD.replace('</tr>', '<th>x</th></tr>'), GOOD)],
    ['with another column', label(17763) + table(HEAD.replace('Build', 'Version'), GOOD)],
    ['without a row', label(17763) + table()],
  ])('a table %s is none', (_, html) => {
    expect(() => readReleaseInfo(html)).toThrow(
      'The release information page has changed: it lacks a table with the columns servicing option, update type,',
    );
  });

  test.each([
    [GOOD.replace('<td>KB5098818</td>', ''), 'the cell "kb article" in a row of windows-server-2019'],
    [GOOD.replace('2026-11 B', 'x2026-11 B'), 'an update type such as "2026-11 B" for KB5098818'],
    [GOOD.replace('2026-11 B', '2026-11 BBBB'), 'an update type such as'],
    [GOOD.replace('2026-11-10', '2026-11-32'), 'a date of the form year-month-day for KB5098818'],
    [GOOD.replace('2026-11-10', '2026-11-101'), 'a date of the form'],
    [GOOD.replace('17763.8027', '8027'), 'a build such as 17763.8027 for KB5098818'],
  ])('a row %s lacks %s', (row, missing) => {
    expect(() => readReleaseInfo(label(17763) + table(HEAD, row))).toThrow(missing);
  });
});

// Windows Server 23H2 came into the table of 2022 (WindowsOSBuild issue 33): its build is the higher one, so that it was the newest of 2022.
test('leaves out a row of another Windows than that of its table', () => {
  const row = (build: string, kb: string): string =>
    `<tr><td>LTSC</td><td>2026-11 B</td><td>2026-11-10</td><td>${build}</td><td><a>${kb}</a></td></tr>`;
  const head =
    '<tr><th>Servicing option</th><th>Update type</th><th>Availability date</th><th>Build</th><th>KB article</th></tr>';
  const page = (rows: string): string =>
    `<strong>Windows Server 2022 (OS build 20348)</strong><table>${head}${rows}</table>`;
  const entries = readReleaseInfo(page(row('25398.2330', 'KB5098830') + row('20348.5386', 'KB5098825')));
  expect(entries.map(({ product, kb }) => [product, kb])).toEqual([['windows-server-2022', 'KB5098825']]);
  expect(() => readReleaseInfo(page(row('25398.2330', 'KB5098830')))).toThrow('has changed');
});
