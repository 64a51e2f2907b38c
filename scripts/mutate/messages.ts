/** What a run and its lanes (processes that run tests) say to each other. */

/** Runs a test file with no mutant on and notes what each test reaches. */
export interface Cover {
  readonly kind: 'cover';
  readonly file: string;
}

/** Runs tests with a mutant on, until one fails. */
export interface Run {
  readonly kind: 'run';
  readonly mutant: number;
  readonly limit: number;
  /** Test file -> full names of its tests, or all of them. */
  readonly tests: readonly (readonly [file: string, names: readonly string[] | 'all'])[];
}

export interface Covered {
  readonly kind: 'covered';
  readonly file: string;
  readonly tests: readonly CoveredTest[];
  /** Reached while the file was loaded or by its hooks: mutant -> times. */
  readonly outside: readonly (readonly [mutant: number, times: number])[];
  /** Why the file could not be used: a test that fails with no mutant on. */
  readonly broken?: string;
}

export interface CoveredTest {
  readonly name: string;
  readonly milliseconds: number;
  readonly reached: readonly (readonly [mutant: number, times: number])[];
}

/** Sent before each test and each file, so that what hangs is known. */
export interface Started {
  readonly kind: 'started';
  readonly file: string;
  readonly name: string;
}

export interface Ran {
  readonly kind: 'ran';
  /** The test that noticed, and with which error; undefined: none did. */
  readonly killedBy?: { readonly file: string; readonly name: string; readonly error: string };
}

export type ToLane = Cover | Run;
export type FromLane = Covered | Started | Ran;
