/** An image whose end is missing: a copy or a download that broke off. */

import { UserError } from '../errors.ts';
import { type BlockMapping, findCutBlock } from './mapped-disk.ts';

/** @param how it shows */
export function cutOffRefused(path: string, how: string): UserError {
  return new UserError(
    'disk-invalid',
    `The end of ${path} is missing: ${how}`,
    'Copy the image again, and compare its size or its hash with the original.',
  );
}

/**
 * New blocks go to the end of the file, where the tables of a cut one say that others are: nobody could tell afterwards that any are missing.
 * @throws UserError disk-invalid; FormatError for a damaged table
 */
export async function assertNotCutOff(mapping: BlockMapping): Promise<void> {
  const cut = await findCutBlock(mapping);
  if (cut !== undefined) throw cutOffRefused(mapping.source.path, cut.message);
}
