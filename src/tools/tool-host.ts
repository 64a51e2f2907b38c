/** What the room of the runner hands in: this room asks neither the environment nor the toolkit of the runner itself. */

import type { spawn } from 'node:child_process';

/** A program that runs, as it can be recorded to be ended by another process later. */
export interface StartedProgram {
  readonly pid: number;
  /** What tells it from a later process of the same number: see `startTimeOf`. */
  readonly started: string;
  /** Arguments never hold secrets. */
  readonly commandLine: string;
}

export interface ToolHost {
  readonly platform: NodeJS.Platform;
  /** Given to every program. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends every running program when aborted; asked anew for each, so that the clean-up of a cancelled run can still start some. */
  readonly signal: () => AbortSignal;
  /** Path of a program that the runner's tool cache holds; undefined when it holds none. */
  readonly findInCache?: (name: string) => Promise<string | undefined>;
  /** Told of every command line before it starts, for the debug log. */
  readonly onCommand?: (commandLine: string) => void;
  /** Told when a program has started, and when it and what it had started have ended. */
  readonly onStart?: (program: StartedProgram) => void;
  readonly onEnd?: (program: StartedProgram) => void;
  /** Default: asked of the registry on Windows. */
  readonly oemCodePage?: number;
  /** Default: that of Node; for tests. */
  readonly spawn?: typeof spawn;
}

/** What may be told to whoever asks for a runner of programs. */
export type ToolHooks = Pick<ToolHost, 'onCommand' | 'onStart' | 'onEnd'>;

/** Names of variables know no case on Windows, but an object that was copied from the environment does. */
export function environmentValue(host: Pick<ToolHost, 'platform' | 'env'>, name: string): string | undefined {
  if (host.platform !== 'win32') return host.env[name];
  const key = Object.keys(host.env).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : host.env[key];
}
