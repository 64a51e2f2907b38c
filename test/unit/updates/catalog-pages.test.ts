import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { readDetailsPage } from '../../../src/updates/details-page.ts';
import { readDownloadDialog } from '../../../src/updates/download-dialog.ts';
import { readReleaseInfo } from '../../../src/updates/release-info.ts';
import { readSearchPage } from '../../../src/updates/search-page.ts';
import { createCatalogData } from '../../fakes/catalog/catalog-data.ts';
import { detailsHtml, dialogHtml, errorHtml, searchHtml, shellHtml, thanksHtml } from '../../fakes/catalog/pages.ts';
import { releaseInfoHtml } from '../../fakes/catalog/release-info-page.ts';

const HERE = new URL('https://www.catalog.update.microsoft.com/Search.aspx?q=x');
const at = (page: string): URL => new URL(page, HERE);
const GUID = '0b5cf3a1-6d0e-4a41-9d50-aa1b4a6d1c55';

/** Written by hand to the captured structure of 2026, not by the double: mixed quoting, stray white space, an entity. */
const GOLDEN_SEARCH = `<div id="numberOfUpdates"><span id="ctl00_catalogBody_searchDuration">1 - 1 of 1 (page 1 of 1)</span>
<span id="ctl00_catalogBody_nextPage">Next</span></div>
<div id="tableContainer" class="resultsBackGround"><table class="resultsBorder" cellspacing="0" id="ctl00_catalogBody_updateMatches">
<tr id="headerRow"><th id="header_C0"></th><th id="header_C1">Title</th></tr>
<tr id="${GUID}_R0" style="border-width:0px;">
 <td class="resultsIconWidth" id="${GUID}_C0_R0"></td>
 <td id="${GUID}_C1_R0"><a id='${GUID}_link' href="javascript:void(0);" onclick='goToDetails("${GUID}");'>
     2026-05 Cumulative Update for Windows Server 2019 for x64-based Systems (KB5087538)
   </a></td>
 <td id="${GUID}_C2_R0"> Windows Server 2019, R&amp;D </td>
 <td id="${GUID}_C3_R0">Security Updates</td>
 <td id="${GUID}_C4_R0"> 5/12/2026 </td>
 <td id="${GUID}_C5_R0">n/a</td>
 <td id="${GUID}_C6_R0"><span id="${GUID}_size">735.1 MB</span><span class="noDisplay" id="${GUID}_originalSize">770807808</span></td>
 <td id="${GUID}_C7_R0"><input id="${GUID}" class="flatBlueButtonDownload" type="button" value='Download' /></td>
</tr></table></div>`;

/** Field spacing as captured: irregular, single quotes, empty sha256, the target before its checkpoint. */
const GOLDEN_DIALOG = `<script type="text/javascript">
var downloadInformation = new Array();
downloadInformation[0] = new Object();
downloadInformation[0].updateID ='${GUID.toUpperCase()}';
downloadInformation[0].isHotFix =false;
downloadInformation[0].enTitle ='2026-05 Cumulative Update';
downloadInformation[0].files = new Array();
downloadInformation[0].files[0] = new Object();
downloadInformation[0].files[0].url = 'https://catalog.sf.dl.delivery.mp.microsoft.com/filestreamingservice/files/1/public/windows11.0-kb5087539-x64_da39a3ee5e6b4b0d3255bfef95601890afd80709.msu';
downloadInformation[0].files[0].digest = '2jmj7l5rSw0yVb/vlWAYkK/YBwk=';
downloadInformation[0].files[0].sha256 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
downloadInformation[0].files[0].architectures = 'AMD64';
downloadInformation[0].files[0].fileName = 'windows11.0-kb5087539-x64_da39a3ee5e6b4b0d3255bfef95601890afd80709.msu';
downloadInformation[0].files[1] = new Object();
downloadInformation[0].files[1].url = 'https://catalog.s.download.windowsupdate.com/c/windows11.0-kb5043080-x64_953449672073f8fb99badb4cc6d5d7849b9c83e8.msu';
downloadInformation[0].files[1].digest = '';
downloadInformation[0].files[1].sha256 = '';
downloadInformation[0].allFilesExist = false;
var minFilePathLength =137;
</script>`;

