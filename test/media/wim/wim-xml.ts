/** The XML resource of a WIM: what `dism /Get-ImageInfo` and Windows Setup show of each image. */

/** What real media say of a Windows image. Times are FILETIMEs. */
export interface ImageProperties {
  readonly name: string;
  readonly description: string;
  readonly displayName?: string;
  readonly displayDescription?: string;
  readonly flags?: string;
  readonly created: bigint;
  readonly windows?: WindowsProperties;
}

export interface WindowsProperties {
  readonly productName: string;
  readonly editionId: string;
  readonly installationType: string;
  readonly productSuite: string;
  readonly language: string;
  readonly version: {
    readonly major: number;
    readonly minor: number;
    readonly build: number;
    readonly spBuild: number;
  };
}

interface Counts {
  readonly directories: number;
  readonly files: number;
  readonly totalBytes: number;
  readonly hardLinkBytes: number;
}

/** PROCESSOR_ARCHITECTURE_AMD64 */
const ARCHITECTURE_X64 = 9;

/** @returns UTF-16LE with a byte-order mark, as the format demands */
export function wimXml(images: readonly (ImageProperties & { counts: Counts })[], totalBytes: number): Buffer {
  const text = images.map((image, index) => imageXml(image, index + 1)).join('');
  return Buffer.from(`\ufeff<WIM><TOTALBYTES>${totalBytes}</TOTALBYTES>${text}</WIM>`, 'utf16le');
}

function imageXml(image: ImageProperties & { counts: Counts }, index: number): string {
  const { counts } = image;
  return [
    `<IMAGE INDEX="${index}">`,
    `<DIRCOUNT>${counts.directories}</DIRCOUNT><FILECOUNT>${counts.files}</FILECOUNT>`,
    `<TOTALBYTES>${counts.totalBytes}</TOTALBYTES><HARDLINKBYTES>${counts.hardLinkBytes}</HARDLINKBYTES>`,
    timeXml('CREATIONTIME', image.created),
    timeXml('LASTMODIFICATIONTIME', image.created),
    '<WIMBOOT>0</WIMBOOT>',
    image.windows ? windowsXml(image.windows) : '',
    element('NAME', image.name),
    element('DESCRIPTION', image.description),
    element('FLAGS', image.flags),
    element('DISPLAYNAME', image.displayName),
    element('DISPLAYDESCRIPTION', image.displayDescription),
    '</IMAGE>',
  ].join('');
}

function windowsXml(windows: WindowsProperties): string {
  const { version } = windows;
  return [
    `<WINDOWS><ARCH>${ARCHITECTURE_X64}</ARCH>`,
    element('PRODUCTNAME', windows.productName),
    element('EDITIONID', windows.editionId),
    element('INSTALLATIONTYPE', windows.installationType),
    '<SERVICINGDATA><GDRDUREVISION>0</GDRDUREVISION><PKEYCONFIGVERSION>10.0.17763.1;2016-01-01T00:00:00Z</PKEYCONFIGVERSION></SERVICINGDATA>',
    '<PRODUCTTYPE>ServerNT</PRODUCTTYPE>',
    element('PRODUCTSUITE', windows.productSuite),
    `<LANGUAGES><LANGUAGE>${windows.language}</LANGUAGE><DEFAULT>${windows.language}</DEFAULT></LANGUAGES>`,
    `<VERSION><MAJOR>${version.major}</MAJOR><MINOR>${version.minor}</MINOR><BUILD>${version.build}</BUILD>`,
    `<SPBUILD>${version.spBuild}</SPBUILD><SPLEVEL>0</SPLEVEL></VERSION>`,
    '<SYSTEMROOT>WINDOWS</SYSTEMROOT></WINDOWS>',
  ].join('');
}

function timeXml(name: string, time: bigint): string {
  const hex = (value: bigint): string => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
  return `<${name}><HIGHPART>${hex(time >> 32n)}</HIGHPART><LOWPART>${hex(time & 0xffffffffn)}</LOWPART></${name}>`;
}

function element(name: string, text: string | undefined): string {
  if (text === undefined) return '';
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${name}>${escaped}</${name}>`;
}
