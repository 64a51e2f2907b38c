/**
 * Whether the parts of an image file are all there and belong together, asked before anything is applied. Each part has a head of its own with its number, how many
 * there are, and the GUID that all parts of one image share: Microsoft, "Windows Imaging File Format (WIM)", WIMHEADER_V1_PACKED (usPartNumber, usTotalParts, gWIMGuid).
 */

import { UserError } from '../../errors.ts';
import { readHead } from './wim-images.ts';
import type { WindowsMedia } from './windows-media.ts';

/**
 * @param files the parts on this machine, in the order of `media.imageParts`
 * @throws UserError not-windows-media
 */
export async function checkParts(
  { iso, imageParts }: Pick<WindowsMedia, 'iso' | 'imageParts'>,
  files: readonly string[],
): Promise<void> {
  const heads = await Promise.all(files.map(readHead));
  const [first] = heads;
  if (first === undefined) return;
  const refuse = (what: string): never => {
    throw new UserError(
      'not-windows-media',
      `The image of the ISO ${iso} is split into ${first.parts} parts, and ${what}`,
      'Put all parts that one "dism /Split-Image" made onto the ISO, under the names it gave them; or give the ISO as Microsoft ships it, whose image is whole.',
    );
  };
  for (const [index, { guid, part }] of heads.entries()) {
    if (guid !== first.guid) refuse(`${imageParts[index]} is of another image than ${imageParts[0]}`);
    if (heads.findIndex((head) => head.part === part) < index) refuse(`${imageParts[index]} is part ${part} once more`);
  }
  const missing = Array.from({ length: first.parts }, (_, index) => index + 1).filter(
    (number) => !heads.some(({ part }) => part === number),
  );
  if (missing.length > 0) {
    const lack = missing.length === 1 ? `part ${missing[0]} is` : `parts ${missing.join(', ')} are`;
    refuse(`${lack} missing (it holds ${imageParts.join(', ')})`);
  }
  if (first.part !== 1) refuse(`${imageParts[0]} is part ${first.part}`);
}
