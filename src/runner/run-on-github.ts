/** Runs an action as a step of a GitHub job, or its post step. */

import { getState } from '@actions/core';
import type { Action } from '../job/action.ts';
import { runAction } from '../job/run-action.ts';
import { runPost } from '../job/run-post.ts';
import { githubHost } from './github-host.ts';
import { STATE } from './post-step.ts';

/** A handle that a library forgot does not keep the job waiting for longer than this. */
const LINGER_MS = 3_000;

/** The body of every entry file. The same bundle is the post step: it is told by the state that the main step saved. */
export async function runOnGithub(action: Action): Promise<void> {
  const host = githubHost();
  const state = getState(STATE);
  if (state === '') host.saveState?.('{}');
  const ok = state === '' ? await runAction(action, host) : await runPost(action, host, state);
  process.exitCode = ok ? 0 : 1;
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
