/** Whether the image that was chosen is the Windows that is meant. */

import { type SourceLocation, UserError } from '../../errors.ts';
import { PRODUCT_FACTS, productOfBuild } from '../../products/product.ts';
import type { ExpectedWindows } from '../plan/template-wishes.ts';
import type { WindowsImage } from './editions.ts';

/**
 * @param expected what the template says; without one any Windows Server will do
 * @param source the ISO, for messages
 * @throws UserError not-windows-media, product-mismatch, language-mismatch
 */
export function checkWindowsImage(image: WindowsImage, expected: ExpectedWindows | undefined, source: string): void {
  const name = `Image ${image.index} "${image.name}" of ${source}`;
  if (image.architecture !== 'amd64') {
    throw new UserError(
      'not-windows-media',
      `${name} is for the architecture ${image.architecture}; only x64 is built`,
      'Use the ISO of Windows Server for x64.',
    );
  }
  // Client releases share build numbers with servers: Windows 10 LTSC 2019 has that of Server 2019.
  if (/^(client|windowspe)$/i.test(image.installationType)) {
    throw new UserError(
      'not-windows-media',
      `${name} has the installation type ${image.installationType}: it is no Windows Server`,
      'Give the installation ISO of Windows Server.',
    );
  }
  if (expected === undefined) return;
  checkProduct(image, expected, name);
  checkLanguage(image, expected, name);
}

function checkProduct(image: WindowsImage, { product, file, places }: ExpectedWindows, name: string): void {
  const found = productOfBuild(image.build);
  if (found === product) return;
  throw new UserError(
    'product-mismatch',
    `${name} is build ${image.build}${found === undefined ? '' : ` (${PRODUCT_FACTS[found].name})`}, but the template ${file} ` +
      `says windows.product: ${product}, which is build ${PRODUCT_FACTS[product].build}`,
    found === undefined
      ? `Give the ISO of ${PRODUCT_FACTS[product].name}.`
      : `Give the ISO of ${PRODUCT_FACTS[product].name}, or write windows.product: ${found}; updates and drivers are chosen by it.`,
    placeOf(places, 'windows.product'),
  );
}

function checkLanguage(image: WindowsImage, { language, file, places }: ExpectedWindows, name: string): void {
  // An image that names none cannot be compared.
  if (image.languages.length === 0) return;
  if (image.languages.some((candidate) => candidate.toLowerCase() === language.toLowerCase())) return;
  throw new UserError(
    'language-mismatch',
    `${name} is in ${image.languages.join(', ')}, but the template ${file} says windows.language: ${language}`,
    `Give the ISO of that language, or write windows.language: ${image.languages[0]}.`,
    placeOf(places, 'windows.language'),
  );
}

function placeOf(places: ExpectedWindows['places'], key: string): { location: SourceLocation } | undefined {
  const location = places.get(key);
  return location && { location };
}
