/** Paths that the module can work with: it hands them on as patterns (`Test-Path -Path`, `Resolve-Path`), and finds nothing where `[1]` stands for `1`. */

import { UserError } from '../../../errors.ts';

/** Wildcards and their escape (Microsoft, "about_Wildcards") that a path of Windows can hold. */
const PATTERN = /[[\]`]/;

/** @throws UserError path-invalid */
export function assertPlainPath(path: string): void {
  const found = PATTERN.exec(path)?.[0];
  if (found === undefined) return;
  throw new UserError(
    'path-invalid',
    `Convert-WindowsImage takes ${path} for a pattern and would not find it: it holds ${found}`,
    'Give a path without [ ] and `, or use the engine dism, which takes paths as they are.',
  );
}
