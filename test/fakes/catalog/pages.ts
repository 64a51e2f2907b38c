/** The catalog's pages as it writes them: ids, mixed quoting, paging, the dialog's script, error pages. See updates.md of the captures. */

import type { UpdatePackage } from '../../media/updates/update-package.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export const PAGE_SIZE = 25;

export interface SearchResult {
  readonly entries: readonly { readonly entry: CatalogEntry; readonly size: number }[];
  readonly total: number;
  readonly page: number;
  readonly query: string;
}

export function searchHtml(result: SearchResult): string {
  if (result.total === 0) {
    return frame(
      'Search',
      `<div id="tableContainer" class="resultsBackGround">
  <div id="ctl00_catalogBody_noResults"><span id="ctl00_catalogBody_noResultText">We did not find any results for "${escapeHtml(result.query)}"</span>
  <ul><li>Try different keywords</li></ul></div></div>`,
    );
  }
  const pages = Math.ceil(result.total / PAGE_SIZE);
  const first = result.page * PAGE_SIZE + 1;
  const last = first + result.entries.length - 1;
  const more = result.page + 1 < pages;
  return frame(
    'Search',
    `<div id="numberOfUpdates"><span id="ctl00_catalogBody_searchDuration">${first} - ${last} of ${result.total} (page ${result.page + 1} of ${pages})</span>
${result.total > 1000 ? '<span id="ctl00_catalogBody_moreResults">More than 1000 results</span>' : ''}
${more ? `<span id="ctl00_catalogBody_nextPageLink"><a id="ctl00_catalogBody_nextPageLinkText" data-commandName='next' href="#">Next</a></span>` : '<span id="ctl00_catalogBody_nextPage">Next</span>'}</div>
<div id="tableContainer" class="resultsBackGround">
<table class="resultsBorder resultsBackGround" cellspacing="0" rules="all" border="1" id="ctl00_catalogBody_updateMatches" style="border-width:0px;">
${headerRow()}
${result.entries.map(({ entry, size }, index) => row(entry, size, index)).join('\n')}
</table></div>`,
  );
}

function headerRow(): string {
  const cell = (index: number, command: string, label: string): string =>
    `<th id="header_C${index}" scope="col"><a id="ctl00_catalogBody_updateMatches_ctl02_${command}HeaderLink" data-commandName="${command}" onclick="return false;" href="javascript:__doPostBack('ctl00$catalogBody$updateMatches$ctl02$${command}HeaderLink','')">${label}</a></th>`;
  return `<tr id="headerRow" class="resultsHeader"><th id="header_C0" scope="col"></th>${cell(1, 'Title', 'Title')}${cell(2, 'Products', 'Products')}${cell(3, 'ClassificationComputed', 'Classification')}${cell(4, 'DateComputed', 'Last Updated')}${cell(5, 'DriverVerVersion', 'Version')}${cell(6, 'SizeInBytes', 'Size')}<th id="header_C7" scope="col">Download</th></tr>`;
}

function row(entry: CatalogEntry, size: number, index: number): string {
  const id = entry.updateId;
  const [year = '', month = '', day = ''] = entry.date.split('-');
  return `<tr id="${id}_R${index}" style="border-width:0px;">
<td class="resultsIconWidth" id="${id}_C0_R${index}"> </td>
<td class="resultsbottomBorder" id="${id}_C1_R${index}"><a id='${id}_link' href="javascript:void(0);" onclick='goToDetails("${id}");' class="contentTextItemSpacerNoBreakLink">
                            ${escapeHtml(entry.title)}
                        </a></td>
<td class="resultsbottomBorder" id="${id}_C2_R${index}">
                            ${escapeHtml(entry.products.join(', '))}
                        </td>
<td class="resultsbottomBorder" id='${id}_C3_R${index}'> ${escapeHtml(entry.classification)} </td>
<td class="resultsbottomBorder" id='${id}_C4_R${index}'> ${Number(month)}/${Number(day)}/${year} </td>
<td class="resultsbottomBorder" id="${id}_C5_R${index}"> n/a </td>
<td class="resultsbottomBorder" id="${id}_C6_R${index}"><span id="${id}_size"> ${(size / 2 ** 20).toFixed(1)} MB </span> <span class="noDisplay" id="${id}_originalSize">${size}</span></td>
<td class="resultsbottomBorder" id="${id}_C7_R${index}"><input id="${id}" class="flatBlueButtonDownload" type="button" value='Download' /></td>
</tr>`;
}

