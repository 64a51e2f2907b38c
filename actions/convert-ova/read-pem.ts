/** Keys and certificates as inputs give them. */

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { explainPathError } from '../../src/files/explain-path-error.ts';

/**
 * The input holds the PEM itself, as a secret does, or the path of a file with it.
 * @throws UserError file-missing, file-denied, path-invalid; none repeats the value
 */
export async function readPem(input: string, value: string): Promise<string> {
  if (value.includes('-----BEGIN ')) return value;
  const path = resolve(value.trim());
  return readFile(path, 'utf8').catch((error: unknown) => {
    // The value is not repeated: a mistyped key is a secret all the same. So the error of the system, which names it, is no cause either.
    const explained = explainPathError(error, { what: 'the file that the input names', path: '', input });
    if (!(explained instanceof UserError)) throw error;
    throw new UserError(explained.code, explained.message, 'Give PEM text, or the path of a PEM file.');
  });
}
