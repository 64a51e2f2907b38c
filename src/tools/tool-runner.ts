/** How the library starts external programs. The implementation lives in src/runner: the library only knows this interface. */

export interface ToolOptions {
  readonly cwd?: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Bytes or text for standard input. */
  readonly input?: string | Uint8Array;
  /** Exit codes that count as success (default: only 0). */
  readonly okExitCodes?: readonly number[];
  /** Called with each line of standard output as it comes, for progress. */
  readonly onLine?: (line: string) => void;
}

export interface ToolOutput {
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
   * Runs the program without a shell and waits for it; its children die when the action is cancelled.
   * Throws ToolError for an unexpected exit code, UserError('tool-missing') when it is not there.
   */
  run(tool: string, args: readonly string[], options?: ToolOptions): Promise<ToolOutput>;
}
