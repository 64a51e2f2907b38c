/** What is wrong in an answer file, with its place. */

import { UserError } from '../../errors.ts';
import type { AnswerElement } from './parse-answer-file.ts';

export interface AnswerFault {
  readonly element: AnswerElement;
  /** One sentence without its full stop. */
  readonly what: string;
}

/** @throws UserError input-invalid that tells all faults, in their order in the file, each at its line and column */
export function refuseFaults(path: string, faults: readonly AnswerFault[]): void {
  const [first] = [...faults].sort((a, b) => order(a) - order(b));
  if (first === undefined) return;
  const words = [...faults]
    .sort((a, b) => order(a) - order(b))
    .map(({ element, what }) => `line ${element.line}, column ${element.column}: ${what}`);
  throw new UserError(
    'input-invalid',
    `The answer file ${path} would not do what it says: ${words.join('; ')}`,
    'Correct it there; Windows Setup would stop at first start, or pass over it without a word.',
    { location: { file: path, line: first.element.line, column: first.element.column } },
  );
}

function order({ element }: AnswerFault): number {
  return element.line * 1e6 + element.column;
}
