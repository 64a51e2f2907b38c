/** What is said of bytes that are not those that were pinned. */

import { UserError } from '../errors.ts';

/** The error for a file that is not the one that was pinned; `from` is a URL or a path. */
export function hashMismatch(
  name: string,
  algorithm: 'sha1' | 'sha256',
  expected: string,
  found: string,
  from: string,
): UserError {
  const label = algorithm === 'sha1' ? 'SHA-1' : 'SHA-256';
  return new UserError(
    'hash-mismatch',
    `${name}: ${label} is ${found}, expected ${expected} (from ${from})`,
    'The file changed at its source or was altered on the way; nothing was kept under its name. Verify the source before you pin the new hash.',
  );
}
