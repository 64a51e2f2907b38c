/** What a WIM says about its images. Elements: Microsoft, "Windows Imaging File Format", XML data. */

import { SaxesParser } from 'saxes';
import { readWimHead, type WimHead } from '../../archives/wim/wim-header.ts';
import { FormatError, UserError } from '../../errors.ts';
import { fromFileTime } from '../../files/file-time.ts';
import type { WindowsImage } from './editions.ts';

/** The one element that occurs several times in an image. */
const LANGUAGE = 'WINDOWS/LANGUAGES/LANGUAGE';
const ARCHITECTURES: Readonly<Record<string, WindowsImage['architecture']>> = { 0: 'x86', 9: 'amd64', 12: 'arm64' };

/**
 * The images of a WIM or ESD, or of the first part of a split one.
 * @throws UserError not-windows-media when it cannot be read or has no images
 */
export async function readWimImages(wim: string): Promise<readonly WindowsImage[]> {
  const { xml } = await readHead(wim);
  const images = await asMedia(() => parseWimXml(xml, wim));
  if (images.length > 0) return images;
  throw new UserError(
    'not-windows-media',
    'The image file of the ISO holds no image',
    'Give the installation ISO of Windows Server as Microsoft ships it.',
  );
}

/** The head of an image file of the ISO, or of one part of it. @throws UserError not-windows-media when it cannot be read */
export function readHead(wim: string): Promise<WimHead> {
  return asMedia(() => readWimHead(wim));
}

async function asMedia<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new UserError(
      'not-windows-media',
      `The image file of the ISO cannot be read: ${cause.message}`,
      'Fetch the ISO again and give its sha256, so that a damaged download is noticed.',
      { cause },
    );
  }
}

/** Exported for its test. @throws FormatError */
export function parseWimXml(xml: string, source: string): readonly WindowsImage[] {
  const images: Map<string, string>[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw new FormatError(source, 0, 'XML data of a WIM', error.message);
  });
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    text = '';
    if (path.length === 2 && tag.name === 'IMAGE') images.push(new Map([['INDEX', String(tag.attributes.INDEX)]]));
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    const key = path.slice(2).join('/');
    const image = images.at(-1);
    if (path[1] === 'IMAGE' && key !== '' && text.trim() !== '') {
      const before = key === LANGUAGE ? image?.get(key) : undefined;
      image?.set(key, before === undefined ? text.trim() : `${before},${text.trim()}`);
    }
    path.pop();
    text = '';
  });
  parser.write(xml).close();
  return images.map(toImage);
}

function toImage(fields: ReadonlyMap<string, string>): WindowsImage {
  const text = (key: string): string => fields.get(key) ?? '';
  const number = (key: string): number => Number(fields.get(key) ?? 0);
  const build = number('WINDOWS/VERSION/BUILD');
  const languages = text(LANGUAGE)
    .split(',')
    .filter((tag) => tag !== '');
  const version = [number('WINDOWS/VERSION/MAJOR'), number('WINDOWS/VERSION/MINOR'), build];
  return {
    index: number('INDEX'),
    name: text('NAME'),
    displayName: fields.get('DISPLAYNAME') ?? text('NAME'),
    editionId: text('WINDOWS/EDITIONID'),
    installationType: text('WINDOWS/INSTALLATIONTYPE'),
    architecture: ARCHITECTURES[text('WINDOWS/ARCH')] ?? 'other',
    version: [...version, number('WINDOWS/VERSION/SPBUILD')].join('.'),
    build,
    language: fields.get('WINDOWS/LANGUAGES/DEFAULT') ?? languages[0] ?? '',
    languages,
    size: number('TOTALBYTES') - number('HARDLINKBYTES'),
    fileCount: number('FILECOUNT') + number('DIRCOUNT'),
    modified: fileTime(text('LASTMODIFICATIONTIME/HIGHPART'), text('LASTMODIFICATIONTIME/LOWPART')),
  };
}

function fileTime(high: string, low: string): Date {
  if (!/^0x[0-9a-f]+$/i.test(high) || !/^0x[0-9a-f]+$/i.test(low)) return new Date(0);
  const ticks = (BigInt(high) << 32n) | BigInt(low);
  return new Date(fromFileTime(ticks));
}
