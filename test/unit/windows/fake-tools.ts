/** A tool runner that starts nothing: it answers as it is told to and remembers what it was asked. */

import { ToolError } from '../../../src/errors.ts';
import type { ToolOptions, ToolOutput, ToolRunner } from '../../../src/tools/tool-runner.ts';

export interface ToolCall {
  readonly tool: string;
  readonly args: readonly string[];
  readonly options: ToolOptions;
}

export interface RecordedTools extends ToolRunner {
  readonly calls: ToolCall[];
}

/**
 * @param answer what the program prints and ends with; an exit code that was not announced becomes a ToolError
 * @param missing programs that are not installed
 */
export function recordedTools(
  answer: (call: ToolCall) => Partial<ToolOutput> | undefined = () => ({}),
  missing: readonly string[] = [],
): RecordedTools {
  const calls: ToolCall[] = [];
  return {
    calls,
    find: (tool) => Promise.resolve(`/usr/bin/${tool}`),
    has: (tool) => Promise.resolve(!missing.includes(tool)),
    run: (tool, args, options = {}) => {
      const call = { tool, args, options };
      calls.push(call);
      const output = { exitCode: 0, stdout: '', stderr: '', ...answer(call) };
      for (const line of output.stdout.split('\n')) options.onLine?.(line);
      if ((options.okExitCodes ?? [0]).includes(output.exitCode)) return Promise.resolve(output);
      return Promise.reject(new ToolError(tool, output.exitCode, output.stderr));
    },
  };
}
