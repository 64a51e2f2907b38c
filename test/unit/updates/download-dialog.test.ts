import { describe, expect, test } from 'vitest';
import { readDownloadDialog } from '../../../src/updates/download-dialog.ts';
import { errorHtml } from '../../fakes/catalog/pages.ts';

const HERE = new URL('https://www.catalog.update.microsoft.com/DownloadDialog.aspx');
const at = (page: string): URL => new URL(page, HERE);

describe('the fields of the dialog', () => {
  const dialog = (...lines: string[]): string => lines.map((line) => `downloadInformation[0].${line};`).join('\n');
  const read = (...lines: string[]): unknown => {
    const page = readDownloadDialog(dialog("updateID = 'ABC'", ...lines), HERE);
    return page.kind === 'files' ? page.files.get('abc') : page;
  };

  test('names and hashes', () => {
    expect(read("files[0].url = 'https://x/y/a%2Bb.msu?z=1'", "files[0].fileName = ''")).toEqual([
      { name: 'a+b.msu', url: 'https://x/y/a%2Bb.msu?z=1' },
    ]);
    const named = `A_${'AB'.repeat(20)}.msu`;
    expect(read("files[0].url = 'https://x/y.msu'", `files[0].fileName = '${named}'`)).toEqual([
      { name: named, url: 'https://x/y.msu', sha1: 'ab'.repeat(20) },
    ]);
  });

  test.each([
    [["files[0].fileName = 'a.msu'"], 'downloadInformation[0].files[].url'],
    [["files[0].url = ''"], 'downloadInformation[0].files[].url'],
    [["files[0].url = 'https://x/'", "files[0].fileName = 'a.'"], 'a plain file name (found "a.")'],
    [["files[0].url = 'https://x/'"], 'a plain file name (found "")'],
    [["files[0].url = 'https://x/a.msu'", "files[0].sha256 = 'AAAA'"], 'a base64 hash of 32 bytes (found "AAAA")'],
    [
      ["files[0].url = 'https://x/'", `files[0].fileName = '${'a'.repeat(202)}'`],
      `a plain file name (found "${'a'.repeat(80)}")`,
    ],
  ])('%j: lacks %s', (lines, missing) => {
    expect(() => read(...lines)).toThrow(`it lacks ${missing}`);
  });

  test('an update without an id', () => {
    expect(() => readDownloadDialog("downloadInformation[7].files[0].url = 'https://x/a.msu'", HERE)).toThrow(
      'downloadInformation[7].updateID',
    );
  });

  test('error and thank-you pages', () => {
    expect(readDownloadDialog(errorHtml('8DDD0024'), HERE)).toEqual({ kind: 'error', number: '8DDD0024' });
    expect(readDownloadDialog('', at('/Thanks.aspx'))).toEqual({ kind: 'expired' });
  });
});
