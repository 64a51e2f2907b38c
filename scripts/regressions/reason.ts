/** Why a test of a known fault fails against the release in which the fault was found. */

export interface Reason {
  /** What the test's name begins with, from the number of its line on: "C.15 keeps its size". The longest that fits counts. */
  readonly test: string;
  /** What its failure there has to say: something else would be another reason than that of the line. */
  readonly says: RegExp;
  /** What that release did. */
  readonly did: string;
}

/** The faults that were found: the first and the last number of each part. */
const PARTS = [
  ['A', 1, 4],
  ['B', 5, 14],
  ['C', 15, 19],
  ['D', 20, 24],
  ['E', 25, 28],
] as const;

/** A.1 to E.28: every one has a test. */
export const LINES: readonly string[] = PARTS.flatMap(([part, first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${part}.${first + index}`),
);