export interface DialogEntry {
  readonly entry: CatalogEntry;
  readonly files: readonly { readonly file: UpdatePackage; readonly url: string; readonly withSha256: boolean }[];
}

export function dialogHtml(updates: readonly DialogEntry[]): string {
  const lines = updates.flatMap(({ entry, files }, update) => [
    `downloadInformation[${update}] = new Object();`,
    `downloadInformation[${update}].updateID ='${entry.updateId}';`,
    `downloadInformation[${update}].isHotFix =false;`,
    `downloadInformation[${update}].enTitle ='${entry.title.replaceAll("'", '')}';`,
    `downloadInformation[${update}].sizeLanguage ='';`,
    `downloadInformation[${update}].files = new Array();`,
    ...files.flatMap(({ file, url, withSha256 }, index) => {
      const field = `downloadInformation[${update}].files[${index}]`;
      return [
        `${field} = new Object();`,
        `${field}.url = '${url}';`,
        `${field}.digest = '${Buffer.from(file.sha1, 'hex').toString('base64')}';`,
        `${field}.sha256 = '${withSha256 ? Buffer.from(file.sha256, 'hex').toString('base64') : ''}';`,
        `${field}.architectures = 'AMD64';`,
        `${field}.languages = 'all';`,
        `${field}.longLanguages = 'all';`,
        `${field}.fileName = '${file.name}';`,
        `${field}.defaultFileNameLength = 141;`,
      ];
    }),
    `downloadInformation[${update}].allFilesExist = false;`,
  ]);
  return `<!DOCTYPE html><html><head><title>Download</title></head><body id="downloadBody"><form name="form1" method="post" action="DownloadDialog.aspx">
<script type="text/javascript">
var downloadInformation = new Array();
${lines.join('\n')}
var minFilePathLength =137;
var eulaInfo = new Array();
</script></form></body></html>`;
}

export function detailsHtml(
  entry: CatalogEntry,
  byId: (id: string) => CatalogEntry | undefined,
  supersedes: readonly CatalogEntry[],
): string {
  const replaced = entry.supersededBy.map(
    (id) => `<div><a href='ScopedViewInline.aspx?updateid=${id}'>${escapeHtml(byId(id)?.title ?? '')}</a></div>`,
  );
  const span = (id: string, value: string): string => `<span id="ScopedViewHandler_${id}">${escapeHtml(value)}</span>`;
  return frame(
    'Update Details',
    `${span('titleText', entry.title)} ${span('date', entry.date)} ${span('size', '')}
${span('desc', 'Install this update to resolve issues in Windows.')} ${span('UpdateID', entry.updateId)}
<div id="archDiv"><span>Architecture:</span> AMD64</div><div id="productsDiv"><span>Supported products:</span> ${escapeHtml(entry.products.join(', '))}</div>
<div id="kbDiv"><span>KB article numbers:</span> ${entry.kb.slice(2)}</div>
<div id="supersededbyInfo">${replaced.join('') || 'n/a'}</div>
<div id="supersedesInfo">${supersedes.map((other) => `<div>${escapeHtml(other.title)}</div>`).join('') || 'n/a'}</div>`,
  );
}

/** The frame of a results page without an answer in it. */
export function shellHtml(): string {
  return frame('Search', '<div id="tableContainer" class="resultsBackGround"></div>');
}

export function errorHtml(number: string): string {
  return frame(
    'Error',
    `<div id="errorPageDisplayedError">The website has encountered a problem. [Error number: ${number}]</div>`,
    'mainBody error',
  );
}

export function thanksHtml(): string {
  return frame('Thank You', '<div id="thanksBody">Thank you for visiting the catalog.</div>');
}

function frame(title: string, body: string, bodyClass = 'mainBody'): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Microsoft Update Catalog - ${title}</title></head>
<body class="${bodyClass}"><form method="post" action="./${title}.aspx" id="aspnetForm">
<input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="BBBC20B8" />
<input name="ctl00$searchTextBox" type="text" maxlength="100" id="searchTextBox" />
${body}
</form></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
