import { describe, expect, it } from 'vitest';
import { InfDocument } from '../../../../src/drivers/inf/inf-document.ts';
import { catalogFile, compareDriverVersions, readVersion } from '../../../../src/drivers/inf/inf-version.ts';
import { FormatError } from '../../../../src/errors.ts';

const read = (text: string): InfDocument => new InfDocument(Buffer.from(text), 'x.inf');
const version = (lines: string) => readVersion(read(`[Version]\nSignature = "$WINDOWS NT$"\n${lines}`));

describe('readVersion', () => {
  it('reads class, provider, date and version', () => {
    expect(
      version(
        'Class=Net\nClassGUID={4D36E972-E325-11CE-BFC1-08002BE10318}\nProvider=%p%\nDriverVer=09/14/2022,1.9.11.0\n[Strings]\np="A, B"',
      ),
    ).toEqual({
      class: 'Net',
      classGuid: '{4d36e972-e325-11ce-bfc1-08002be10318}',
      provider: 'A, B',
      driver: { date: '2022-09-14', version: '1.9.11.0' },
    });
  });

  it.each([
    ['9/4/2022, 1.2', '2022-09-04', '1.2.0.0'],
    ['09-14-2022,65535.0.0.1 ; why', '2022-09-14', '65535.0.0.1'],
    ['02/29/2024', '2024-02-29', '0.0.0.0'],
  ])('reads DriverVer = %s', (text, date, number) => {
    expect(version(`DriverVer=${text}`).driver).toEqual({ date, version: number });
  });

  it.each([
    '13/01/2022,1.0',
    '02/30/2022,1',
    '02/00/2022,1',
    '01/99/2022,1',
    '2022/01/02,1',
    '01/02/22,1',
    '01/02/2022,1.2.3.4.5',
    '01/02/2022,65536',
    '01/02/2022,a',
    '',
  ])('refuses DriverVer = %s', (text) => {
    expect(() => version(`DriverVer=${text}`)).toThrow(FormatError);
    expect(() => version(`DriverVer=${text}`)).toThrow('(line 3)');
  });

  it.each(['$Windows NT$', '$windows 95$', '$CHICAGO$'])('takes the signature %s', (signature) => {
    expect(readVersion(read(`[Version]\nSignature="${signature}"\nClass=Net`)).class).toBe('Net');
  });

  it.each([
    ['no [Version]', '[Other]'],
    ['no signature', '[Version]\nClass=Net'],
    ['a foreign signature', '[Version]\nSignature=$Linux$'],
    [
      'a class GUID without braces',
      '[Version]\nSignature="$Windows NT$"\nClassGuid=4d36e972-e325-11ce-bfc1-08002be10318',
    ],
  ])('refuses %s', (_name, text) => {
    expect(() => readVersion(read(text))).toThrow(FormatError);
  });
});

describe('catalogFile', () => {
  it.each([
    ['CatalogFile=a.cat\nCatalogFile.NT=b.cat\nCatalogFile.NTamd64=c.cat', 'c.cat'],
    ['CatalogFile=a.cat\nCatalogFile.nt=b.cat\nCatalogFile.NTx86=c.cat', 'b.cat'],
    ['CatalogFile=a.cat', 'a.cat'],
    ['Class=Net', undefined],
  ])('%s', (lines, expected) => {
    expect(catalogFile(read(`[Version]\n${lines}`), 'amd64')).toBe(expected);
  });
});

describe('compareDriverVersions', () => {
  it('ranks by date before version, as Windows does', () => {
    const older = { date: '2021-01-01', version: '9.0.0.0' };
    expect(compareDriverVersions(older, { date: '2021-01-02', version: '1.0.0.0' })).toBeLessThan(0);
    expect(compareDriverVersions(older, { date: '2021-01-01', version: '10.0.0.0' })).toBeLessThan(0);
    expect(compareDriverVersions(older, older)).toBe(0);
  });
});