describe('the search page', () => {
  test('gives its rows', () => {
    expect(readSearchPage(GOLDEN_SEARCH, HERE)).toEqual({
      kind: 'results',
      hasNext: false,
      tooMany: false,
      rows: [
        {
          updateId: GUID,
          title: '2026-05 Cumulative Update for Windows Server 2019 for x64-based Systems (KB5087538)',
          products: ['Windows Server 2019', 'R&D'],
          classification: 'Security Updates',
          date: '2026-05-12',
          size: 770807808,
        },
      ],
    });
  });

  test('of the double reads back, page by page', () => {
    const data = createCatalogData();
    const all = data.search('Windows Server 2019');
    const entries = all.slice(0, 25).map((entry) => ({ entry, size: 5 }));
    const page = readSearchPage(searchHtml({ entries, total: all.length, page: 0, query: 'x' }), HERE);
    expect(page).toMatchObject({ kind: 'results', hasNext: true });
    expect(page.kind === 'results' && page.rows.map((row) => [row.updateId, row.date, row.products])).toEqual(
      all.slice(0, 25).map((entry) => [entry.updateId, entry.date, entry.products]),
    );
  });

  test.each([
    ['no-results', searchHtml({ entries: [], total: 0, page: 0, query: '<b>' }), HERE],
    ['shell', shellHtml(), HERE],
    ['error', errorHtml('8DDD0010'), HERE],
    ['expired', thanksHtml(), at('/Thanks.aspx?id=190')],
  ] as const)('of kind %s is told apart', (kind, html, url) => {
    expect(readSearchPage(html, url).kind).toBe(kind);
  });

  test('takes the error number from the page or from the address', () => {
    expect(readSearchPage(errorHtml('8DDD0024'), HERE)).toEqual({ kind: 'error', number: '8DDD0024' });
    expect(readSearchPage('<p>oops</p>', at('/Error.aspx?id=-1914896368'))).toEqual({
      kind: 'error',
      number: '8DDD0010',
    });
  });

  test.each([
    ['the frame', '<html><body>Welcome to the new catalog</body></html>', '#tableContainer'],
    ['row ids', GOLDEN_SEARCH.replace(`id="${GUID}_R0"`, 'id="row0"'), 'rows with an id'],
    ['the title link', GOLDEN_SEARCH.replace(`id='${GUID}_link'`, "id='title'"), 'the title link'],
    ['the products cell', GOLDEN_SEARCH.replace('_C2_R0', '_products_R0'), 'the products cell'],
    ['the date', GOLDEN_SEARCH.replace('5/12/2026', '12.05.2026'), 'a date of the form month/day/year'],
    ['a month that is none', GOLDEN_SEARCH.replace('5/12/2026', '13/12/2026'), 'a date of the form month/day/year'],
    ['the size', GOLDEN_SEARCH.replace('>770807808<', '><'), 'the size in bytes'],
  ])('that has changed in %s is an error that says so', (_, html, missing) => {
    expect(() => readSearchPage(html, HERE)).toThrow(
      expect.objectContaining({ code: 'catalog-changed', message: expect.stringContaining(missing) }),
    );
  });
});

