/** Opens an ISO image: with 7-Zip where it is installed, on Windows else by mounting it. */

import { stat } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import type { IsoContext, IsoReader, IsoUse } from './iso-reader.ts';
import { mountIso } from './mounted-iso.ts';
import { openWithSevenZip } from './seven-zip-iso.ts';

/**
 * Whoever opens an image declares that it can hold a `MOUNTED_ISO`.
 * @param platform for tests
 * @throws UserError tool-missing, file-missing, the code of `use` for a file that is no disc image
 */
export async function openIso(
  path: string,
  use: IsoUse,
  context: IsoContext,
  platform: NodeJS.Platform = process.platform,
): Promise<IsoReader> {
  await stat(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the ISO', path, input: use.input });
  });
  if (platform !== 'win32') return openWithSevenZip(path, use, context);
  const hasSevenZip = await context.tools.has('7zz');
  if (hasSevenZip && use.inPlace !== true) return openWithSevenZip(path, use, context);
  try {
    return await mountIso(path, use, context);
  } catch (error) {
    if (!hasSevenZip || !(error instanceof UserError) || error.code === 'cancelled') throw error;
    return openWithSevenZip(path, use, context);
  }
}
