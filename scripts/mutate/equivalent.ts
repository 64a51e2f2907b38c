/** Mutants that no test can notice, because the program does the same. The only way to leave one out; each with its reason. */

import type { Mutant } from './mutant.ts';

export interface Equivalent {
  readonly file: string;
  /** The line's text without its indentation: numbers of lines move. */
  readonly text: string;
  /** As the report prints it. */
  readonly what: string;
  readonly reason: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];

export function isEquivalent({ file, what }: Pick<Mutant, 'file' | 'what'>, text: string): boolean {
  return EQUIVALENT.some((known) => known.file === file && known.what === what && known.text === text.trim());
}
