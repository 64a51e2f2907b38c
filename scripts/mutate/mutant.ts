/** One small change of one source file that a unit test should notice. */

/** How the change is put behind its switch, so that one text of the file holds all of its mutants. */
export type Wrapping =
  /** An expression: `(on ? replacement : original)`. */
  | 'expression'
  /** A statement that goes away. */
  | 'statement'
  /** An element of an array, or an argument spread from one, that goes away. */
  | 'element'
  /** A property of an object literal that goes away. */
  | 'property';

/** A change as a mutator proposes it; positions are offsets into the file's text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly wrapping: Wrapping;
  /** What stands there when the mutant is on; only for `expression`. */
  readonly replacement?: string;
  /** Names the change in the report, as `< became <=`. */
  readonly what: string;
}

export interface Mutant extends Change {
  /** Counts from 1 over all mutants of a run; 0 means none. */
  readonly id: number;
  /** Path below the project's root, with slashes. */
  readonly file: string;
  readonly line: number;
}
