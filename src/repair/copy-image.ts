/** Copies an image so that the copy appears under its name only when all is done with it. */

import { access, constants, copyFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { followLinks } from '../files/follow-links.ts';
import { HELD_PATH } from '../files/held-path.ts';
import { moveIntoPlace, PARTIAL_SUFFIX } from '../files/move-into-place.ts';

/**
 * @param work what is done to the copy while it has its temporary name
 * @throws UserError file-missing, file-denied, path-invalid; what `work` throws
 */
export async function copyImage<T>(
  image: string,
  output: string,
  context: Pick<Context, 'hold' | 'signal'>,
  work: (copy: string) => Promise<T>,
): Promise<T> {
  const partial = (await followLinks(output)) + PARTIAL_SUFFIX;
  const settled = context.hold(HELD_PATH, { paths: [partial] });
  try {
    await copyFile(image, partial, constants.COPYFILE_FICLONE);
  } catch (error) {
    // Which of the two it was is seen by looking at the first alone.
    await access(image, constants.R_OK).catch((unreadable: unknown) => {
      throw explainPathError(unreadable, { what: 'the image', path: image, input: 'image' });
    });
    throw explainPathError(error, { what: 'the output', path: output, input: 'output', toWrite: true });
  }
  context.signal.throwIfAborted();
  const result = await work(partial);
  await moveIntoPlace(partial, output);
  settled();
  return result;
}
