import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseWimXml, readWimImages } from '../../../../src/windows/media/wim-images.ts';
import { sampleWim } from '../../archives/wim/sample-wim.ts';

const XML = `<WIM><TOTALBYTES>9</TOTALBYTES><IMAGE INDEX="1"><DIRCOUNT>10</DIRCOUNT><FILECOUNT>20</FILECOUNT><TOTALBYTES>1000</TOTALBYTES><HARDLINKBYTES>100</HARDLINKBYTES>
<LASTMODIFICATIONTIME><HIGHPART>0x01D44CC5</HIGHPART><LOWPART>0xB46E9000</LOWPART></LASTMODIFICATIONTIME>
<WINDOWS><ARCH>9</ARCH><EDITIONID>ServerStandard</EDITIONID><INSTALLATIONTYPE>Server</INSTALLATIONTYPE>
<LANGUAGES><LANGUAGE>en-US</LANGUAGE><LANGUAGE>de-DE</LANGUAGE><DEFAULT>de-DE</DEFAULT></LANGUAGES>
<VERSION><MAJOR>10</MAJOR><MINOR>0</MINOR><BUILD>17763</BUILD><SPBUILD>107</SPBUILD></VERSION></WINDOWS>
<NAME>Windows &amp; more</NAME><DISPLAYNAME>Shown</DISPLAYNAME></IMAGE><IMAGE INDEX="2"><NAME>Plain</NAME></IMAGE></WIM>`;

describe('parseWimXml', () => {
  it('reads what an image says of itself', () => {
    expect(parseWimXml(XML, 'i.wim')[0]).toEqual({
      index: 1,
      name: 'Windows & more',
      displayName: 'Shown',
      editionId: 'ServerStandard',
      installationType: 'Server',
      architecture: 'amd64',
      version: '10.0.17763.107',
      build: 17763,
      language: 'de-DE',
      languages: ['en-US', 'de-DE'],
      size: 900,
      fileCount: 30,
      modified: new Date('2018-09-15T07:28:32.000Z'),
    });
  });

  it('makes do with little', () => {
    expect(parseWimXml(XML, 'i.wim')[1]).toEqual({
      index: 2,
      name: 'Plain',
      displayName: 'Plain',
      editionId: '',
      installationType: '',
      architecture: 'other',
      version: '0.0.0.0',
      build: 0,
      language: '',
      languages: [],
      size: 0,
      fileCount: 0,
      modified: new Date(0),
    });
  });

  it.each([
    ['0', 'x86'],
    ['12', 'arm64'],
    ['5', 'other'],
  ])('architecture %s is %s', (code, name) => {
    const xml = `<WIM><IMAGE INDEX="1"><WINDOWS><ARCH>${code}</ARCH></WINDOWS></IMAGE></WIM>`;
    expect(parseWimXml(xml, 'i.wim')[0]?.architecture).toBe(name);
  });

  it('takes the first language where no default is named', () => {
    const xml =
      '<WIM><IMAGE INDEX="1"><WINDOWS><LANGUAGES><LANGUAGE>fr-FR</LANGUAGE></LANGUAGES></WINDOWS></IMAGE></WIM>';
    expect(parseWimXml(xml, 'i.wim')[0]).toMatchObject({ language: 'fr-FR', languages: ['fr-FR'] });
  });
});

describe('readWimImages', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stillframe-wim-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('reads the XML out of the WIM', async () => {
    const wim = join(folder, 'i.wim');
    await writeFile(wim, sampleWim(XML));
    expect((await readWimImages(wim)).map(({ name }) => name)).toEqual(['Windows & more', 'Plain']);
  });

  it.each([
    ['is no WIM', Buffer.from('MSCF'), /cannot be read: .*expected a WIM \(MSWIM\)/],
    ['has XML that is none', sampleWim('<WIM><IMAGE>'), /cannot be read: .*expected XML data of a WIM/],
    ['has no image', sampleWim('<WIM/>'), /^The image file of the ISO holds no image$/],
  ])('refuses a file that %s', async (_, bytes, message) => {
    const wim = join(folder, 'i.wim');
    await writeFile(wim, bytes);
    await expect(readWimImages(wim)).rejects.toMatchObject({
      code: 'not-windows-media',
      message: expect.stringMatching(message) as string,
    });
  });
});
