/** Hands the library what belongs to the runner: its environment, its tool cache, the signal of its cancel. */

import { endTree, treeHost } from '../tools/end-tree.ts';
import { createProgramRunner } from '../tools/program-runner.ts';
import type { ToolHooks } from '../tools/tool-host.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import { findInToolCache } from './tool-cache.ts';

/** @param signal a function is asked anew for each program, so that the clean-up of a cancelled run can still start some */
export function createToolRunner(signal: AbortSignal | (() => AbortSignal), hooks: ToolHooks = {}): ToolRunner {
  return createProgramRunner({
    platform: process.platform,
    // RUNNER_TRACKING_ID is part of it: by that the runner ends what outlives the job.
    env: process.env,
    signal: typeof signal === 'function' ? signal : () => signal,
    findInCache: (name) => findInToolCache(process.env.RUNNER_TOOL_CACHE, name),
    ...hooks,
  });
}

/** Ends what a process that was killed had started, with all descendants. @returns whether any of it was still alive */
export function endProgram({ pid, started }: { readonly pid: number; readonly started: string }): Promise<boolean> {
  return endTree(pid, started, treeHost({ platform: process.platform, env: process.env }));
}
