/** A ToolRunner that records what it was asked to run and answers as told. */

import type { ToolOptions, ToolOutput, ToolRunner } from '../../../src/tools/tool-runner.ts';

export interface Call {
  readonly tool: string;
  readonly args: readonly string[];
  readonly env: ToolOptions['env'];
  readonly quoting: ToolOptions['quoting'];
}

export function fakeTools(
  answer: (call: Call) => Promise<string> | string,
  missing: readonly string[] = [],
): { tools: ToolRunner; calls: Call[] } {
  const calls: Call[] = [];
  const tools: ToolRunner = {
    find: (tool) => Promise.resolve(`/fake/${tool}`),
    has: (tool) => Promise.resolve(!missing.includes(tool)),
    run: async (tool, args, options): Promise<ToolOutput> => {
      const call = { tool, args, env: options?.env, quoting: options?.quoting };
      calls.push(call);
      return { exitCode: 0, stdout: await answer(call), stderr: '' };
    },
  };
  return { tools, calls };
}
