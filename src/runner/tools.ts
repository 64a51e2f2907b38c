/** Hands the library what belongs to the runner: its environment, its tool cache, the signal of its cancel. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { endTree, treeHost } from '../tools/end-tree.ts';
import { createProgramRunner } from '../tools/program-runner.ts';
import type { ToolHooks } from '../tools/tool-host.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';

/** @param signal a function is asked anew for each program, so that the clean-up of a cancelled run can still start some */
export function createToolRunner(signal: AbortSignal | (() => AbortSignal), hooks: ToolHooks = {}): ToolRunner {
  return createProgramRunner({
    platform: process.platform,
    // RUNNER_TRACKING_ID is part of it: by that the runner ends what outlives the job.
    env: process.env,
    signal: typeof signal === 'function' ? signal : () => signal,
    findInCache,
    ...hooks,
  });
}

/** Ends what a process that was killed had started, with all descendants. @returns whether any of it was still alive */
export function endProgram({ pid, started }: { readonly pid: number; readonly started: string }): Promise<boolean> {
  return endTree(pid, started, treeHost({ platform: process.platform, env: process.env }));
}

async function findInCache(name: string): Promise<string | undefined> {
  if (!process.env.RUNNER_TOOL_CACHE) return undefined;
  // Loaded when a program is on no PATH: it brings an HTTP client, and most steps never ask.
  const { find, findAllVersions } = await import('@actions/tool-cache');
  const version = findAllVersions(name).at(-1);
  if (version === undefined) return undefined;
  const folder = find(name, version);
  const files = await readdir(folder);
  const file = [name, `${name}.exe`].find((candidate) => files.includes(candidate));
  return file === undefined ? undefined : join(folder, file);
}
