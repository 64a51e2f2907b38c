/** The error for a place in the image that is no folder of its own. */

import { UserError } from '../../errors.ts';

/** @param path in the image with `/` */
export function noFolder(path: string): UserError {
  return new UserError(
    'input-invalid',
    `Input files: C:\\${path.replaceAll('/', '\\')} is a link or a file in the image, and no folder to copy into`,
    'Name the folder that it leads to: C:\\ProgramData for C:\\Users\\All Users, C:\\Users for C:\\Documents and Settings.',
  );
}