describe('the download dialog', () => {
  test('gives files with their hashes, from the digest or else from the name', () => {
    const page = readDownloadDialog(GOLDEN_DIALOG, HERE);
    expect(page.kind === 'files' && page.files.get(GUID)).toEqual([
      {
        name: 'windows11.0-kb5087539-x64_da39a3ee5e6b4b0d3255bfef95601890afd80709.msu',
        url: 'https://catalog.sf.dl.delivery.mp.microsoft.com/filestreamingservice/files/1/public/windows11.0-kb5087539-x64_da39a3ee5e6b4b0d3255bfef95601890afd80709.msu',
        sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      },
      {
        name: 'windows11.0-kb5043080-x64_953449672073f8fb99badb4cc6d5d7849b9c83e8.msu',
        url: 'https://catalog.s.download.windowsupdate.com/c/windows11.0-kb5043080-x64_953449672073f8fb99badb4cc6d5d7849b9c83e8.msu',
        sha1: '953449672073f8fb99badb4cc6d5d7849b9c83e8',
      },
    ]);
  });

  test('without a file is told from one that has changed', () => {
    expect(readDownloadDialog(dialogHtml([]), HERE)).toEqual({ kind: 'empty' });
    expect(() => readDownloadDialog('<html></html>', HERE)).toThrow(
      expect.objectContaining({ code: 'catalog-changed' }),
    );
  });

  test.each([
    ['a name that leaves the folder', "fileName = '../../etc/cron.d/x'", 'a plain file name'],
    ['a name with a backslash', "fileName = 'a\\\\b.msu'", 'a plain file name'],
    ['a hash of another length', "digest = 'AAAA'", 'a base64 hash of 20 bytes'],
    ['an address that is none', "url = 'soon'", 'a web address'],
  ])('with %s is refused', (_, field, missing) => {
    const [name = ''] = field.split(' ');
    const html = GOLDEN_DIALOG.replace(new RegExp(`files\\[0\\]\\.${name} = '[^']*'`), `files[0].${field}`);
    expect(() => readDownloadDialog(html, HERE)).toThrow(
      expect.objectContaining({ code: 'catalog-changed', message: expect.stringContaining(missing) }),
    );
  });
});

describe('the details page', () => {
  test('links what supersedes an update', () => {
    const data = createCatalogData();
    const [entry] = data.search('KB5003711');
    if (!entry) throw new Error('missing');
    const page = readDetailsPage(parse(detailsHtml(entry, data.byId, [])), HERE);
    expect(page).toMatchObject({ kind: 'details', details: { updateId: entry.updateId, title: entry.title } });
    expect(page.kind === 'details' && page.details.supersededBy.map((other) => other.title)).toEqual([
      '2021-08 Servicing Stack Update for Windows Server 2019 for x64-based Systems (KB5005112)',
    ]);
  });
});

describe('the release information', () => {
  test('gives build, KB, date and letter per product, and nothing of the hotpatch calendars', () => {
    const entries = readReleaseInfo(releaseInfoHtml());
    expect(
      entries
        .filter((entry) => entry.month === '2026-11')
        .map((entry) => `${entry.kb} ${entry.letter} ${entry.build.number}.${entry.build.ubr}`)
        .sort((a, b) => (a < b ? -1 : 1)),
    ).toEqual([
      'KB5098817 B 14393.7967',
      'KB5098818 B 17763.9619',
      'KB5098819 B 26100.33802',
      'KB5098825 B 20348.5417',
      'KB5099102 C 17763.9650',
      'KB5099330 OOB 20348.5431',
    ]);
  });

  test.each([
    [
      'another header',
      releaseInfoHtml().replaceAll('<th>Update type</th>', '<th>Kind</th>'),
      'a table with the columns',
    ],
    [
      'another date',
      releaseInfoHtml().replace(
        '2026-11-10</td><td>26100.33802</td><td><a',
        '10 Nov 2026</td><td>26100.33802</td><td><a',
      ),
      'a date of the form',
    ],
    ['another build', releaseInfoHtml().replace('26100.33802</td><td><a', '33802</td><td><a'), 'a build such as'],
    ['nothing of it', '<html>Request unsuccessful</html>', 'a table with the columns'],
  ])('with %s is an error, never an empty list', (_, html, missing) => {
    expect(() => readReleaseInfo(html)).toThrow(
      expect.objectContaining({ code: 'catalog-changed', message: expect.stringContaining(missing) }),
    );
  });
});

