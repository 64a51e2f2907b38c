/** A ToolRunner that records what it was asked to run and answers as told. */

import { ToolError } from '../../../src/errors.ts';
import { explainExit } from '../../../src/tools/exit-codes.ts';
import type { ToolOptions, ToolOutput, ToolRunner } from '../../../src/tools/tool-runner.ts';

export interface Call {
  readonly tool: string;
  readonly args: readonly string[];
  readonly env: ToolOptions['env'];
  readonly quoting: ToolOptions['quoting'];
  readonly timeLimit: ToolOptions['timeLimit'];
}

/** What it prints, or its exit code. */
type Answer = string | number;

export function fakeTools(
  answer: (call: Call) => Promise<Answer> | Answer,
  missing: readonly string[] = [],
): { tools: ToolRunner; calls: Call[] } {
  const calls: Call[] = [];
  const tools: ToolRunner = {
    find: (tool) => Promise.resolve(`/fake/${tool}`),
    has: (tool) => Promise.resolve(!missing.includes(tool)),
    run: async (tool, args, options = {}): Promise<ToolOutput> => {
      const { env, quoting, timeLimit, okExitCodes = [0] } = options;
      const call = { tool, args, env, quoting, timeLimit };
      calls.push(call);
      const said = await answer(call);
      const exitCode = typeof said === 'number' ? said : 0;
      if (!okExitCodes.includes(exitCode)) throw new ToolError(tool, exitCode, '', explainExit(tool, { exitCode }));
      return { exitCode, stdout: typeof said === 'number' ? '' : said, stderr: '' };
    },
  };
  return { tools, calls };
}
