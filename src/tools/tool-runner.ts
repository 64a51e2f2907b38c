/** How the library starts external programs: the interface; `program-runner.ts` is what does it. */

import type { OutputEncoding } from './output-encoding.ts';

export interface ToolOptions {
  readonly cwd?: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Bytes or text for standard input. */
  readonly input?: string | Uint8Array;
  /** Exit codes that count as success (default: only 0). Those above 2^31 as unsigned numbers: 0x800f081e. */
  readonly okExitCodes?: readonly number[];
  /** Called with each line of standard output as it comes, for progress. */
  readonly onLine?: (line: string) => void;
  /** Default: the OEM code page on Windows, UTF-8 elsewhere. */
  readonly encoding?: OutputEncoding;
  /**
   * How the arguments become a command line on Windows. `each` (default) quotes each one as programs in C read it. `verbatim` joins them
   * as they are, for programs that parse their command line themselves: msiexec takes `TARGETDIR="C:\a b"` and refuses the same
   * quoted as a whole; see `quotedProperty`.
   */
  readonly quoting?: 'each' | 'verbatim';
  /** Milliseconds after which it is ended with all that it started: for a program that may wait for an answer nobody gives. */
  readonly timeLimit?: number;
}

export interface ToolOutput {
  /** Unsigned, as Windows counts. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ToolRunner {
  /** Absolute path of the program. Throws UserError('tool-missing') that says how to install it. */
  find(tool: string): Promise<string>;
  /** True when the program can be found. */
  has(tool: string): Promise<boolean>;
  /**
   * Runs the program without a shell and waits for it; when the action is cancelled it ends within two seconds, with all that it started.
   * Throws ToolError for an unexpected exit code or a time limit, UserError('tool-missing') when it is not there, the signal's reason.
   */
  run(tool: string, args: readonly string[], options?: ToolOptions): Promise<ToolOutput>;
}
