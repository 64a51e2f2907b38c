/** An input that takes the output of another action: a JSON array where it begins with a bracket, else what a user writes by hand. */

import type { UserError } from '../../errors.ts';

/**
 * The entries of the JSON array; undefined when the text is none but paths.
 * @param invalid makes the error of this input out of what is wrong with it
 * @throws UserError of `invalid` for damaged JSON
 */
export function readOutputArray(
  text: string,
  invalid: (what: string, cause?: unknown) => UserError,
): readonly unknown[] | undefined {
  if (!text.trim().startsWith('[')) return undefined;
  try {
    return JSON.parse(text) as unknown[];
  } catch (cause) {
    throw invalid(`is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}

/** Paths, one per line or separated by commas. */
export function splitPaths(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
