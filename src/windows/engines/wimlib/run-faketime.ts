/** Starts the wrapper `faketime`, which an earlier one that was killed can keep from starting. */

import { ToolError } from '../../../errors.ts';
import type { ToolOptions, ToolOutput, ToolRunner } from '../../../tools/tool-runner.ts';

/**
 * It names a semaphore and a piece of memory after its process id, and removes them at its end. Killed, it leaves them in /dev/shm, and
 * a later process of the same number refuses to start (libfaketime 0.9.10, faketime.c).
 */
const NAME_TAKEN = /\b(?:sem|shm)_open: /;
const TRIES = 5;

/** As `tools.run`: it is started again, under another number, where only that kept it from starting its program. */
export async function runFaketime(
  tools: Pick<ToolRunner, 'run'>,
  args: readonly string[],
  options: ToolOptions,
): Promise<ToolOutput> {
  for (let tries = 1; ; tries++) {
    try {
      return await tools.run('faketime', args, options);
    } catch (error) {
      if (tries === TRIES || !(error instanceof ToolError) || !NAME_TAKEN.test(error.tail)) throw error;
    }
  }
}
