/** What goes wrong at the catalog and passes by itself. */

import { Transient } from '../download/retry.ts';
import { UserError } from '../errors.ts';

/** A failure that is worth another try, UserError catalog-unavailable when it does not pass. */
export function catalogTrouble(what: string, why: string, cause?: unknown): Transient {
  return new Transient(
    new UserError(
      'catalog-unavailable',
      `${what}: ${why}`,
      'The catalog has such hours. Run this step again later, or use a lock file: with one nothing is searched.',
      { cause },
    ),
  );
}
