/** What can be asked of the program by name: an action, a shorter way to one, or something that only a terminal has. */

import type { Host } from '../job/host.ts';
import type { Declarations } from '../job/input.ts';
import type { InputType } from '../job/input-types.ts';
import type { Screen } from './screen.ts';

export interface Command {
  /** Kebab-case. */
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /** Its options. */
  readonly inputs: Declarations;
  /** Words that stand by themselves; left out where there are none. */
  readonly words?: Words;
  /** @returns the exit code. @throws UserError for a command line that is none */
  run(call: Call, terminal: Terminal): Promise<number>;
}

interface Words {
  /** For the help, in capitals. */
  readonly name: string;
  readonly description: string;
  readonly type: Pick<InputType<unknown>, 'path' | 'values'>;
  /** Exactly one, or any number. */
  readonly count: 'one' | 'any';
}

/** A command line, read. */
export interface Call {
  readonly given: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  /** Print the report as JSON in place of results for people. */
  readonly json: boolean;
}

/** The place that a command runs in. */
export interface Terminal {
  readonly screen: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly createTools: Host['createTools'];
  readonly endProgram: Host['endProgram'];
}

/** The command did what it was asked for. */
export const DONE = 0;
/** It failed, or found what it was to find. */
export const FAILED = 1;
/** The command line is none that anybody can act on. */
export const USAGE = 2;