describe('any page', () => {
  const fragments = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...GOLDEN_SEARCH.split(/(?<=>)/),
        ...GOLDEN_DIALOG.split('\n'),
        '<table',
        '</tr>',
        "'",
        '"',
        '<!--',
        '<script>',
        '\0',
      ),
      fc.string({ maxLength: 30 }),
    ),
    { maxLength: 60 },
  );

  test('ends in a result or a UserError', () => {
    fc.assert(
      fc.property(fragments, (parts) => {
        const html = parts.join('');
        for (const read of [
          () => readSearchPage(html, HERE),
          () => readDownloadDialog(`downloadInformation${html}`, HERE),
          () => readReleaseInfo(html),
          () => readDetailsPage(parse(html), HERE),
        ]) {
          try {
            read();
          } catch (error) {
            expect(error).toMatchObject({ name: 'UserError', code: 'catalog-changed' });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of a hostile size takes bounded time', () => {
    const started = performance.now();
    const spaces = `downloadInformation[0].files[0].url ${' '.repeat(200_000)}`;
    expect(readDownloadDialog(spaces, HERE).kind).toBe('empty');
    expect(readDownloadDialog('downloadInformation[0].'.repeat(20_000), HERE).kind).toBe('empty');
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('the marks of a page', () => {
  test('a next page, and more than the catalog counts', () => {
    const more = '<a id="ctl00_catalogBody_nextPageLinkText"></a><b id="ctl00_catalogBody_moreResults"></b>';
    expect(readSearchPage(more + GOLDEN_SEARCH, HERE)).toMatchObject({ hasNext: true, tooMany: true });
  });

  test.each([
    ['/ERROR.ASPX?id=-1914896368', '8DDD0010'],
    ['/Error.aspx?id=16', '00000010'],
    ['/Error.aspx?id=0', 'unknown'],
    ['/Error.aspx', 'unknown'],
    ['/Error.aspx?id=1.5', 'unknown'],
  ])('the error number of %s is %s', (page, number) => {
    expect(readSearchPage('', at(page))).toEqual({ kind: 'error', number });
  });

  test('an error page is told by its address or by its mark, and Thanks.aspx by its address alone', () => {
    expect(readSearchPage('<b id="errorPageDisplayedError">no number</b>', HERE)).toEqual({
      kind: 'error',
      number: 'unknown',
    });
    expect(readSearchPage('<div id="tableContainer"></div>', at('/error.aspx/x')).kind).toBe('shell');
    expect(readSearchPage('<div id="tableContainer"></div>', at('/thanks.aspx/x')).kind).toBe('shell');
    expect(readSearchPage('', at('/THANKS.aspx')).kind).toBe('expired');
  });

  test.each([
    ['>770807808<', '> 12 <', { size: 12 }],
    ['>770807808<', '>0<', { size: 0 }],
    ['5/12/2026', '12/1/2026', { date: '2026-12-01' }],
    [' Windows Server 2019, R&amp;D ', ' a ,, b ,', { products: ['a', 'b'] }],
    ['Security Updates', ' Security\n  Updates ', { classification: 'Security Updates' }],
  ])('%s as %j', (old, now, expected) => {
    const page = readSearchPage(GOLDEN_SEARCH.replace(old, now), HERE);
    expect(page.kind === 'results' && page.rows[0]).toMatchObject(expected);
  });

  test.each([
    ['>770807808<', '>-1<', /the size in bytes/],
    ['>770807808<', '>1.5<', /the size in bytes/],
    ['>770807808<', '>many<', /the size in bytes/],
    ['_originalSize', '_bytes', /the size in bytes \(id .*_originalSize\)$/],
    ['5/12/2026', '5/32/2026', /\(found "5\/32\/2026"\)$/],
    ['5/12/2026', 'x5/12/2026', /month\/day\/year/],
    ['5/12/2026', '5/12/20261', /month\/day\/year/],
    ['_C3_R0', '_C3_Rx', /the classification cell \(id …_C3_R<n>\)/],
    ['_C4_R0', '_D4_R0', /the last updated cell/],
  ])('%s as %s is a page that has changed', (old, now, words) => {
    expect(() => readSearchPage(GOLDEN_SEARCH.replace(old, now), HERE)).toThrow(words);
  });
});
